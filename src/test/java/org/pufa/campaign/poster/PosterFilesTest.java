package org.pufa.campaign.poster;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pufa.support.Collected;

class PosterFilesTest {

    private static final String LINK = "https://pufa.hzrs.example.gov.cn/c/labor-contract-quiz?ch=k7wd";
    private static final Vertx VERTX = Vertx.vertx();
    private final Posters posters = new Posters(VERTX);

    @AfterAll
    static void close() {
        VERTX.close().await();
    }

    static PosterText text(String title) {
        return new PosterText("知识答题", title, "每天三分钟，弄懂一条法律。", "11月1日至11月30日，全天开放",
                "杭州市人力资源和社会保障局", "咨询电话 12333", "打开微信，扫一扫", "去答题", "免费，不用下载软件，也不用关注公众号。", LINK,
                LINK.substring("https://".length()), "上城区清波街道", "k7wd");
    }

    private byte[] file(String title, String format) throws IOException {
        byte[] file = posters.draw(text(title), Format.parse(format).orElseThrow()).await().getBytes();
        Path folder = Files.createDirectories(Path.of("target", "posters"));
        Files.write(folder.resolve(Math.abs(title.hashCode() % 1000) + "-" + format), file);
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"qr.png", "a4.png", "a3.png", "phone.png"})
    void theCodeInAPictureLeadsToTheLink(String format) throws IOException {
        assertThat(QrReader.read(picture(file("《劳动合同法》知识答题", format)))).isEqualTo(LINK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"qr.pdf", "a4.pdf", "a3.pdf", "phone.pdf"})
    void theCodeInADocumentLeadsToTheLink(String format) throws IOException {
        try (var document = Loader.loadPDF(file("《劳动合同法》知识答题", format))) {
            var page = new PDFRenderer(document).renderImageWithDPI(0, 120);

            assertThat(QrReader.read(page)).isEqualTo(LINK);
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getPage(0).getResources().getFontNames()).isEmpty();
            assertThat(document.getDocumentInformation().getTitle()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"《劳动合同法》知识答题",
        "“杭州无欠薪”行动成绩突出单位评选",
        "2026年“我的工资有话说”问卷调查",
        "杭州市2026年《保障农民工工资支付条例》《劳动合同法》《社会保险法》知识竞赛暨“十大最美劳动关系协调员”网上评选活动公告（第12345号）",
        "😀👩‍👩‍👧‍👦🎉", "𠮷野家囍龘靐齉𪚥", "Supercalifragilisticexpialidocious-and-even-longer-words-without-any-end", "一", "a\u0301é—–…"})
    void noTitleBreaksAPoster(String title) throws IOException {
        for (String format : List.of("a4.png", "phone.png")) {
            assertThat(QrReader.read(picture(file(title, format)))).as(format).isEqualTo(LINK);
        }
        assertThat(new String(file(title, "a4.svg"), StandardCharsets.UTF_8)).startsWith("<svg").endsWith("</svg>\n")
                .doesNotContain("<text").doesNotContain("NaN");
    }

    @Test
    void anA4PictureKnowsItsSizeInPrint() throws IOException {
        byte[] png = file("尺寸", "a4.png");

        assertThat(picture(png).getWidth()).isEqualTo(1654);
        assertThat(new String(png, StandardCharsets.ISO_8859_1)).contains("pHYs");
    }

    @Test
    void allPostersComeInOneZipOrOneDocument() throws IOException {
        var named = List.of(new Posters.Named("k7wd-清波", text("一")), new Posters.Named("b2xk-湖滨", text("二")));
        var zip = new Collected();
        var pdf = new Collected();

        posters.zip(named, Format.parse("a4.pdf").orElseThrow(), zip).await();
        posters.pdf("全部海报", named, Format.Sheet.A4, pdf).await();

        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip.bytes()), StandardCharsets.UTF_8)) {
            assertThat(entries.getNextEntry().getName()).isEqualTo("k7wd-清波.pdf");
            assertThat(new String(entries.readAllBytes(), StandardCharsets.ISO_8859_1)).startsWith("%PDF");
            assertThat(entries.getNextEntry().getName()).isEqualTo("b2xk-湖滨.pdf");
            assertThat(entries.getNextEntry()).isNull();
        }
        try (var document = Loader.loadPDF(pdf.bytes())) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(QrReader.read(new PDFRenderer(document).renderImageWithDPI(1, 120))).isEqualTo(LINK);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aMachineWithoutFontsAndWithLittleMemoryDrawsThemToo() throws Exception {
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx96m",
                "-cp", System.getProperty("java.class.path"), BareMachine.class.getName()).redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(told).isZero();
        assertThat(told).contains("font libraries: 0");
    }

    private static BufferedImage picture(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }
}
