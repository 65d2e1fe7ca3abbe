package org.pufa.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.TestHouse;
import org.pufa.support.Browser;
import org.pufa.support.Console;
import org.pufa.support.TestDatabase;

/** Two nodes on one database: what is decided on one holds on both. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class SettingsConsoleTest {

    private static final String PATH = "/console/settings";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static TestHouse house;
    private static TestHouse other;
    private static Browser admin;
    private static Browser auditor;

    @BeforeAll
    static void open() {
        house = new TestHouse(DATABASE);
        other = new TestHouse(DATABASE, Map.of("PUBLIC_URL", "https://pufa.example.gov.cn"), Clock.systemUTC());
        admin = hired("wangmin", "admin");
        auditor = hired("shenji", "auditor");
    }

    private static Browser hired(String username, String role) {
        String link = house.staff().addAccount(username, "测试" + username, role).await();
        var browser = new Browser(house.origin());
        browser.get(link);
        browser.post("/console/setup", "token", link.substring(link.indexOf('=') + 1), "password", Console.PASSWORD,
                "again", Console.PASSWORD);
        browser.get("/console/login");
        browser.post("/console/login", "username", username, "password", Console.PASSWORD, "next", "");
        return browser;
    }

    @AfterAll
    static void close() {
        house.close();
        other.close();
    }

    /** The form as it stands on the page, with some fields typed anew. */
    private static List<String> form(Browser browser, String... typed) {
        String page = browser.get(PATH).body();
        var fields = new ArrayList<String>();
        for (SiteForm.Field field : SiteForm.FIELDS) {
            String seen = page.replaceAll("(?s).*name=\"" + field.seenName() + "\" value=\"([^\"]*)\".*", "$1");
            fields.addAll(List.of(field.seenName(), seen, field.name(), typed(field.name(), seen, typed)));
        }
        return fields;
    }

    private static String typed(String name, String seen, String... typed) {
        for (int i = 0; i < typed.length; i += 2) {
            if (typed[i].equals(name)) {
                return typed[i + 1];
            }
        }
        return seen;
    }

    private static HttpResponse<String> save(String... typed) {
        return admin.post(PATH, form(admin, typed).toArray(String[]::new));
    }

    private static String home(TestHouse where) {
        return new Browser(where.origin()).get("/c/no-arrears-vote").body();
    }

    private static void eventually(Supplier<Boolean> so) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!so.get() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(so.get()).isTrue();
    }

    private static String lastEvent(String action) {
        return DATABASE.database().read(tx -> tx.get("""
                select actor || ' ' || subject || ' ' || details from audit_event where action = $1
                order by seq desc limit 1""", row -> row.getString(0), action)).await();
    }

    @Test
    void whatIsSavedIsOnKeptPagesOfAllNodesAtOnce() {
        assertThat(home(house)).doesNotContain("浙ICP备12345678号-1");
        assertThat(home(other)).doesNotContain("浙ICP备12345678号-1");

        assertThat(save("site.icp", "浙ICP备12345678号-1", "site.phone", "0571-12345678").statusCode()).isEqualTo(303);

        assertThat(home(house)).contains("浙ICP备12345678号-1", "tel:0571-12345678");
        eventually(() -> home(other).contains("浙ICP备12345678号-1"));
        assertThat(admin.get(PATH).body()).contains("wangmin 于", "0571-12345678");
        assertThat(lastEvent("settings.change")).startsWith("wangmin site").contains("\"before\":[\"\",\"12333\"]",
                "浙ICP备12345678号-1", "\"settings\":[\"site.icp\",\"site.phone\"]");
    }

    @Test
    void whatIsWrongIsSaidTogetherAndWhatWasTypedStays() {
        var answer = save("site.icp", "12345", "site.phone", "打电话", "site.theme", "#ff9999", "site.name", "");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("备案号认不出来", "电话里只能有", "对比度只有 2.0:1", "这一项还没有填",
                "value=\"打电话\"", "value=\"#ff9999\"");
        assertThat(home(house)).doesNotContain("打电话");
    }

    @Test
    void twoWhoChangeTheSameFieldDoNotLoseWhatTheyTyped() {
        var mine = form(admin, "site.organizer", "杭州市人社局一", "site.code", "3301000001");
        assertThat(save("site.organizer", "杭州市人社局二").statusCode()).isEqualTo(303);
        admin.get(PATH);
        var answer = admin.post(PATH, mine.toArray(String[]::new));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("同事改过其中几项", "同事刚把这一项改成：杭州市人社局二", "value=\"杭州市人社局一\"",
                "value=\"3301000001\"");
        assertThat(home(house)).contains("杭州市人社局二").doesNotContain("3301000001");
    }

    @Test
    void theThemeColourIsAStyleSheetOfItsOwnWithADarkerShadeForLargeType() {
        assertThat(save("site.theme", "A0522D").statusCode()).isEqualTo(303);
        String page = home(house);
        String url = page.replaceAll("(?s).*href=\"(/site/look\\.[0-9a-f]{8}\\.css)\".*", "$1");
        var sheet = new Browser(house.origin()).get(url);

        assertThat(sheet.body()).contains(":root{--seal:#a0522d}").containsPattern("large\"]\\{--seal:#[0-9a-f]{6}}");
        assertThat(sheet.headers().firstValue("cache-control")).hasValueSatisfying(value ->
                assertThat(value).contains("immutable"));
        assertThat(page).doesNotContain("style=");
        assertThat(admin.get(PATH).body()).contains(url);
    }

    @Test
    void theLogoTakesThePlaceOfTheSealAndGivesItBack() {
        assertThat(sendLogo(LogoTest.picture(200, 100, "png")).statusCode()).isEqualTo(303);
        String page = home(house);
        String url = page.replaceAll("(?s).*src=\"(/site/logo\\.[0-9a-f]{8}\\.png)\".*", "$1");

        assertThat(page).contains("width=\"56\" height=\"28\"").doesNotContain("class=\"seal\"");
        assertThat(new Browser(house.origin()).get(url).headers().firstValue("content-type")).contains("image/png");
        eventually(() -> home(other).contains(url));
        assertThat(lastEvent("settings.logo")).contains("image/png");

        assertThat(sendLogo("no picture".getBytes(StandardCharsets.UTF_8)).body()).contains("不是能读的 PNG 或 JPEG");
        admin.get(PATH);
        assertThat(admin.post(PATH + "/logo", "drop", "1").statusCode()).isEqualTo(303);
        assertThat(home(house)).contains("class=\"seal\"").doesNotContain("/site/logo");
    }

    private static HttpResponse<String> sendLogo(byte[] file) {
        String page = admin.get(PATH).body();
        String token = page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        String head = "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"logo\"; filename=\"l.png\"\r\n"
                + "Content-Type: image/png\r\n\r\n";
        var body = new java.io.ByteArrayOutputStream();
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return admin.send(admin.request(PATH + "/logo").header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    @Test
    void theStatementOnAccessibilityIsAPageWhereItWasWritten() {
        assertThat(new Browser(house.origin()).get("/accessibility").statusCode()).isEqualTo(404);
        assertThat(save("site.accessibility", "字可以放大。\n有困难请打 12333。").statusCode()).isEqualTo(303);

        assertThat(new Browser(house.origin()).get("/accessibility").body()).contains("<p>字可以放大。</p>",
                "<p>有困难请打 12333。</p>");
        assertThat(home(house)).contains("href=\"/accessibility\"");
    }

    @Test
    void theChecklistNamesWhatIsMissingAndLeadsToIt() {
        String page = admin.get(PATH + "/checklist").body();

        assertThat(page).contains("项没做好", "还没有设 https:// 开头的公开网址", "href=\"#https\"", "id=\"https\"",
                "PUFA_PUBLIC_URL", "系统自带的演示活动还开着", "/console/settings#site.privacy-contact");
        save("site.privacy-contact", "法规处 0571-12345678", "site.backup", "每天夜里备到政务云");
        assertThat(admin.get(PATH + "/checklist").body()).contains("写在每个活动的隐私说明里", "已写明备份办法");
    }

    @Test
    void auditorsReadTheSettingsAndChangeNothing() {
        assertThat(auditor.get(PATH).body()).contains("网站设置").doesNotContain("保存设置", "换上这个标志");
        assertThat(auditor.get(PATH + "/checklist").statusCode()).isEqualTo(200);
        assertThat(auditor.post(PATH).statusCode()).isEqualTo(403);
    }

    @Test
    void everyPageComesInEnglish() {
        var english = hired("ellen", "admin");
        english.get(PATH + "?lang=en");

        assertThat(english.get(PATH).body()).contains("Site settings", "Theme colour");
        assertThat(english.get(PATH + "/checklist").body()).contains("Before going public", "Sample campaigns");
    }
}
