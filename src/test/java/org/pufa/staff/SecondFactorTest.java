package org.pufa.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.support.Authenticator;
import org.pufa.support.Browser;
import org.pufa.support.Console;
import org.pufa.support.TestDatabase;

class SecondFactorTest {

    private static final String LOGIN = "/console/login";
    private static final String CODE = LOGIN + "/code";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static Console console;
    private String name;

    @BeforeAll
    static void open() {
        console = new Console(DATABASE, with -> List.of());
    }

    @BeforeEach
    void somebodyNew() {
        console.clock.advance(Duration.ofHours(1));
        name = "person" + PEOPLE.incrementAndGet();
        console.account(name, "manager");
    }

    private static boolean isIn(Browser browser) {
        return browser.get("/console/account").statusCode() == 200;
    }

    /** A browser whose password was taken. */
    private Browser atTheCode() {
        var browser = console.browser();
        browser.get(LOGIN);
        var entered = browser.post(LOGIN, "username", name, "password", Console.PASSWORD, "next", "");
        assertThat(entered.headers().firstValue("location")).contains(CODE);
        browser.get(CODE);
        return browser;
    }

    private static HttpResponse<String> enter(Browser browser, String code) {
        return browser.post(CODE, "code", code, "next", "/console/account");
    }

    @Test
    void theSecretIsShownToScanAndToTypeUntilACodeConfirmsIt() {
        var browser = console.signedIn(name);
        var app = Authenticator.begin(console, browser);
        assertThat(browser.get(OwnFactor.PATH).body()).contains("<svg class=\"qr\"", "开启动态验证码");
        assertThat(browser.post(OwnFactor.PATH + "/confirmation", "code", "000000").statusCode()).isEqualTo(422);

        var confirmed = browser.post(OwnFactor.PATH + "/confirmation", "code", app.code());

        assertThat(confirmed.statusCode()).isEqualTo(200);
        assertThat(confirmed.headers().firstValue("cache-control")).contains("no-store");
        assertThat(Authenticator.recoveryCodes(confirmed.body())).hasSize(10).doesNotHaveDuplicates();
        assertThat(browser.get(OwnFactor.PATH).body()).contains("还有 10 个恢复码没有用").doesNotContain("class=\"code key\"");
    }

    @Test
    void nothingIsBegunWithoutThePassword() {
        var browser = console.signedIn(name);
        browser.get(OwnFactor.PATH);

        assertThat(browser.post(OwnFactor.PATH + "/secrets", "current", "not the password").statusCode()).isEqualTo(422);
        assertThat(browser.get(OwnFactor.PATH).body()).contains("开始设置").doesNotContain("class=\"code key\"");
    }

    @Test
    void whatWasBegunCanBeLeft() {
        var browser = console.signedIn(name);
        var app = Authenticator.begin(console, browser);

        browser.post(OwnFactor.PATH + "/abandonment");

        assertThat(browser.post(OwnFactor.PATH + "/confirmation", "code", app.code()).statusCode()).isEqualTo(422);
        assertThat(isIn(console.signedIn(name))).isTrue();
    }

    @Test
    void thePasswordAloneDoesNotOpenTheConsoleAnyMore() {
        var app = Authenticator.of(console, console.signedIn(name));
        var browser = atTheCode();
        assertThat(isIn(browser)).isFalse();
        browser.get(CODE);

        var entered = enter(browser, app.nextCode());

        assertThat(entered.headers().firstValue("location")).contains("/console/account");
        assertThat(isIn(browser)).isTrue();
    }

    @Test
    void otherSessionsEndWhenItIsTurnedOn() {
        var other = console.signedIn(name);
        var browser = console.signedIn(name);

        Authenticator.of(console, browser);

        assertThat(isIn(browser)).isTrue();
        assertThat(isIn(other)).isFalse();
    }

    @Test
    void aCodeThatWasUsedIsRefusedEvenInItsOwnStep() {
        var app = Authenticator.of(console, console.signedIn(name));
        var first = atTheCode();
        var second = atTheCode();
        String code = app.nextCode();
        assertThat(enter(first, code).statusCode()).isEqualTo(303);

        var replayed = enter(second, code);

        assertThat(replayed.statusCode()).isEqualTo(401);
        assertThat(replayed.body()).contains("已用过", "还可以试 4 次");
    }

    @Test
    void theCodeThatTurnedItOnIsUsedToo() {
        var app = Authenticator.of(console, console.signedIn(name));

        assertThat(enter(atTheCode(), app.code()).statusCode()).isEqualTo(401);
    }

    @Test
    void anEarlierCodeIsRefusedOnceALaterOneWasUsed() {
        var app = Authenticator.of(console, console.signedIn(name));
        String earlier = app.nextCode();
        String later = app.nextCode();
        assertThat(enter(atTheCode(), later).statusCode()).isEqualTo(303);

        assertThat(enter(atTheCode(), earlier).statusCode()).isEqualTo(401);
    }

