package org.pufa.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.Secret;
import org.pufa.staff.openid.OpenIdSettings;
import org.pufa.staff.openid.OpenIdSettings.Claim;
import org.pufa.support.Authenticator;
import org.pufa.support.Browser;
import org.pufa.support.Console;
import org.pufa.support.IdentityServer;
import org.pufa.support.SettableClock;
import org.pufa.support.TestDatabase;

class OpenIdTest {

    private static final String BEGIN = "/console/login/openid";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final SettableClock PROVIDER_CLOCK = new SettableClock("2026-11-23T02:42:07Z");
    private static IdentityServer provider;
    private static Console console;
    private String name;

    @BeforeAll
    static void open() {
        provider = new IdentityServer(PROVIDER_CLOCK, 0);
        console = console(provider.issuer(), Claim.PREFERRED_USERNAME);
        console.account("wangmin", "admin");
    }

    private static Console console(String issuer, Claim claim) {
        var settings = new OpenIdSettings(URI.create(issuer), IdentityServer.CLIENT,
                Optional.of(new Secret(IdentityServer.SECRET)), new LocalText("统一身份认证", "the bureau's provider"), claim);
        return new Console(DATABASE, new Staff.Settings(false, List.of(), Optional.of(settings)), with -> List.of());
    }

    @AfterAll
    static void close() {
        provider.close();
    }

    @BeforeEach
    void somebodyInvited() {
        provider.behaves();
        console.clock.advance(Duration.ofMinutes(2));
        PROVIDER_CLOCK.set(console.clock.instant());
        name = "person" + PEOPLE.incrementAndGet();
        console.staff.addAccount(name, "测试" + name, "manager").await();
        provider.isVisitedBy("subject of " + name, name);
    }

