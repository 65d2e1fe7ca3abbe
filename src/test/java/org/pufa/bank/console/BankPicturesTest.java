package org.pufa.bank.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.bank.Picture;
import org.pufa.bank.QuestionFilter;
import org.pufa.bank.QuestionPicture;
import org.pufa.bank.QuestionRow;
import org.pufa.bank.format.Base64Text;
import org.pufa.bank.picture.Painter;
import org.pufa.bank.picture.PicturePages;
import org.pufa.support.BankParts;
import org.pufa.support.Browser;
import org.pufa.support.Console;
import org.pufa.support.Painted;
import org.pufa.support.TestDatabase;

/** A picture from its file through the preview into the bank, its pages and its exports. */
class BankPicturesTest {

    private static final String FILES = "/console/banks/_files";
    private static final Pattern SHOWN = Pattern.compile("<img src=\"([^\"]+)\" alt=\"([^\"]*)\" width=\"(\\d+)\" height=\"(\\d+)\"");

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static Console console;
    private static BankParts parts;
    private static Browser admin;
    private static Browser colleague;

    @BeforeAll
    static void open() {
        console = new Console(DATABASE, with -> {
            parts = new BankParts(with);
            return List.of(parts.pages(with), new PicturePages(with.pages, with.database));
        });
        console.account("wangmin", "admin");
        console.account("chen", "editor");
        admin = console.signedIn("wangmin");
        colleague = console.signedIn("chen");
    }

    /** A picture of its own for each test. */
    private static Picture picture(int width) {
        return ((Painter.Painted) new Painter(0).paint(Painted.plain("png", width, 30))).picture();
    }

    private static String file(String stem, Picture picture, String alt) {
        return """
                {"bank": "signs", "questions": [{"id": "ZZ-001", "type": "single", "topic": "标志", "difficulty": 1,
                "stem": "%s", "options": {"A": "禁止", "B": "允许"}, "answer": "A",
                "pictures": [{"place": "stem", "alt": "%s", "data": "%s"}]}]}""".formatted(stem, alt,
                Base64Text.of(picture.content()));
    }

    private static String send(Browser browser, String content) {
        browser.get(FILES);
        var sent = browser.postFile(FILES, "file", "题.json", content);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        return sent.headers().firstValue("location").orElseThrow();
    }

    private static void confirm(String preview, String bank) {
        admin.get(preview);
        var loaded = admin.post(preview + "/loading", "bank", "", "code", bank, "title", "题库" + bank, "law", "劳动法",
                "version", "2018-12-29修正");
        assertThat(loaded.statusCode()).as(loaded.body()).isEqualTo(303);
    }

    private static List<String> shown(String page) {
        return SHOWN.matcher(page).results().map(found -> found.group(2) + " " + found.group(3) + "x" + found.group(4)).toList();
    }

