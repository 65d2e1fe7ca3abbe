package org.pufa.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.TestHouse;
import org.pufa.browser.Crowd;
import org.pufa.picture.Painted;
import org.pufa.support.Browser;
import org.pufa.support.Browser.Sent;
import org.pufa.support.Clerks;
import org.pufa.support.StaffDoor;
import org.pufa.support.TestDatabase;

/** Learning pages over HTTP on the whole platform, from the desk to the phone. */
class LearnSiteTest {

    private static final String QUIZ = "labor-contract-quiz";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static StaffDoor door;
    private static Clerks clerks;
    private static Browser citizen;
    private static int made;

    @BeforeAll
    static void open() {
        door = new StaffDoor(DATABASE);
        clerks = new Clerks(door);
        clerks.hire("ana", "editor", "");
        clerks.hire("ben", "manager", "");
        clerks.hire("rui", "reviewer", "");
        citizen = new Browser(door.origin());
    }

    @AfterAll
    static void close() {
        door.close();
    }

    private static Document page(String path) {
        var answer = citizen.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static String[] fields(String version, String title, String body, String... more) {
        var all = new ArrayList<>(List.of("version", version, "title", title, "sort", "guide", "summary", "一句话摘要",
                "body", body, "cites", "《劳动合同法》第八十五条", "questions", "labor-contract-law/LC-042", "audience", ""));
        all.addAll(Arrays.asList(more));
        return all.toArray(String[]::new);
    }

    /** The address of a new page. */
    private static String begun(String author, String slug) {
        var browser = clerks.browser(author);
        browser.get("/console/learn/new");
        var answer = browser.post("/console/learn/new", "title", "新的一页", "slug", slug, "sort", "guide");
        return answer.headers().firstValue("location").orElseThrow().replace("/writing", "");
    }

    private static HttpResponse<String> written(String author, String path, String... fields) {
        clerks.browser(author).get(path + "/writing");
        return clerks.browser(author).postParts(path + "/writing", fields);
    }

    private static void published(String path) {
        clerks.browser("ana").get(path);
        clerks.browser("ana").post(path + "/submission", "version", version(path));
        clerks.browser("rui").get(path);
        var answer = clerks.browser("rui").post(path + "/decisions", "version", version(path), "decision", "publish");
        assertThat(answer.statusCode()).isEqualTo(303);
    }

    private static String version(String path) {
        return door.strings("select r.version::text from lesson l join lesson_revision r on r.lesson_id = l.id"
                + " and r.number = l.revision where l.id = " + path.replaceAll(".*/", ""))[0];
    }

    private static String slug() {
        return "page-" + ++made;
    }

    @Test
    void aFreshPlatformHasReadyPagesWithTheirLawAndPractice() {
        var list = page("/learn");
        var lesson = page("/learn/unpaid-wages");

        assertThat(list.select(".lessons li")).hasSizeGreaterThanOrEqualTo(5);
        assertThat(lesson.select("h1").text()).isEqualTo("工资被拖欠，怎么办");
        assertThat(lesson.select("details.cited summary").eachText()).contains("《劳动合同法》第三十条");
        assertThat(lesson.select("details.cited .law").first().text()).contains("支付令", "2012-12-28修正");
        assertThat(lesson.select(".try")).hasSize(3);
        assertThat(lesson.select(".try details").first().text()).contains("不对，正确答案是 D");
        assertThat(lesson.select("a[href=tel:12333]")).isNotEmpty();
    }

    @Test
    void theListIsNarrowedDownBySortLawAndWords() {
        assertThat(page("/learn?sort=contact").select(".lessons a").eachText()).containsExactly("遇到劳动的事，打哪个电话");
        assertThat(page("/learn?law=工伤保险条例").select(".lessons a").eachText()).containsExactly("受了工伤，几天内要申请认定");
        assertThat(page("/learn?q=试用期+八成").select(".lessons a").eachText()).containsExactly("试用期有多长，工资发多少");
        var none = page("/learn?q=没有这样的词");
        assertThat(none.select(".lessons")).isEmpty();
        assertThat(none.select(".empty a").attr("href")).isEqualTo("/learn");
        assertThat(page("/learn?q=%3Cscript%3E&sort=x&law=%00&from=99999").select("h1").text()).isEqualTo("学一学");
    }

    @Test
    void fromADraftToThePhoneInTwoPairsOfHands() {
        String path = begun("ana", slug());
        written("ana", path, fields("1", "加班费怎么算", "## 先看工时\n\n**一周**不超过四十小时。", "act", "next"));
        var review = clerks.browser("rui").get(path).body();
        assertThat(review).doesNotContain("decision");
        String url = "/learn/page-" + made;
        assertThat(citizen.get(url).statusCode()).isEqualTo(404);

        published(path);

        assertThat(page(url).select(".prose h2").text()).isEqualTo("先看工时");
        assertThat(page(url).select("details.cited, p.cited").text()).contains("《劳动合同法》第八十五条");
        assertThat(clerks.browser("ana").get(path).body()).contains("公众现在看到的就是这一版");
    }

    @Test
    void hostileMarkdownIsPublishedAsWords() {
        String path = begun("ana", slug());
        written("ana", path, fields("1", "<script>alert(1)</script>", "<script>alert(1)</script> <img src=x onerror=y>"));
        published(path);

        var html = citizen.get("/learn/page-" + made).body();
        var list = citizen.get("/learn?q=script").body();

        assertThat(Jsoup.parse(html).select("main script, main img")).isEmpty();
        assertThat(html).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(Jsoup.parse(list).select("main script")).isEmpty();
    }

    @Test
    void aLinkThatMustNotBeIsNamedBeforeAnybodyReviewsIt() {
        String path = begun("ana", slug());
        written("ana", path, fields("1", "标题", "[点这里](javascript:alert(1))"));

        clerks.browser("ana").get(path);
        var answer = clerks.browser("ana").post(path + "/submission", "version", version(path));

        assertThat(answer.headers().firstValue("location").orElse("")).endsWith("#check");
        assertThat(clerks.browser("ana").get(path).body()).contains("链接“javascript:alert(1)”不能用");
    }

    @Test
    void twoWhoWriteAtOnceSeeBothTexts() {
        String path = begun("ana", slug());
        clerks.browser("ben").get(path + "/writing");
        written("ana", path, fields("1", "安的标题", "安的正文"));

        var answer = clerks.browser("ben").postParts(path + "/writing", fields("1", "博的标题", "博的正文"));

        assertThat(answer.statusCode()).isEqualTo(409);
        var form = Jsoup.parse(answer.body());
        assertThat(form.select("textarea[name=body]").text()).isEqualTo("博的正文");
        assertThat(form.select(".other").eachText()).contains("同事保存的是： 安的正文", "同事保存的是： 安的标题");
        var again = clerks.browser("ben").postParts(path + "/writing", fields(form.select("[name=version]").attr("value"),
                "博的标题", "两人的正文"));
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(clerks.browser("ana").get(path + "/preview").body()).contains("两人的正文");
    }

    @Test
    void anotherNodesSaveIsToldToTheScriptThatSavesWhileOneTypes() {
        String path = begun("ana", slug());
        clerks.browser("ben").get(path + "/writing");
        written("ana", path, fields("1", "安的", "安的"));
        var ben = clerks.browser("ben");

        var told = ben.send(ben.files(path + "/writing", List.of(), fields("1", "博的", "博的"))
                .header("Accept", "application/json"));

        assertThat(told.statusCode()).isEqualTo(409);
        assertThat(told.body()).contains("sentence", "ana");
    }

    @Test
    void aTextThatIsTooLongComesBackWhole() {
        String path = begun("ana", slug());
        String body = "长".repeat(20_001);

        var answer = written("ana", path, fields("1", "标题", body));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.body()).select("textarea[name=body]").text()).isEqualTo(body);
    }

    @Test
    void aPictureIsPaintedAnewAndShownOnlyOnItsPage() {
        String path = begun("ana", slug());
        clerks.browser("ana").get(path + "/writing");
        byte[] photo = Painted.photo(2400, 1800, 6);

        var answer = clerks.browser("ana").postFiles(path + "/writing", List.of(new Sent("picture", "IMG 1.jpg", photo)),
                fields("1", "标题", "看 ![](图1)", "alt", "一张\"工资条\"", "act", "upload"));
        published(path);
        var image = page("/learn/page-" + made).select(".prose img");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(image.attr("alt")).isEqualTo("一张\"工资条\"");
        assertThat(Integer.parseInt(image.attr("height"))).isEqualTo(1200);
        byte[] kept = citizen.bytes(image.attr("src"));
        assertThat(kept.length).isBetween(1, 200 * 1024);
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "GPS");
    }

    @Test
    void aPictureThatCannotBeUsedCostsNothingOfWhatWasTyped() {
        String path = begun("ana", slug());
        clerks.browser("ana").get(path + "/writing");

        var answer = clerks.browser("ana").postFiles(path + "/writing", List.of(new Sent("picture", "x.jpg",
                "<svg onload=alert(1)>".getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                fields("1", "标题", "打好的正文", "alt", "图", "act", "upload"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("不是照片");
        assertThat(clerks.browser("ana").get(path + "/writing").body()).contains("打好的正文");
    }

    @Test
    void aWithdrawnPageSaysWhyAndLeavesEveryPlace() {
        String path = begun("ana", slug());
        written("ana", path, fields("1", "会撤下的一页", "正文", "campaign", QUIZ));
        published(path);
        String url = "/learn/page-" + made;
        assertThat(citizen.get(url).statusCode()).isEqualTo(200);
        clerks.browser("ana").get(path + "/withdrawal");

        clerks.browser("ana").post(path + "/withdrawal", "reason", "电话换了，正在核对");

        var gone = citizen.get(url);
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body()).contains("电话换了，正在核对");
        assertThat(citizen.get("/learn").body()).doesNotContain("会撤下的一页");
        assertThat(citizen.get("/c/" + QUIZ).body()).doesNotContain("会撤下的一页");
    }

    @Test
    void aCampaignOffersItsPagesBeforeAndItsResultOffersThoseOnWhatWasMissed() throws Exception {
        var landing = citizen.get("/c/" + QUIZ).body();
        assertThat(Jsoup.parse(landing).select("h2").eachText()).contains("先学一学");
        assertThat(Jsoup.parse(landing).select(".list a[href^=/learn/]")).hasSizeBetween(1, 3);
        var packed = new java.io.ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(landing.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        assertThat(packed.size()).isLessThan(20 * 1024);

        String receipt = new Crowd(door.origin(), 3).takePart(QUIZ, "");
        var result = page("/c/" + QUIZ + "/entries/" + receipt);

        assertThat(result.select("h2").eachText()).contains("再学一学");
        assertThat(result.select(".list a[href^=/learn/]")).hasSizeBetween(1, 3);
        String other = new Crowd(door.origin(), 4).takePart("wage-survey", "");
        assertThat(page("/c/wage-survey/entries/" + other).select(".list a[href=/learn/unpaid-wages]")).hasSize(1);
    }

    @Test
    void aNewPageStandsOnTheKeptLandingPageAtOnce() {
        String before = citizen.get("/c/no-arrears-vote").headers().firstValue("etag").orElseThrow();
        String path = begun("ana", slug());
        written("ana", path, fields("1", "新放上去的一页", "正文", "campaign", "no-arrears-vote"));
        published(path);

        var after = citizen.get("/c/no-arrears-vote");

        assertThat(after.body()).contains("新放上去的一页");
        assertThat(after.headers().firstValue("etag").orElseThrow()).isNotEqualTo(before);
    }

    @Test
    void everyOpeningCountsOnceAlsoWhenTheAnswerIsKeptAndHeadsAndPreviewsDoNot() {
        String path = begun("ana", slug());
        written("ana", path, fields("1", "数一数", "正文"));
        published(path);
        String url = "/learn/page-" + made;
        for (int i = 0; i < 5; i++) {
            citizen.get(url);
        }
        citizen.get(url + "?lang=en");
        citizen.get(url + "?lang=zh");
        String etag = citizen.get(url).headers().firstValue("etag").orElseThrow();
        citizen.send(citizen.request(url).header("If-None-Match", etag));
        citizen.send(citizen.request(url).header("Sec-Purpose", "prefetch").GET());
        citizen.send(citizen.request(url).method("HEAD", java.net.http.HttpRequest.BodyPublishers.noBody()));
        clerks.browser("ana").get(path + "/preview");
        citizen.get("/learn/no-such-page");

        door.flush();

        assertThat(door.strings("select sum(views)::text from lesson_view where lesson_id = "
                + path.replaceAll(".*/", ""))[0]).isEqualTo("9");
        assertThat(Jsoup.parse(clerks.browser("ana").get(path).body()).select(".kpis .fig").first().text()).isEqualTo("9");
    }

    @Test
    void theLeafletHasEverythingUnfoldedAndLeadsBack() {
        var sheet = page("/learn/probation/leaflet?paper=a5");

        assertThat(sheet.select("details")).isEmpty();
        assertThat(sheet.select(".laws .law")).hasSizeGreaterThan(3);
        assertThat(sheet.select("svg.qr path")).hasSize(1);
        assertThat(sheet.select(".colophon .code").text()).isEqualTo(door.origin() + "/learn/probation");
        assertThat(sheet.select(".key").text()).startsWith("答案：1. ");
        assertThat(sheet.select("link[href*=leaflet-a5]")).hasSize(1);
        assertThat(page("/learn/probation/leaflet").select("link[href*=leaflet-a5]")).isEmpty();
    }

    @Test
    void whatIsOnlyWrittenIsSeenByStaffAlone() {
        String path = begun("ana", slug());
        written("ana", path, fields("1", "保密的草稿", "正文"));

        assertThat(citizen.get("/learn/page-" + made).statusCode()).isEqualTo(404);
        assertThat(citizen.get("/learn/page-" + made + "/leaflet").statusCode()).isEqualTo(404);
        assertThat(citizen.get("/learn?q=保密").body()).doesNotContain("保密的草稿");
        assertThat(citizen.get(path + "/preview").statusCode()).isEqualTo(303);
    }

    @Test
    void viewsAreNotLostWhenThePlatformStops() {
        var other = new TestHouse(DATABASE);
        var visitor = new Browser(other.origin());
        long before = views("who-to-call");
        for (int i = 0; i < 7; i++) {
            visitor.get("/learn/who-to-call");
        }

        other.close();

        assertThat(views("who-to-call")).isEqualTo(before + 7);
    }

    private static long views(String slug) {
        return Long.parseLong(door.strings("select coalesce(sum(views), 0)::text from lesson_view v join lesson l"
                + " on l.id = v.lesson_id where l.slug = '" + slug + "'")[0]);
    }
}
