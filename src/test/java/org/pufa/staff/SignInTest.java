package org.pufa.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pufa.support.Console;
import org.pufa.support.TestDatabase;

class SignInTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static Console console;

    @BeforeAll
    static void open() {
        console = new Console(DATABASE, with -> List.of());
        console.account("wangmin", "admin");
        console.account("chen", "auditor");
    }

    @BeforeEach
    void laterThanAnyLock() {
        console.clock.advance(Duration.ofHours(1));
    }

    private static int attempt(String username, String password) {
        var browser = console.browser();
        browser.get("/console/login");
        return browser.post("/console/login", "username", username, "password", password, "next", "").statusCode();
    }

    @Test
    void theRightPasswordOpensTheConsole() {
        var browser = console.signedIn("wangmin");

        var page = browser.get("/console/staff");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("测试wangmin，系统管理员", "人员与权限", "审计日志");
    }

    @Test
    void theCookieStaysInTheConsoleAndAwayFromScripts() {
        var browser = console.browser();
        browser.get("/console/login");

        var entered = browser.post("/console/login", "username", "WangMin", "password", Console.PASSWORD, "next", "");

        assertThat(entered.headers().allValues("set-cookie")).anyMatch(cookie -> cookie.startsWith("staff=")
                && cookie.contains("HTTPOnly") && cookie.contains("SameSite=Strict")
                && cookie.contains("Path=/console"));
    }

    @Test
    void aSignInIsWrittenToTheAuditLog() {
        console.signedIn("wangmin");

        var last = console.database.read(tx -> console.audit.before(tx, Long.MAX_VALUE, 1)).await().get(0);

        assertThat(last.action()).isEqualTo("staff.sign-in");
        assertThat(last.actor()).isEqualTo("wangmin");
    }

    @Test
    void aWrongPasswordTellsHowManyTriesAreLeftAndNothingElse() {
        var browser = console.browser();
        browser.get("/console/login");

        var known = browser.post("/console/login", "username", "wangmin", "password", "wrong", "next", "");
        var unknown = browser.post("/console/login", "username", "nobody", "password", "wrong", "next", "");

        assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(401);
        assertThat(known.body()).contains("用户名或密码不对。还可以试 4 次");
        assertThat(unknown.body().replace("nobody", "wangmin").replaceAll("name=\"_csrf\" value=\"[^\"]+\"", ""))
                .isEqualTo(known.body().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chen", "nobody-at-all"})
    void fiveFailuresLockTheNameForAQuarterOfAnHour(String username) {
        for (int i = 1; i < 5; i++) {
            assertThat(attempt(username, "wrong")).isEqualTo(401);
        }

        assertThat(attempt(username, "wrong")).isEqualTo(429);
        assertThat(attempt(username, Console.PASSWORD)).isEqualTo(429);
        console.clock.advance(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(attempt(username, Console.PASSWORD)).isEqualTo(429);
        console.clock.advance(Duration.ofSeconds(1));
        assertThat(attempt(username, Console.PASSWORD)).isEqualTo(username.equals("chen") ? 303 : 401);
    }

    @Test
    void guessesSentSideBySideCannotExceedTheLimit() {
        var statuses = atOnce(30, i -> attempt("chen", "wrong " + i));

        assertThat(statuses.get(401)).isEqualTo(4);
        assertThat(statuses.get(429)).isEqualTo(26);
        int looked = console.database.read(tx -> tx.get("""
                select count(*) from audit_event where action in ('staff.sign-in-failed', 'staff.lock')
                  and subject = 'chen' and at = $1""", row -> row.getInteger(0),
                AccountStore.utc(console.clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS)))).await();
        assertThat(looked).as("passwords that were looked at").isEqualTo(5);
    }

    private static java.util.Map<Integer, Long> atOnce(int count, java.util.function.IntFunction<Integer> work) {
        var pool = Executors.newFixedThreadPool(count);
        try {
            var all = IntStream.range(0, count).mapToObj(i -> pool.submit(() -> work.apply(i))).toList();
            return all.stream().map(future -> {
                try {
                    return future.get();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }).collect(Collectors.groupingBy(status -> status, Collectors.counting()));
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void signingInForgetsEarlierFailures() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                assertThat(attempt("chen", "wrong")).isEqualTo(401);
            }
            assertThat(attempt("chen", Console.PASSWORD)).isEqualTo(303);
        }
    }

    @Test
    void emptyFieldsAreNoTry() {
        for (int i = 0; i < 8; i++) {
            assertThat(attempt("chen", "")).isEqualTo(422);
        }

        assertThat(attempt("chen", Console.PASSWORD)).isEqualTo(303);
    }

    @Test
    void whoeverIsNotSignedInIsLedToTheSignInPageAndBack() {
        var browser = console.browser();

        var away = browser.get("/console/audit?before=7");
        assertThat(away.statusCode()).isEqualTo(303);
        String login = away.headers().firstValue("location").orElseThrow();
        assertThat(login).isEqualTo("/console/login?next=%2Fconsole%2Faudit%3Fbefore%3D7");

        var form = browser.get(login);
        assertThat(form.body()).contains("value=\"/console/audit?before&#x3D;7\"");
        var entered = browser.post("/console/login", "username", "wangmin", "password", Console.PASSWORD, "next",
                "/console/audit?before=7");
        assertThat(entered.headers().firstValue("location")).contains("/console/audit?before=7");
    }

    static Stream<String> traps() {
        return Stream.of("https://evil.example/", "//evil.example/console", "/console//evil.example",
                "/console/../c/x", "/console\\evil", "/\\evil.example", "javascript:alert(1)", "/consolex",
                "/console.evil.example", "/console@evil.example", "/console/audit?next=//evil.example",
                "/console/a\r\nSet-Cookie: x=1", " /console", "/console/login", "/console/login?next=/console/login",
                "/console/sign-out", "/c/anything", "", "/console/%2e%2e/x");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("traps")
    void signingInNeverLeadsElsewhere(String next) {
        var browser = console.browser();
        browser.get("/console/login");

        var entered = browser.post("/console/login", "username", "wangmin", "password", Console.PASSWORD, "next", next);

        assertThat(entered.headers().firstValue("location")).contains("/console");
        assertThat(entered.headers().allValues("set-cookie")).noneMatch(cookie -> cookie.startsWith("x="));
    }

    @Test
    void aFormWithoutTheTokenOfItsPageIsRefused() {
        var browser = console.browser();
        browser.get("/console/login");

        var without = browser.postAsIs("/console/login", "username", "wangmin", "password", Console.PASSWORD);
        var wrong = browser.postAsIs("/console/login", "_csrf", "A".repeat(43), "username", "wangmin", "password",
                Console.PASSWORD);

        assertThat(List.of(without.statusCode(), wrong.statusCode())).containsOnly(403);
    }

    @Test
    void aProgramGetsAProblemDocument() {
        var refused = console.apiSession("wangmin", "wrong");
        var malformed = console.browser().send(console.browser().request("/api/v1/staff/session")
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"username\": 7}")));

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(new JsonObject(refused.body()).getInteger("tries_left")).isEqualTo(4);
        assertThat(refused.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        assertThat(malformed.statusCode()).isEqualTo(400);
    }

    @Test
    void bothLanguagesHaveTheSignInPage() {
        var page = console.browser().get("/console/login?lang=en&done=out");

        assertThat(page.body()).contains("Staff sign-in", "You are signed out.");
    }
}
