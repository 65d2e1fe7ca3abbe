package org.pufa.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.support.BrowserPlatform;

/** Somebody brings a Word file, mends one question in the preview and saves; scripts are turned off. */
class WordUploadTest {

    private static final String PASSWORD = "西湖边的桂花今年开得早";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final List<String> PARAGRAPHS = List.of("一、单选题",
            "1．快递员小周入职满一个月，公司还没有签书面劳动合同，最迟应当在哪天以前签好？（ A ）", "A．用工之日起一个月内", "B．用工之日起一年内",
            "依据：《劳动合同法》第十条第二款", "2．用人单位招用劳动者时，下列哪种做法是可以的？", "A．扣押身份证", "B．如实告知工作内容");

    @RegisterExtension
    static final BrowserPlatform platform = new BrowserPlatform();

    private static byte[] word() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                    + PARAGRAPHS.stream().map(text -> "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>")
                            .collect(Collectors.joining()) + "</w:body></w:document>").getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void aWordFileIsMendedInItsPreviewAndSavedAsDrafts() throws IOException {
        try (var desk = new Desk(platform, Manner.DESK_WITHOUT_SCRIPTS)) {
            becomeAdministrator(desk);
            desk.go("题库");
            desk.follow("题目入库");
            desk.upload("题库文件", "法规处题目.docx", TYPE, word());
            desk.press("开始核对");
            assertThat(desk.main()).containsText("识别出 2 题");
            assertThat(desk.main()).containsText("没有找到答案");
            desk.visitor().look("console-word-check");

            mend(desk);
            assertThat(desk.main()).containsText("确认入库 2 题");
            save(desk);

            assertThat(desk.main()).containsText("共 2 题");
            assertThat(desk.main()).containsText("草稿");
            desk.follow("Q-0002");
            assertThat(desk.main()).containsText("《劳动合同法》第九条");
            desk.visitor().look("console-word-question");
        }
    }

    private static void becomeAdministrator(Desk desk) {
        desk.visitor().open(platform.setupLink());
        desk.enter("姓名", "王敏");
        desk.enter("用户名", "wangmin");
        desk.enter("新密码", PASSWORD);
        desk.enter("再输一次", PASSWORD);
        desk.press("保存密码");
        desk.signIn("wangmin", PASSWORD);
    }

    /** The item without an answer gets one, and its article. */
    private static void mend(Desk desk) {
        Locator item = desk.visitor().page().locator("#n2");
        item.locator("summary").click();
        item.locator("[name=answer]").fill("B");
        item.locator("[name=citation]").fill("劳动合同法第9条");
        desk.visitor().look("console-word-mend");
        item.locator("form[action$='/items/2'] button").click();
        assertThat(desk.visitor().page().locator("#n2 .tag").first()).hasText("可以入库");
    }

    private static void save(Desk desk) {
        desk.visitor().page().locator("#bank").selectOption("");
        desk.enter("代号", "word-bank");
        desk.enter("名称", "法规处题库");
        desk.press("确认入库 2 题");
    }
}
