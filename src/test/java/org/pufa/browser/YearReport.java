package org.pufa.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

/** The section of the report of 2019: drafted by one, edited, finished by another, and handed out. */
final class YearReport {

    private static final Path FOLDER = Path.of("target", "documents");

    private final Desk desk;
    private final Desk colleague;
    private String path;

    YearReport(Desk desk, Desk colleague) {
        this.desk = desk;
        this.colleague = colleague;
    }

    /** The draft already says what the bureau said. */
    void draft() {
        desk.go("普法报告");
        desk.visitor().look("report-list");
        desk.enter("标题", "2019年普法宣传工作情况");
        desk.visitor().page().locator("#from").fill("2019-01-01");
        desk.visitor().page().locator("#until").fill("2019-12-31");
        desk.press("取数，写初稿");
        Locator paper = desk.visitor().page().locator(".paper");
        assertThat(paper).containsText("组织网上普法活动3项");
        assertThat(paper).containsText("开展“我的工资有话说”网上问卷调查，2000余人");
        assertThat(paper).containsText("评选”网上评选，8.3万余人");
        assertThat(paper).containsText("知识答题，1000余名");
        assertThat(paper).containsText("在市民之家开展现场宣传活动2场");
        assertThat(paper).containsText("发放宣传册5000册");
        assertThat(paper).containsText("接受咨询97人次");
        desk.visitor().look("report-draft");
        path = desk.visitor().page().url();
    }

    /** Two trainings are told apart, as the bureau told of them. */
    void edit() {
        Page page = desk.visitor().page();
        desk.follow("改内容");
        desk.visitor().look("report-points");
        Locator training = page.locator("fieldset", new Page.LocatorOptions().setHasText("【参加（人）】1,469人"));
        training.getByLabel("只算名称里有这些字的").fill("基层人社干部培训");
        training.getByLabel("句子").fill("举办基层人社干部培训【举办（场）|整|期】，培训【参加（万）|整】。");
        desk.press("保存，重新取数");
        assertThat(desk.main().locator("[role=alert]")).containsText("没有“参加（万）”这个数");
        desk.visitor().look("report-points-wrong");
        training = page.locator("fieldset", new Page.LocatorOptions().setHasText("基层人社干部培训"));
        training.getByLabel("句子").fill("举办基层人社干部培训【举办（场）|整|期】，培训【参加（人）|整】。");
        page.locator("select[name=more]").selectOption("outreach:training");
        desk.press("加一句");
        Locator other = page.locator("fieldset").last();
        other.getByLabel("只算名称里有这些字的").fill("仲裁员");
        other.getByLabel("句子").fill("培训劳动人事争议仲裁员【参加（人）|整】。");
        desk.press("保存，重新取数");
        Locator paper = page.locator(".paper");
        assertThat(paper).containsText("举办基层人社干部培训11期");
        assertThat(paper).containsText("培训1250人");
        assertThat(paper).containsText("培训劳动人事争议仲裁员219人");
        desk.visitor().look("report-edited");
        assertThat(page.locator("form[action$='/finish'] button")).hasCount(0);
    }

    void finish() {
        colleague.visitor().open(path);
        colleague.press("核对无误，定稿");
        assertThat(colleague.main()).containsText("chenguoping 于");
        colleague.visitor().look("report-final");
        desk.visitor().open(path);
        assertThat(desk.main()).not().containsText("重新取数");
    }

    void checkTheFiles() throws IOException {
        byte[] docx = file("下载 Word", "docx");
        try (var word = new XWPFDocument(new ByteArrayInputStream(docx))) {
            String text = String.join("\n", word.getParagraphs().stream().map(XWPFParagraph::getText).toList());
            assertThat(text).contains("2000余人", "8.3万余人", "1000余名", "2场", "5000册", "97人次", "11期", "1250人", "219人");
            assertThat(word.getTables().get(0).getText()).contains("2,034人", "83,412人", "1,036人");
        }
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file("Excel", "xlsx")))) {
            var charts = book.getSheetAt(1).getDrawingPatriarch().getCharts();
            assertThat(charts).hasSize(1);
        }
        var json = new JsonObject(new String(file("JSON", "json"), StandardCharsets.UTF_8));
        assertThat(json.getBoolean("final")).isTrue();
        assertThat(json.getJsonArray("figures").stream().map(one -> ((JsonObject) one).getInteger("value")))
                .contains(2_034, 83_412, 1_036, 5_000, 97, 1_250, 219);
        assertThat(new String(file("CSV", "csv"), StandardCharsets.UTF_8)).contains("83412");
    }

    private byte[] file(String link, String ending) throws IOException {
        Download download = desk.visitor().page().waitForDownload(() -> desk.follow(link));
        Files.createDirectories(FOLDER);
        Files.copy(download.path(), FOLDER.resolve("2019." + ending), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return Files.readAllBytes(download.path());
    }
}
