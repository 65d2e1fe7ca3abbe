package org.pufa.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.support.Browser;
import org.pufa.support.Console;
import org.pufa.support.TestDatabase;

class LateFormTest {

    private static final String NEW = "/console/staff/new";
    private static final String TYPED = "display_name=%E9%99%88%E5%9B%BD%E5%B9%B3+%22%3Cb%3E&username=chenguoping&role=editor";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static Console console;
    private Browser browser;

    @BeforeAll
    static void open() {
        console = new Console(DATABASE, with -> List.of());
        console.account("wangmin", "admin");
        console.account("lihua", "admin");
    }

    @BeforeEach
    void atTheForm() {
        console.clock.advance(Duration.ofHours(2));
        browser = console.signedIn("wangmin");
        browser.get(NEW);
    }

    /** As a browser sends it from a page of ours. */
    private static HttpResponse<String> send(Browser browser, String from, String to, String form) {
        return browser.send(browser.request(to).header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", console.origin()).header("Referer", console.origin() + from)
                .POST(BodyPublishers.ofString("_csrf=" + browser.token() + "&" + form)));
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("location").orElseThrow();
    }

    private static String next(String login) {
        return URLDecoder.decode(login.replaceFirst(".*next=([^&]*).*", "$1"), StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> signIn(Browser browser, String username, String next) {
        browser.get("/console/login");
        var entered = browser.post("/console/login", "username", username, "password", Console.PASSWORD, "next", next);
        return browser.get(location(entered));
    }

    private static boolean isMade() {
        return console.database.read(tx -> tx.get("select exists (select from staff_account where username = 'chenguoping')",
                row -> row.getBoolean(0))).await();
    }

    @Test
    void whoeverSignsInAgainFindsTheFormAsTheyLeftIt() {
        console.clock.advance(Duration.ofMinutes(31));

        String login = location(send(browser, NEW, "/console/staff", TYPED));

        assertThat(login).startsWith("/console/login?next=%2Fconsole%2Fstaff%2Fnew%3Fkept%3D").endsWith("&done=kept");
        assertThat(browser.get(login).body()).contains("刚才的内容还没有提交，已替您留着");
        var page = signIn(browser, "wangmin", next(login));
        assertThat(page.body()).contains("还没有提交。请核对后再提交", "value=\"陈国平 &quot;<b>\"", "value=\"chenguoping\"",
                "value=\"editor\" checked").doesNotContain("value=\"admin\" checked");
        assertThat(isMade()).as("nothing is done before they send it").isFalse();
    }

    @Test
    void aRevokedSessionLosesNothingEither() {
        var other = console.signedIn("wangmin");
        other.get("/console/account");
        other.post("/console/account/endings");

        String login = location(send(browser, NEW, "/console/staff", TYPED));

        assertThat(signIn(browser, "wangmin", next(login)).body()).contains("value=\"chenguoping\"");
    }

    @Test
    void whoeverSignedInAgainMeanwhileIsLedBackToTheFormAtOnce() {
        String old = browser.token();
        browser.get("/console/account");
        browser.post("/console/sign-out");
        signIn(browser, "wangmin", "");

        var answer = browser.send(browser.request("/console/staff").header("Origin", console.origin())
                .header("Referer", console.origin() + NEW).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + old + "&" + TYPED)));

        assertThat(location(answer)).startsWith(NEW + "?kept=");
        assertThat(browser.get(location(answer)).body()).contains("value=\"chenguoping\"");
        assertThat(isMade()).isFalse();
    }

    @Test
    void anotherAccountDoesNotGetIt() {
        console.clock.advance(Duration.ofMinutes(31));
        String login = location(send(browser, NEW, "/console/staff", TYPED));

        var page = signIn(browser, "lihua", next(login));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("新建账号").doesNotContain("chenguoping", "还没有提交");
        assertThat(signIn(console.browser(), "wangmin", next(login)).body()).contains("value=\"chenguoping\"");
    }

    @Test
    void afterAnHourItIsGone() {
        console.clock.advance(Duration.ofMinutes(31));
        String login = location(send(browser, NEW, "/console/staff", TYPED));
        console.clock.advance(Duration.ofMinutes(60));

        assertThat(signIn(browser, "wangmin", next(login)).body()).doesNotContain("chenguoping");
    }

    @Test
    void theDatabaseDoesNotTellWhatWasTyped() {
        console.clock.advance(Duration.ofMinutes(31));
        send(browser, NEW, "/console/staff", TYPED);

        String rows = console.database.read(tx -> tx.get(
                "select string_agg(encode(content, 'escape'), ' ') from staff_kept_form", row -> row.getString(0))).await();

        assertThat(rows).isNotEmpty().doesNotContain("chenguoping", "display_name");
    }

    @Test
    void aPageWithoutTheFormShowsEverythingAndSendsItOn() {
        console.clock.advance(Duration.ofMinutes(31));
        String login = location(send(browser, "/console/staff", "/console/staff", TYPED));

        var page = signIn(browser, "wangmin", next(login));

        assertThat(page.body()).contains("可以原样提交", "action=\"/console/staff\"",
                "type=\"hidden\" name=\"username\" value=\"chenguoping\"");
    }

    @Test
    void aFormWhosePageIsUnknownIsShownOnAPageOfItsOwn() {
        console.clock.advance(Duration.ofMinutes(31));
        var answer = browser.send(browser.request("/console/staff").header("Origin", console.origin())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + browser.token() + "&" + TYPED)));

        String next = next(location(answer));

        assertThat(next).startsWith("/console/kept?kept=");
        assertThat(signIn(browser, "wangmin", next).body()).contains("没有提交成的内容", "value=\"chenguoping\"");
    }

    @Test
    void whatAnotherSiteSendsOrNobodyTypedIsNotKept() {
        console.clock.advance(Duration.ofMinutes(31));

        var foreign = browser.send(browser.request("/console/staff").header("Origin", "https://evil.example")
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(TYPED)));
        var silent = browser.postAsIs("/console/staff", "username", "chenguoping");
        String button = location(send(browser, "/console/staff/lihua", "/console/staff/lihua/enabling", ""));
        String password = location(send(browser, "/console/account/password", "/console/account/password",
                "current=hunter2&password=a&again=a"));

        assertThat(List.of(location(foreign), location(silent), button, password)).containsOnly("/console/login");
    }

    @Test
    void somebodyWhoWasNeverHereHasNothingKept() {
        var stranger = console.browser();
        stranger.get("/console/login");

        assertThat(location(send(stranger, NEW, "/console/staff", TYPED))).isEqualTo("/console/login");
    }

    @Test
    void onlyTheLatestFewOfAnAccountAreKept() {
        console.clock.advance(Duration.ofMinutes(31));
        String cookie = browser.cookie("staff");
        for (int i = 0; i < 12; i++) {
            browser.setCookie("staff", cookie);
            console.clock.advance(Duration.ofSeconds(1));
            send(browser, NEW, "/console/staff", TYPED + i);
        }

        long rows = console.database.read(tx -> tx.get("""
                select count(*) from staff_kept_form k join staff_account a on a.id = k.account_id
                where a.username = 'wangmin'""", row -> row.getLong(0))).await();

        assertThat(rows).isEqualTo(10);
    }

    @Test
    void aFormOfAMegabyteIsTooLargeToKeep() {
        var form = new org.pufa.staff.kept.KeptForm("/x", List.of(new org.pufa.staff.kept.KeptForm.Field("text",
                "字".repeat(org.pufa.staff.kept.KeptForm.LARGEST))));

        assertThat(form.isTooLarge()).isTrue();
    }
}
