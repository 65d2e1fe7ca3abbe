package org.pufa.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.support.Authenticator;
import org.pufa.support.Browser;
import org.pufa.support.Console;
import org.pufa.support.TestDatabase;

class OwnAccountTest {

    private static final String OWN = "/console/account";
    private static final String PASSWORD = OWN + "/password";
    private static final String FRESH = "丁香花下停着旧自行车";
    private static final Pattern ENDING = Pattern.compile("action=\"([^\"]+/sessions/[^\"]+/ending)\"");
    private static final String FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

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
        return browser.get(OWN).statusCode() == 200;
    }

    private static List<String> endings(Browser browser) {
        return ENDING.matcher(browser.get(OWN).body()).results().map(found -> found.group(1)).toList();
    }

    private static HttpResponse<String> change(Browser browser, String current, String fresh, String again) {
        browser.get(PASSWORD);
        return browser.post(PASSWORD, "current", current, "password", fresh, "again", again);
    }

    @Test
    void theListTellsOnesDevicesApart() {
        var browser = console.signedIn(name);
        var other = console.browser();
        other.setCookie("lang", "zh");
        other.send(other.request("/console/login").header("User-Agent", FIREFOX).GET());
        other.send(other.request("/console/login").header("User-Agent", FIREFOX)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("_csrf=" + other.token() + "&username=" + name
                        + "&next=&password=" + java.net.URLEncoder.encode(Console.PASSWORD,
                        java.nio.charset.StandardCharsets.UTF_8))));

        String page = browser.get(OWN).body();

        assertThat(page).contains("Firefox, Windows", "127.0.0.1", "11月").containsOnlyOnce("这一台");
        assertThat(endings(browser)).hasSize(2);
    }

    @Test
    void anotherDeviceIsSignedOutAtOnce() {
        var lost = console.signedIn(name);
        console.clock.advance(Duration.ofMinutes(2));
        var browser = console.signedIn(name);

        browser.post(endings(browser).get(1));

        assertThat(isIn(lost)).isFalse();
        assertThat(isIn(browser)).isTrue();
    }

    @Test
    void allOthersAreSignedOutTogether() {
        var first = console.signedIn(name);
        var second = console.signedIn(name);
        String bearer = console.bearer(name);
        var browser = console.signedIn(name);
        browser.get(OWN);

        browser.post(OWN + "/endings");

        assertThat(List.of(isIn(first), isIn(second), isIn(browser))).containsExactly(false, false, true);
        assertThat(console.api("DELETE", "/api/v1/staff/session", bearer).statusCode()).isEqualTo(401);
    }

    @Test
    void nobodyEndsTheSessionOfSomebodyElse() {
        var victim = console.signedIn(name);
        String ending = endings(victim).get(0);
        console.account(name + "-b", "admin");
        var other = console.signedIn(name + "-b");
        other.get(OWN);

        var answer = other.post(ending);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(isIn(victim)).isTrue();
        assertThat(other.post(OWN + "/sessions/not-an-id/ending").statusCode()).isEqualTo(404);
    }

    @Test
    void aNewPasswordSignsOtherDevicesOutAndThisOneStays() {
        var other = console.signedIn(name);
        String bearer = console.bearer(name);
        String link = console.staff.reset(name).await();
        var browser = console.signedIn(name);

        var changed = change(browser, Console.PASSWORD, FRESH, FRESH);

        assertThat(changed.headers().firstValue("location")).contains(OWN + "?done=password");
        assertThat(browser.get(OWN + "?done=password").body()).contains("密码已改，其他设备都已退出");
        assertThat(isIn(other)).isFalse();
        assertThat(console.api("DELETE", "/api/v1/staff/session", bearer).statusCode()).isEqualTo(401);
        assertThat(console.apiSession(name, Console.PASSWORD).statusCode()).isEqualTo(401);
        assertThat(console.apiSession(name, FRESH).statusCode()).isEqualTo(201);
        assertThat(console.browser().get(link).statusCode()).as("a link made before").isEqualTo(410);
    }

    @Test
    void whatIsWrongIsSaidTogetherAndNothingChanges() {
        var browser = console.signedIn(name);

        var refused = change(browser, "not the password", "1234567890", "other");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"current-wrong\"", "id=\"password-wrong\"", "id=\"again-wrong\"",
                "现在的密码不对。还可以试 4 次").doesNotContain("not the password");
        assertThat(console.apiSession(name, Console.PASSWORD).statusCode()).isEqualTo(201);
    }

    @Test
    void somebodyAtAnUnlockedScreenCannotGuessThePassword() {
        var browser = console.signedIn(name);
        for (int i = 0; i < 5; i++) {
            assertThat(change(browser, "guess " + i, FRESH, FRESH).statusCode()).isEqualTo(422);
        }

        var locked = change(browser, Console.PASSWORD, FRESH, FRESH);

        assertThat(locked.statusCode()).isEqualTo(422);
        assertThat(locked.body()).contains("已锁定到");
        console.clock.advance(Duration.ofMinutes(15));
        assertThat(change(browser, Console.PASSWORD, FRESH, FRESH).statusCode()).isEqualTo(303);
    }

    @Test
    void theLockOfOneBrowserKeepsNobodyOutWhereTheyUsuallyWork() {
        console.signedIn(name);
        for (int i = 0; i < SignInTries.MOST; i++) {
            console.apiSession(name, "guess " + i);
        }
        assertThat(console.apiSession(name, Console.PASSWORD).statusCode()).isEqualTo(429);

        var elsewhere = console.database.inTx(tx -> new SignInTries(new org.pufa.kernel.Hmac(Console.KEY))
                .count(tx, name, "192.0.2.7", console.clock.instant())).await();

        assertThat(elsewhere.allowed()).isTrue();
    }

    @Test
    void bothLanguagesHaveThePagesOfOnesAccount() {
        var browser = console.signedIn(name);
        browser.get(OWN + "?lang=en");

        assertThat(browser.get(OWN).body()).contains("Signed-in devices", "This one", "Second factor");
        assertThat(browser.get(PASSWORD).body()).contains("Current password");
        assertThat(browser.get(OwnFactor.PATH).body()).contains("Begin");
        Authenticator.of(console, browser);
        assertThat(browser.get(OwnFactor.PATH).body()).contains("10 recovery codes are left");
    }
}