    @Test
    void aRecoveryCodeIsGoodOnceHoweverItIsTyped() {
        var browser = console.signedIn(name);
        var app = Authenticator.begin(console, browser);
        var codes = Authenticator.recoveryCodes(browser.post(OwnFactor.PATH + "/confirmation", "code", app.code()).body());
        String typed = " " + codes.get(3).toLowerCase(java.util.Locale.ROOT).replace("-", " ");

        assertThat(enter(atTheCode(), typed).statusCode()).isEqualTo(303);
        assertThat(enter(atTheCode(), codes.get(3)).statusCode()).isEqualTo(401);
        assertThat(enter(atTheCode(), codes.get(4)).statusCode()).isEqualTo(303);
    }

    @Test
    void newRecoveryCodesVoidTheOldOnes() {
        var browser = console.signedIn(name);
        var app = Authenticator.begin(console, browser);
        var old = Authenticator.recoveryCodes(browser.post(OwnFactor.PATH + "/confirmation", "code", app.code()).body());
        browser.get(OwnFactor.PATH);

        var made = browser.post(OwnFactor.PATH + "/recovery-codes", "code", app.nextCode());

        var fresh = Authenticator.recoveryCodes(made.body());
        assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(old);
        assertThat(enter(atTheCode(), old.get(0)).statusCode()).isEqualTo(401);
        assertThat(enter(atTheCode(), fresh.get(0)).statusCode()).isEqualTo(303);
    }

    @Test
    void theCodesOfThePageComeAsAFileAndNothingElseDoes() {
        var browser = console.signedIn(name);
        browser.get(OwnFactor.PATH);

        var file = browser.post(OwnFactor.PATH + "/recovery-codes/file", "code", "ABCD-EFGH", "code", "2345-67AB");
        var other = browser.post(OwnFactor.PATH + "/recovery-codes/file", "code", "<script>");

        assertThat(file.headers().firstValue("content-disposition").orElse("")).startsWith("attachment");
        assertThat(file.body()).contains(name, "ABCD-EFGH\r\n2345-67AB\r\n");
        assertThat(other.statusCode()).isEqualTo(400);
    }

    @Test
    void fiveWrongCodesLockTheSecondStep() {
        var app = Authenticator.of(console, console.signedIn(name));
        for (int i = 1; i < 5; i++) {
            assertThat(enter(atTheCode(), "00000" + i).statusCode()).isEqualTo(401);
        }

        assertThat(enter(atTheCode(), "000009").statusCode()).isEqualTo(429);
        assertThat(enter(atTheCode(), app.nextCode()).statusCode()).isEqualTo(429);
        console.clock.advance(Duration.ofMinutes(15));
        assertThat(enter(atTheCode(), app.nextCode()).statusCode()).isEqualTo(303);
    }

    @Test
    void theSecondStepEndsAfterFiveMinutesAndWithTheNextPassword() {
        var app = Authenticator.of(console, console.signedIn(name));
        var late = atTheCode();
        console.clock.advance(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(enter(late, app.code()).headers().firstValue("location")).contains(LOGIN + "?done=late");

        var browser = atTheCode();
        String link = console.staff.reset(name).await();
        var setting = console.browser();
        setting.get(link);
        setting.post("/console/setup", "token", link.substring(link.indexOf('=') + 1), "password",
                "丁香花下停着旧自行车", "again", "丁香花下停着旧自行车");

        assertThat(enter(browser, app.nextCode()).headers().firstValue("location")).contains(LOGIN + "?done=late");
    }

    @Test
    void itIsTurnedOffByACode() {
        var browser = console.signedIn(name);
        var app = Authenticator.of(console, browser);
        browser.get(OwnFactor.PATH);
        assertThat(browser.post(OwnFactor.PATH + "/removal", "code", "123456").statusCode()).isEqualTo(422);

        assertThat(browser.post(OwnFactor.PATH + "/removal", "code", app.nextCode()).statusCode()).isEqualTo(303);

        assertThat(isIn(console.signedIn(name))).isTrue();
    }

    @Test
    void aProgramSendsTheCodeWithThePassword() {
        var app = Authenticator.of(console, console.signedIn(name));

        var without = console.apiSession(name, Console.PASSWORD);
        var wrong = session("123456");
        var right = session(app.nextCode());

        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(new JsonObject(without.body()).getBoolean("otp_required")).isTrue();
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(right.statusCode()).isEqualTo(201);
    }

    private HttpResponse<String> session(String otp) {
        var body = new JsonObject().put("username", name).put("password", Console.PASSWORD).put("otp", otp);
        return console.browser().send(console.browser().request("/api/v1/staff/session")
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.encode())));
    }

    @Test
    void neitherSecretNorRecoveryCodeCanBeReadFromTheDatabase() {
        var browser = console.signedIn(name);
        var app = Authenticator.begin(console, browser);
        String page = browser.get(OwnFactor.PATH).body();
        var codes = Authenticator.recoveryCodes(browser.post(OwnFactor.PATH + "/confirmation", "code", app.code()).body());

        String rows = console.database.read(tx -> tx.get("""
                select string_agg(r::text, ' ') || (select string_agg(f::text, ' ') from staff_factor f)
                from staff_recovery_code r""", row -> row.getString(0))).await();

        assertThat(rows).doesNotContain(hex(codes.get(0)), hex(codes.get(0).replace("-", "")));
        assertThat(page).contains("class=\"code key\"");
        assertThat(rows).doesNotContain(java.util.HexFormat.of().formatHex(app.secret()));
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
}