    private static String source(String page) {
        Matcher found = SHOWN.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static QuestionRow question(String bank) {
        return console.database.read(tx -> parts.banks.questions(tx, bank, QuestionFilter.ALL)).await().get(0);
    }

    private static String[] form(String alt, String place) {
        return new String[] {"expected", "1", "type", "single", "stem", "图中的标志表示什么？", "options", "禁止\n允许", "answer", "A",
            "citation", "", "quote", "", "explanation", "", "topic", "标志", "difficulty", "1", "alt-0", alt, "place-0", place,
            "reason", "改图"};
    }

    @Test
    void aPictureIsShownBesideItsQuestionBeforeAnythingIsSaved() {
        var picture = picture(41);

        String preview = send(admin, file("预览的标志表示什么？", picture, "红圈 <b>斜杠</b>"));
        String page = admin.get(preview).body();
        String source = source(page);

        assertThat(shown(page)).containsOnly("红圈 &lt;b&gt;斜杠&lt;/b&gt; 41x30");
        assertThat(source).startsWith(preview + "/pictures/");
        assertThat(admin.bytes(source)).isEqualTo(picture.content());
        assertThat(admin.get(source).headers().firstValue("content-type")).contains("image/png");
        assertThat(admin.get(source).headers().firstValue("cache-control").orElseThrow()).contains("private");
        assertThat(colleague.get(source).statusCode()).isEqualTo(410);
        assertThat(console.browser().get(source).statusCode()).isEqualTo(303);
        assertThat(admin.get("/pictures/" + picture.hash() + ".png").statusCode()).isEqualTo(404);
    }

    @Test
    void onceConfirmedItIsServedToWhoeverKnowsItsHashAndMayBeKeptForGood() {
        var picture = picture(42);
        confirm(send(admin, file("确认的标志表示什么？", picture, "红圈")), "kept-bank");

        var answer = console.browser().get("/pictures/" + picture.hash() + ".png");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains("image/png");
        assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
        assertThat(answer.headers().firstValue("cache-control")).contains("public, max-age=31536000, immutable");
        assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
        assertThat(console.browser().bytes("/pictures/" + picture.hash() + ".png")).isEqualTo(picture.content());
        for (String wrong : List.of(picture.hash() + ".jpg", picture.hash(), "0".repeat(64) + ".png", "..%2f..%2fetc",
                picture.hash().toUpperCase() + ".png")) {
            assertThat(console.browser().get("/pictures/" + wrong).statusCode()).as(wrong).isEqualTo(404);
        }
        assertThat(shown(admin.get("/console/banks/kept-bank/questions/ZZ-001").body())).containsExactly("红圈 42x30");
    }

    @Test
    void aPictureIsDescribedInPlaceAndMayBeLeftOut() {
        String preview = send(admin, file("题图的标志表示什么？", picture(43), ""));
        assertThat(admin.get(preview).body()).contains("没有说明", "place-0");

        var fields = form("红圈  斜杠\n", "B");
        admin.post(preview + "/items/1", fields);
        assertThat(shown(admin.get(preview).body())).containsOnly("红圈  斜杠 43x30");
        assertThat(admin.get(preview).body()).doesNotContain("没有说明");
        admin.post(preview + "/items/1", form("红圈", "none"));

        assertThat(shown(admin.get(preview).body())).isEmpty();
        confirm(preview, "undressed-bank");
        assertThat(question("undressed-bank").question().pictures()).isEmpty();
    }

    @Test
    void aPictureThatCouldNotBeKeptGoesOnBeingToldWhenTheWordsAreMended() {
        String svg = Base64Text.of("<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8));
        String preview = send(admin, "[{\"stem\": \"坏图的标志？\", \"options\": [\"禁止\", \"允许\"], \"answer\": \"A\", "
                + "\"pictures\": [{\"alt\": \"x\", \"data\": \"" + svg + "\"}]}]");
        assertThat(admin.get(preview).body()).contains("是 SVG 格式", "不能入库 1");

        admin.post(preview + "/items/1", form("", ""));

        assertThat(admin.get(preview).body()).contains("是 SVG 格式", "有提醒 1", "不能入库 0");
    }

    @Test
    void anEditedQuestionKeepsItsPictureAndItsPast() {
        var picture = picture(44);
        confirm(send(admin, file("编辑的标志表示什么？", picture, "红圈")), "edited-bank");
        String page = "/console/banks/edited-bank/questions/ZZ-001";
        assertThat(admin.get(page + "/editing").body()).contains("value=\"红圈\"", "name=\"place-0\"");

        var changed = admin.post(page + "/editing", form("红圈斜杠", "B"));

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(303);
        assertThat(question("edited-bank").question().pictures())
                .containsExactly(QuestionPicture.of("B", "红圈斜杠", picture));
        assertThat(admin.get(page).body()).contains("<p>图片</p>", "红圈 [" + picture.hash().substring(0, 8) + "]");
        var fields = form("红圈斜杠", "C");
        fields[1] = "2";
        assertThat(admin.post(page + "/editing", fields).body()).contains("没有的选项里", "name=\"place-0\"");
    }

    @Test
    void theSameFileAgainChangesNothingAndAnotherPictureIsAnotherRevision() {
        String stem = "重来的标志表示什么？";
        confirm(send(admin, file(stem, picture(45), "红圈")), "again-bank");
        String again = send(admin, file(stem, picture(45), "红圈"));
        admin.get(again);
        admin.post(again + "/loading", "bank", "again-bank");
        assertThat(question("again-bank").revision().number()).isEqualTo(1);

        String other = send(admin, file(stem, picture(46), "红圈"));
        admin.get(other);
        admin.post(other + "/loading", "bank", "again-bank");

        assertThat(question("again-bank").revision().number()).isEqualTo(2);
        assertThat(question("again-bank").question().pictures().get(0).width()).isEqualTo(46);
    }

    @Test
    void exportsCarryThePictureOrSayThatTheyCannot() {
        var picture = picture(47);
        confirm(send(admin, file("导出的标志表示什么？", picture, "红圈")), "exported-bank");
        String exports = "/console/banks/exported-bank/exports/";

        assertThat(admin.get(exports + "json").body()).contains(Base64Text.of(picture.content()));
        assertThat(admin.get(exports + "yaml").body()).contains("pictures:", "alt: 红圈");
        assertThat(new String(admin.bytes(exports + "docx"), StandardCharsets.ISO_8859_1))
                .contains(picture.hash() + ".png");
        assertThat(admin.get(exports + "csv").body()).contains("ZZ-001", "不能带图片");
    }

    @Test
    void aKeptPictureNeverChangesAndNoRevisionShowsOneThatIsNotKept() {
        confirm(send(admin, file("不变的标志表示什么？", picture(48), "红圈")), "final-bank");

        for (String sql : List.of("update picture set type = 'jpeg'", "delete from picture", "truncate picture",
                "insert into question_revision select nextval('question_revision_id_seq'), bank, question, 9, type, topic, "
                        + "difficulty, stem, options, answer, law, law_version, article, quote, explanation, created_by, "
                        + "created_at, reason, '[{\"hash\": \"x\"}]' from question_revision where bank = 'final-bank'",
                "insert into picture values ('00', 'png', 9, 9, 'x')")) {
            assertThatThrownBy(() -> console.database.inTx(tx -> tx.update(sql)).await()).as(sql)
                    .isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void picturesOfAFileThatIsNeverConfirmedGoWithIt() {
        String preview = send(admin, file("放弃的标志表示什么？", picture(49), "红圈"));
        String id = preview.substring(preview.lastIndexOf('/') + 1);
        assertThat(count("preview_picture", id)).isOne();

        console.database.inTx(tx -> tx.update("delete from staff_upload where id = $1", UUID.fromString(id))).await();

        assertThat(count("preview_picture", id)).isZero();
    }

    private static long count(String table, String upload) {
        return console.database.read(tx -> tx.get("select count(*) from " + table + " where upload = $1",
                row -> row.getLong(0), UUID.fromString(upload))).await();
    }
}
