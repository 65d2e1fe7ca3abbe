package org.pufa.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.PubSecKeyOptions;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.kernel.Hmac;
import org.pufa.support.Browser;
import org.pufa.support.Console;
import org.pufa.support.TestDatabase;

class SessionTest {

    private static final String PAGE = "/console/audit";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static Console console;

    @BeforeAll
    static void open() {
        console = new Console(DATABASE, with -> List.of());
        console.account("wangmin", "admin");
        console.account("lihua", "admin");
    }

    private static boolean isIn(Browser browser) {
        return browser.get(PAGE).statusCode() == 200;
    }

    private static void wait(Duration time) {
        console.clock.advance(time);
    }

    @Test
    void aSessionLivesAsLongAsItIsUsed() {
        var browser = console.signedIn("wangmin");

        for (int i = 0; i < 20; i++) {
            wait(Duration.ofMinutes(29));
            assertThat(isIn(browser)).isTrue();
        }
    }

    @Test
    void halfAnHourWithoutARequestEndsIt() {
        var browser = console.signedIn("wangmin");

        wait(Duration.ofMinutes(30));

        assertThat(isIn(browser)).isFalse();
    }

    @Test
    void twelveHoursEndItAnyway() {
        var browser = console.signedIn("wangmin");

        for (int i = 0; i < 71; i++) {
            wait(Duration.ofMinutes(10));
            assertThat(isIn(browser)).isTrue();
        }
        wait(Duration.ofMinutes(10));

        assertThat(isIn(browser)).isFalse();
    }

    @Test
    void aTokenIsRenewedWhileItsSessionIsGood() {
        var browser = console.signedIn("wangmin");
        String first = browser.cookie("staff");

        wait(Duration.ofMinutes(6));
        isIn(browser);
        String second = browser.cookie("staff");
        wait(Duration.ofMinutes(1));
        isIn(browser);

        assertThat(second).isNotEqualTo(first);
        assertThat(browser.cookie("staff")).isEqualTo(second);
    }

    @Test
    void signingOutEndsTheSessionForEveryCopyOfTheCookie() {
        var browser = console.signedIn("wangmin");
        var thief = console.browser();
        thief.setCookie("staff", browser.cookie("staff"));
        assertThat(isIn(thief)).isTrue();
        browser.get(PAGE);

        var left = browser.post("/console/sign-out");

        assertThat(left.headers().firstValue("location")).contains("/console/login?done=out");
        assertThat(isIn(thief)).isFalse();
        assertThat(browser.cookie("staff")).isEmpty();
    }

    @Test
    void aDisabledAccountIsOutAtOnce() {
        console.account("leaving", "manager");
        var leaving = console.signedIn("leaving");
        String bearer = console.bearer("leaving");
        assertThat(leaving.get("/console/staff").statusCode()).isEqualTo(403);
        var admin = console.signedIn("wangmin");
        admin.get("/console/staff/leaving/disabling");

        admin.post("/console/staff/leaving/disabling");

        assertThat(leaving.get("/console/staff").statusCode()).isEqualTo(303);
        assertThat(console.api("DELETE", "/api/v1/staff/session", bearer).statusCode()).isEqualTo(401);
        assertThat(console.apiSession("leaving", Console.PASSWORD).statusCode()).isEqualTo(401);
    }

    @Test
    void aProgramsTokenIsGoodForAQuarterOfAnHourAndUntilItIsGivenBack() {
        String late = console.bearer("wangmin");
        wait(Duration.ofMinutes(15));
        assertThat(console.api("DELETE", "/api/v1/staff/session", late).statusCode()).isEqualTo(401);

        String bearer = console.bearer("wangmin");
        assertThat(console.api("DELETE", "/api/v1/staff/session", bearer).statusCode()).isEqualTo(204);
        assertThat(console.api("DELETE", "/api/v1/staff/session", bearer).statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenOpensOnlyItsOwnDoor() {
        var browser = console.browser();
        browser.setCookie("staff", console.bearer("wangmin"));
        var signedIn = console.signedIn("wangmin");

        assertThat(isIn(browser)).isFalse();
        assertThat(console.api("DELETE", "/api/v1/staff/session", signedIn.cookie("staff")).statusCode())
                .isEqualTo(401);
    }

    private static byte[] key(String purpose) {
        return new Hmac(Console.KEY).of(purpose.getBytes(StandardCharsets.UTF_8));
    }

    /** The session of somebody who is signed in. */
    private static UUID session() {
        var token = console.signedIn("lihua").cookie("staff").split("\\.")[1];
        return UUID.fromString(new JsonObject(Buffer.buffer(Base64.getUrlDecoder().decode(token))).getString("jti"));
    }

    private static JsonObject goodClaims() {
        long now = console.clock.instant().getEpochSecond();
        return new JsonObject().put("jti", session().toString()).put("iat", now).put("exp", now + 900)
                .put("iss", "pufa").put("aud", new io.vertx.core.json.JsonArray().add("pufa-console"));
    }

    private static String signed(JsonObject claims, String algorithm, byte[] key) {
        return JWTAuth.create(DATABASE.vertx(), new JWTAuthOptions().addPubSecKey(new PubSecKeyOptions()
                .setAlgorithm(algorithm).setBuffer(Buffer.buffer(key))))
                .generateToken(claims, new JWTOptions().setAlgorithm(algorithm).setNoTimestamp(true));
    }

    private static boolean opens(String token) {
        var browser = console.browser();
        browser.setCookie("staff", token);
        return isIn(browser);
    }

    @Test
    void onlyATokenOfOursWithEveryClaimIsTaken() {
        byte[] ours = key("staff console");
        var claims = goodClaims();

        assertThat(opens(signed(claims, "HS256", ours))).as("all right").isTrue();
        assertThat(opens(signed(claims, "HS256", key("another")))).as("another key").isFalse();
        assertThat(opens(signed(claims, "HS384", ours))).as("another algorithm").isFalse();
        assertThat(opens(unsigned(claims))).as("no algorithm").isFalse();
        for (String claim : List.of("jti", "iat", "exp", "iss", "aud")) {
            var without = claims.copy();
            without.remove(claim);
            assertThat(opens(signed(without, "HS256", ours))).as("without " + claim).isFalse();
        }
        assertThat(opens(signed(claims.copy().put("iss", "other"), "HS256", ours))).isFalse();
        assertThat(opens(signed(claims.copy().put("jti", UUID.randomUUID().toString()), "HS256", ours))).isFalse();
        assertThat(opens(signed(claims.copy().put("jti", "no uuid"), "HS256", ours))).isFalse();
        assertThat(opens(signed(claims.copy().put("exp", "soon"), "HS256", ours))).isFalse();
        assertThat(opens("nonsense")).isFalse();
        assertThat(opens("a.b.c")).isFalse();
    }

    private static String unsigned(JsonObject claims) {
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + '.'
                + encoder.encodeToString(claims.encode().getBytes(StandardCharsets.UTF_8)) + '.';
    }

    @Test
    void aFormOfAnotherSessionIsRefused() {
        var mine = console.signedIn("wangmin");
        var other = console.signedIn("lihua");
        String form = other.get(PAGE).body();
        String token = form.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");

        assertThat(mine.postAsIs("/console/sign-out", "_csrf", token).statusCode()).isEqualTo(403);
        assertThat(mine.postAsIs("/console/sign-out").statusCode()).isEqualTo(403);
        assertThat(isIn(mine)).isTrue();
    }
}