    private static boolean isIn(Browser browser) {
        return browser.get("/console/account").statusCode() == 200;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    /** Goes to the provider and gives the path by which it sends the browser back. */
    private static String visit(Browser browser, String begin) {
        try {
            var answer = CLIENT.send(HttpRequest.newBuilder(URI.create(location(browser.get(begin)))).build(),
                    HttpResponse.BodyHandlers.ofString());
            var back = URI.create(location(answer));
            return back.getPath() + '?' + back.getRawQuery();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> signIn(Browser browser) {
        return browser.get(visit(browser, BEGIN));
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String sentence) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("没有登录成功", sentence, "name=\"password\"");
        assertThat(answer.headers().allValues("set-cookie")).noneMatch(cookie -> cookie.startsWith("staff="));
    }

    @Test
    void whoeverIsInvitedAndKnownThereIsLetInAndLedWhereTheyWanted() {
        var browser = console.browser();
        assertThat(browser.get("/console/login?next=%2Fconsole%2Faccount").body())
                .contains("用统一身份认证登录", "href=\"/console/login/openid?next&#x3D;%2Fconsole%2Faccount\"");

        var entered = browser.get(visit(browser, BEGIN + "?next=%2Fconsole%2Faccount"));

        assertThat(entered.statusCode()).isEqualTo(200);
        assertThat(entered.headers().firstValue("refresh")).contains("0;url=/console/account");
        assertThat(entered.body()).contains("href=\"/console/account\"", "已登录");
        assertThat(isIn(browser)).isTrue();
        var last = console.database.read(tx -> console.audit.before(tx, Long.MAX_VALUE, 1)).await().get(0);
        assertThat(last.action() + last.subject() + last.details()).isEqualTo("staff.sign-in" + name + "{\"by\":\"openid\"}");
    }

    @Test
    void theQuestionHidesWhatTheAnswerMustProve() {
        String asked = location(console.browser().get(BEGIN));

        assertThat(asked).startsWith(provider.issuer() + "/authorize?response_type=code&client_id=pufa")
                .contains("scope=openid+profile+email", "code_challenge_method=S256", "&state=", "&nonce=",
                        "redirect_uri=" + console.origin().replace(":", "%3A").replace("/", "%2F"))
                .doesNotContain("verifier", "secret");
        assertThat(location(console.browser().get(BEGIN))).isNotEqualTo(asked);
    }

    @Test
    void anAccountIsNeverMadeBySigningIn() {
        provider.isVisitedBy("subject of a stranger", "stranger");

        assertRefused(signIn(console.browser()), 403, "统一身份认证认出您是“stranger”，但这里还没有您的账号");
        assertThat(console.database.read(tx -> tx.get("select count(*) from staff_account where username = 'stranger'",
                row -> row.getLong(0))).await()).isZero();
    }

    @Test
    void aDisabledAccountStaysOut() {
        var admin = console.signedIn("wangmin");
        admin.get("/console/staff/" + name);
        admin.post("/console/staff/" + name + "/disabling");

        assertRefused(signIn(console.browser()), 403, "您在这里的账号已停用");
    }

    @Test
    void theNextOwnerOfANameThereIsNotTheSamePerson() {
        assertThat(signIn(console.browser()).statusCode()).isEqualTo(200);

        provider.isVisitedBy("somebody new", name);

        assertRefused(signIn(console.browser()), 403, "已经有别人从统一身份认证登录过");
    }

    @Test
    void whoeverIsRenamedThereKeepsTheirAccount() {
        signIn(console.browser());
        provider.isVisitedBy("subject of " + name, name + "-married");
        var browser = console.browser();

        signIn(browser);

        assertThat(browser.get("/console/account").body()).contains("测试" + name);
    }

    @Test
    void anAdministratorSaysUnderWhichNameSomebodyIsKnownThere() {
        var admin = console.signedIn("wangmin");
        assertThat(admin.get("/console/staff/" + name + "/openid").body()).contains("在统一身份认证里的用户名或邮箱");
        provider.isVisitedBy("subject of another name", "Chen.Guoping@example.gov.cn");
        assertThat(signIn(console.browser()).statusCode()).isEqualTo(403);

        admin.post("/console/staff/" + name + "/openid", "name", "chen.guoping@example.gov.cn");

        assertThat(admin.get("/console/staff/" + name).body()).contains("chen.guoping@example.gov.cn");
        var browser = console.browser();
        signIn(browser);
        assertThat(isIn(browser)).isTrue();
        console.staff.addAccount(name + "-b", "另一位", "manager").await();
        admin.get("/console/staff/" + name + "-b/openid");
        var taken = admin.post("/console/staff/" + name + "-b/openid", "name", "CHEN.guoping@example.gov.cn");
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(taken.body()).contains("已经是别的账号的名字");
        admin.post("/console/staff/" + name + "/openid", "name", "");
    }

    @Test
    void aSecondFactorIsAskedForAllTheSame() {
        String link = console.staff.reset(name).await();
        var setting = console.browser();
        setting.get(link);
        setting.post("/console/setup", "token", link.substring(link.indexOf('=') + 1), "password", Console.PASSWORD,
                "again", Console.PASSWORD);
        var app = Authenticator.of(console, console.signedIn(name));
        console.clock.advance(Totp.STEP);
        var browser = console.browser();

        var entered = signIn(browser);

        assertThat(entered.headers().firstValue("refresh")).contains("0;url=/console/login/code");
        assertThat(isIn(browser)).isFalse();
        browser.get("/console/login/code");
        browser.post("/console/login/code", "code", app.code(), "next", "");
        assertThat(isIn(browser)).isTrue();
    }

    @Test
    void whoeverHasNoPasswordHereCanSetUpASecondFactor() {
        var browser = console.browser();
        signIn(browser);

        assertThat(browser.get("/console/account").body()).doesNotContain("/console/account/password");
        assertThat(browser.get(OwnFactor.PATH).body()).doesNotContain("name=\"current\"");
        browser.post(OwnFactor.PATH + "/secrets");
        var app = Authenticator.reading(console.clock, browser.get(OwnFactor.PATH).body());
        assertThat(browser.post(OwnFactor.PATH + "/confirmation", "code", app.code()).statusCode()).isEqualTo(200);
    }

    @Test
    void aNameThatIsToldOnlyOnAskingIsAskedFor() {
        provider.keepsNamesForUserInfo();
        var browser = console.browser();

        signIn(browser);

        assertThat(isIn(browser)).isTrue();
    }

    @Test
    void anAnswerToAnotherBrowsersQuestionIsRefused() {
        String stolen = visit(console.browser(), BEGIN);
        var victim = console.browser();
        victim.get(BEGIN);

        assertRefused(victim.get(stolen), 400, "不是从这个浏览器开始的");
        assertRefused(console.browser().get(stolen), 400, "不是从这个浏览器开始的");
    }

    @Test
    void aWrongStateIsRefused() {
        var browser = console.browser();
        String back = visit(browser, BEGIN).replaceFirst("state=.", "state=_");

        assertRefused(browser.get(back), 400, "不是从这个浏览器开始的");
    }

    @Test
    void anAnswerAfterTenMinutesIsRefused() {
        var browser = console.browser();
        String back = visit(browser, BEGIN);
        console.clock.advance(Duration.ofMinutes(10).plusSeconds(1));

        assertRefused(browser.get(back), 400, "隔了 10 分钟以上");
    }

    @Test
    void anAnswerIsGoodOnceHereAndItsCodeOnceThere() {
        var browser = console.browser();
        String back = visit(browser, BEGIN);
        String cookie = browser.cookie("staff_openid");
        assertThat(browser.get(back).statusCode()).isEqualTo(200);
        assertThat(browser.cookie("staff_openid")).isEmpty();
        assertRefused(console.browser().get(back), 400, "已经用过");
        var thief = console.browser();
        thief.setCookie("staff_openid", cookie);

        assertRefused(thief.get(back), 401, "可能已经用过或已过期");
    }

    @Test
    void aCodeOfAnotherQuestionCannotBeBroughtIn() {
        var browser = console.browser();
        String own = visit(browser, BEGIN);
        String other = visit(console.browser(), BEGIN);
        String code = other.replaceFirst(".*code=([^&]+).*", "$1");

        assertRefused(browser.get(own.replaceFirst("code=[^&]+", "code=" + code)), 401, "可能已经用过或已过期");
    }

    @Test
    void whoeverDeclinesThereIsBackAtTheSignInPage() {
        var browser = console.browser();
        String state = visit(browser, BEGIN).replaceFirst(".*state=", "");

        assertRefused(browser.get(BEGIN + "/answer?error=access_denied&state=" + state), 401, "没有同意登录");
    }

    private static UnaryOperator<JsonObject> put(String claim, Object value) {
        return said -> said.copy().put(claim, value);
    }

    static Stream<Arguments> claims() {
        return Stream.of(
                Arguments.of(put("nonce", "another"), "不是这次登录的"),
                Arguments.of((UnaryOperator<JsonObject>) said -> without(said, "nonce"), "不是这次登录的"),
                Arguments.of(put("aud", "another-client"), "是给别的系统的"),
                Arguments.of(put("aud", new JsonArray().add("pufa").add("another")), "是给别的系统的"),
                Arguments.of(put("azp", "another-client"), "是给别的系统的"),
                Arguments.of((UnaryOperator<JsonObject>) said -> without(said, "aud"), "是给别的系统的"),
                Arguments.of(put("iss", "https://evil.example"), "不是它开的"),
                Arguments.of((UnaryOperator<JsonObject>) said -> said.copy().put("exp", said.getLong("iat") - 61),
                        "已过期"),
                Arguments.of((UnaryOperator<JsonObject>) said -> without(said, "exp"), "已过期"),
                Arguments.of((UnaryOperator<JsonObject>) said -> said.copy().put("nbf", said.getLong("iat") + 120),
                        "还没有生效"),
                Arguments.of((UnaryOperator<JsonObject>) said -> without(said, "sub"), "不完整"),
                Arguments.of((UnaryOperator<JsonObject>) said -> without(said, "preferred_username"),
                        "没有说明您的用户名"));
    }

    private static JsonObject without(JsonObject said, String claim) {
        var left = said.copy();
        left.remove(claim);
        return left;
    }

    @ParameterizedTest
    @MethodSource("claims")
    void aProofThatSaysAnythingElseIsNotBelieved(UnaryOperator<JsonObject> change, String sentence) {
        if (sentence.equals("没有说明您的用户名")) {
            provider.isVisitedBy(new JsonObject().put("sub", "nameless"));
        }
        provider.says(change);
        var browser = console.browser();

        assertRefused(signIn(browser), 401, sentence);
        assertThat(isIn(browser)).isFalse();
    }

    @Test
    void aProofSignedByAnotherKeyIsNotBelieved() {
        provider.signsByAnotherKey();

        assertRefused(signIn(console.browser()), 401, "签名不对");
    }

    @Test
    void aProofThatWasChangedIsNotBelieved() {
        provider.isVisitedBy("subject of a stranger", "stranger");
        provider.sends(token -> {
            var parts = token.split("\\.");
            var said = new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                    .put("preferred_username", name);
            return parts[0] + '.' + IdentityServer.base64(said.encode().getBytes(StandardCharsets.UTF_8)) + '.' + parts[2];
        });

        assertRefused(signIn(console.browser()), 401, "签名不对");
    }

    @Test
    void aProofWithoutASignatureIsNotBelieved() {
        provider.sends(token -> rehead(token, new JsonObject().put("alg", "none")) + '.');

        assertRefused(signIn(console.browser()), 401, "签名不对");
    }

    @Test
    void thePublicKeyIsNoPasswordThatSigns() {
        provider.sends(token -> {
            String text = rehead(token, new JsonObject().put("alg", "HS256").put("kid", "first"));
            return text + '.' + IdentityServer.base64(hmac(provider.publicKey().getEncoded(), text));
        });

        assertRefused(signIn(console.browser()), 401, "签名不对");
    }

    private static String rehead(String token, JsonObject head) {
        return IdentityServer.base64(head.encode().getBytes(StandardCharsets.UTF_8)) + '.' + token.split("\\.")[1];
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(strings = {"", "x", "a.b.c", "....", "eyJ.e30."})
    void whatIsNoProofIsRefused(String nonsense) {
        provider.sends(token -> nonsense);

        assertThat(signIn(console.browser()).statusCode()).isEqualTo(401);
    }

    @Test
    void aNewKeyOfTheProviderIsLearnt() {
        signIn(console.browser());
        provider.changesItsKey();
        console.clock.advance(Duration.ofSeconds(11));
        var browser = console.browser();

        signIn(browser);

        assertThat(isIn(browser)).isTrue();
    }

    @Test
    void onlyAVerifiedAddressTellsWhoSomebodyIs() {
        var byMail = console(provider.issuer(), Claim.EMAIL);
        console.database.inTx(tx -> tx.update("update staff_account set oidc_name = $2 where username = $1", name,
                name + "@example.gov.cn")).await();
        byMail.clock.set(console.clock.instant());
        var someone = new JsonObject().put("sub", "mail of " + name).put("email", name + "@Example.gov.cn");

        provider.isVisitedBy(someone.copy().put("email_verified", false));
        assertRefused(signIn(byMail.browser()), 401, "没有给出核实过的邮箱");
        provider.isVisitedBy(someone.copy().put("email_verified", true));
        var browser = byMail.browser();
        signIn(browser);
        assertThat(isIn(browser)).isTrue();
    }

    @Test
    void theConsoleWorksWhileTheProviderIsDownAndSaysSo() throws Exception {
        int port;
        try (var free = new java.net.ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        var alone = console("http://127.0.0.1:" + port, Claim.PREFERRED_USERNAME);
        assertRefused(alone.browser().get(BEGIN), 503, "统一身份认证暂时连不上");
        assertThat(alone.browser().get("/console/login").body()).contains("暂时连不上，请用密码登录", "再试一次")
                .doesNotContain("用统一身份认证登录");
        assertThat(isIn(alone.signedIn("wangmin"))).isTrue();

        try (var late = new IdentityServer(alone.clock, port)) {
            late.isVisitedBy("late " + name, name);
            var browser = alone.browser();
            signIn(browser);
            assertThat(isIn(browser)).isTrue();
            assertThat(alone.browser().get("/console/login").body()).contains("用统一身份认证登录");
        }
    }

    @Test
    void withoutAProviderThereIsNoButton() {
        var plain = new Console(DATABASE, with -> List.of());

        assertThat(plain.browser().get("/console/login").body()).doesNotContain("openid");
        assertThat(plain.browser().get(BEGIN).statusCode()).isEqualTo(404);
    }
}
