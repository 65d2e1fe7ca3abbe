package org.pufa.bank.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.bank.Fared;
import org.pufa.bank.QuestionFilter;
import org.pufa.bank.law.Law;
import org.pufa.bank.law.LawVersion;
import org.pufa.support.BankParts;
import org.pufa.support.Browser;
import org.pufa.support.Console;
import org.pufa.support.TestDatabase;

class BankConsoleTest {

    private static final String FILES = "/console/banks/_files";
    private static final String VERSION = "2012-12-28修正，2013-07-01起施行";

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
            return List.of(parts.pages(with));
        });
        console.account("wangmin", "admin");
        console.account("chen", "editor");
        console.account("auditor", "auditor");
        admin = console.signedIn("wangmin");
        colleague = console.signedIn("chen");
        law("劳动合同法", VERSION);
    }

    private static void law(String name, String label) {
        console.database.inTx(tx -> parts.laws.add(tx, new Law(name, "中华人民共和国" + name), new LawVersion(0, name,
                label, LocalDate.parse(label.substring(0, 10)), 98, true, false), "ana")).await();
    }

    /** A text that mentions {@code subject}, so that the files of two tests are not twins. */
    private static String text(String subject) {
        return """
                一、单选题
                1. 关于%1$s，劳动合同期限一年以上不满三年的，试用期不得超过（ B ）。
                A. 一个月
                B. 二个月
                C. 三个月
                依据：《劳动合同法》第19条第1款
                2. 关于%1$s，用人单位招用劳动者，可以扣押下列哪一种证件？
                A. 身份证
                B. 都不可以
                二、判断题
                3. 非全日制用工的%1$s，双方可以约定试用期。（×）
                依据：劳动合同法第七十条
                """.formatted(subject);
    }

    private static String send(Browser browser, String name, String content) {
        browser.get(FILES);
        var sent = browser.postFile(FILES, "file", name, content);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        return sent.headers().firstValue("location").orElseThrow();
    }

    private static String confirm(Browser browser, String preview, String bank) {
        browser.get(preview);
        var loaded = browser.post(preview + "/loading", "bank", "", "code", bank, "title", "题库" + bank, "law",
                "劳动合同法", "version", VERSION);
        assertThat(loaded.statusCode()).as(loaded.body()).isEqualTo(303);
        return loaded.headers().firstValue("location").orElseThrow();
    }

    private static void post(Browser browser, String from, String path, String... fields) {
        browser.get(from);
        var done = browser.post(path, fields);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
    }

    @Test
    void aFileIsShownBesideItsLinesAndWrittenAsDraftsOnlyWhenConfirmed() {
        String preview = send(admin, "甲.txt", text("甲厂"));

        assertThat(admin.get(preview).body()).contains("识别出 3 题", "不能入库 1", "二个月<span class=\"tag ok\">答案</span>",
                "《劳动合同法》第十九条第一款", "试用期不得超过（ B ）", "确认入库 2 题").doesNotContain("不得超过（ B ）。</p>");
        assertThat(admin.get("/console/banks/first-bank").statusCode()).isEqualTo(404);
        assertThat(confirm(admin, preview, "first-bank")).isEqualTo("/console/banks/first-bank?state=draft");

        assertThat(admin.get("/console/banks/first-bank?state=draft").body()).contains("Q-0001", "Q-0002", "草稿",
                "《劳动合同法》第七十条", "共 2 题");
        assertThat(admin.get("/console/banks/first-bank?type=judge").body()).contains(">Q-0002<")
                .doesNotContain(">Q-0001<");
        assertThat(console.database.read(tx -> parts.banks.current(tx, "first-bank")).await().size()).isZero();
        assertThat(admin.get(preview).statusCode()).isEqualTo(410);
        assertThat(admin.post(preview + "/loading", "bank", "first-bank").statusCode()).isEqualTo(410);
    }

    @Test
    void aRefusedItemIsMendedInPlaceAndThenTaken() {
        String preview = send(admin, "乙.txt", text("乙厂"));
        assertThat(admin.get(preview + "?show=refused").body()).contains("第 2 题", "没有找到答案");

        var mended = admin.post(preview + "/items/2", "here", "?show=refused", "type", "single", "stem",
                "关于乙厂，用人单位招用劳动者，可以扣押下列哪一种证件？", "options", "身份证\n都不可以", "answer", "B", "citation",
                "劳动合同法第九条", "quote", "", "explanation", "<script>alert(1)</script>", "topic", "入职", "difficulty", "1");

        assertThat(mended.headers().firstValue("location")).contains(preview + "?show=refused#n2");
        assertThat(admin.get(preview).body()).contains("不能入库 0", "确认入库 3 题", "在这里改过", "&lt;script&gt;")
                .doesNotContain("<script>alert");
        confirm(admin, preview, "second-bank");
        var rows = console.database.read(tx -> parts.banks.questions(tx, "second-bank", QuestionFilter.ALL)).await();
        assertThat(rows.get(1).question().citation().toString()).isEqualTo("《劳动合同法》第九条");
        assertThat(rows.get(1).question().topic()).isEqualTo("入职");
    }

    @Test
    void whatTheBankHoldsAlreadyStaysOutUnlessItIsTicked() {
        confirm(admin, send(admin, "丙.txt", text("丙厂")), "third-bank");
        String again = send(admin, "丙.txt", text("丙厂") + "4. 关于丙厂，用人单位招用劳动者，能不能扣押证件？（错）\n");

        assertThat(admin.get(again).body()).contains("与题库里的 Q-0001 完全一样", "不入库 2",
                "/console/banks/third-bank/questions/Q-0001");
        post(admin, again, again + "/items/1/leaving", "out", "0", "here", "?show=all");
        assertThat(admin.get(again + "?show=left").body()).contains("不入库 1").contains("第 3 题").doesNotContain("第 1 题</h2>");
        post(admin, again, again + "/items/4/leaving", "out", "1", "here", "");
        assertThat(admin.get(again).body()).contains("确认入库 1 题");
    }

    @Test
    void aQuestionOfTheBankComesBackAsItsNextRevision() {
        confirm(admin, send(admin, "丁.txt", text("丁厂")), "fourth-bank");
        var yaml = new String(java.util.Objects.requireNonNull(export("fourth-bank", "yaml")), StandardCharsets.UTF_8);
        assertThat(yaml).contains("Q-0001", "二个月");

        String preview = send(admin, "fourth.yaml", yaml.replace("C: 三个月", "C: 五个月"));
        admin.get(preview);
        var loaded = admin.post(preview + "/loading", "bank", "fourth-bank");

        assertThat(loaded.statusCode()).as(loaded.body()).isEqualTo(303);
        assertThat(admin.get("/console/banks/fourth-bank").body()).contains("共 2 题");
        assertThat(admin.get("/console/banks/fourth-bank/questions/Q-0001").body())
                .contains("<tr><td>2</td>", "三个月", "五个月", "随文件“fourth.yaml”更新");
    }

    private static byte[] export(String bank, String format) {
        var answer = admin.get("/console/banks/" + bank + "/exports/" + format);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-disposition").orElse("")).contains(bank);
        return answer.body().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void everyFormatOffersItsExport() {
        confirm(admin, send(admin, "戊.txt", text("戊厂")), "fifth-bank");

        for (String format : List.of("docx", "xlsx", "csv", "text", "moodle", "yaml", "json", "aiken")) {
            assertThat(admin.get("/console/banks/fifth-bank").body()).contains("/exports/" + format);
            assertThat(export("fifth-bank", format + "?anyway=1")).as(format).isNotEmpty();
        }
        assertThat(admin.get("/console/banks/fifth-bank/exports/aiken").body()).contains("装不下", "Q-0002", "anyway");
        assertThat(admin.get("/console/banks/fifth-bank/exports/gift").body()).contains("Q-0001", "Q-0002");
        assertThat(admin.get("/console/banks/fifth-bank/exports/doc").statusCode()).isEqualTo(404);
    }

    @Test
    void draftsAreReviewedByAColleagueAndPutToUseTogether() {
        confirm(admin, send(admin, "己.txt", text("己厂")), "sixth-bank");
        String bank = "/console/banks/sixth-bank";

        assertThat(admin.get(bank).body()).contains("value=\"Q-0001\" aria-label=\"选题目 Q-0001\"");
        assertThat(admin.post(bank + "/bulk", "act", "review", "question", "Q-0001").statusCode()).isEqualTo(403);
        assertThat(admin.post(bank + "/bulk", "act", "review").statusCode()).isEqualTo(422);
        post(colleague, bank, bank + "/bulk", "act", "review", "question", "Q-0001", "question", "Q-0002", "here",
                "?state=draft");
        post(admin, bank, bank + "/bulk", "act", "use", "question", "Q-0001", "question", "Q-0002");
        assertThat(console.database.read(tx -> parts.banks.current(tx, "sixth-bank")).await().size()).isEqualTo(2);

        post(admin, bank, bank + "/bulk", "act", "topic", "question", "Q-0001", "topic", "试用期", "reason", "整理");
        post(admin, bank, bank + "/bulk", "act", "difficulty", "question", "Q-0001", "difficulty", "3", "reason", "整理");
        assertThat(admin.get(bank + "?topic=" + URLEncoder.encode("试用期", StandardCharsets.UTF_8)).body())
                .contains("共 1 题", "使用中", "难");
        assertThat(admin.get(bank + "?article=" + URLEncoder.encode("第七十条", StandardCharsets.UTF_8)).body())
                .contains(">Q-0002<").doesNotContain(">Q-0001<");
    }

    @Test
    void aChangedQuestionShowsItsDifferenceAndGoesBackToDraft() {
        confirm(admin, send(admin, "庚.txt", text("庚厂")), "seventh-bank");
        String question = "/console/banks/seventh-bank/questions/Q-0001";
        post(colleague, question, question + "/moves", "move", "review", "reason", "");
        post(admin, question, question + "/moves", "move", "use", "reason", "");

        admin.get(question + "/editing");
        var without = admin.post(question + "/editing", edited("庚厂", "1", ""));
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("请写上原因", "按转正工资补");
        post(admin, question + "/editing", question + "/editing", edited("庚厂", "1", "补说明"));

        assertThat(admin.get(question).body()).contains("草稿", "<ins>超过的部分按转正工资补。", "补说明", "使用中 → 草稿");
        var late = admin.post(question + "/editing", edited("庚厂二", "1", "又改"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(admin.post(question + "/moves", "move", "use", "reason", "").statusCode()).isEqualTo(409);
    }

    private static String[] edited(String subject, String expected, String reason) {
        return new String[] {"expected", expected, "type", "single", "stem",
            "关于" + subject + "，劳动合同期限一年以上不满三年的，试用期不得超过（　　）。", "options", "一个月\n二个月\n三个月", "answer", "B",
            "citation", "《劳动合同法》第十九条第一款", "quote", "", "explanation", "超过的部分按转正工资补。", "topic", "",
            "difficulty", "", "reason", reason};
    }

    @Test
    void anAmendmentFlagsQuestionsUntilSomebodyConfirmsThem() {
        law("会改的法", "2001-01-01通过");
        confirm(admin, send(admin, "辛.txt", text("辛厂").replace("劳动合同法", "会改的法")), "eighth-bank");
        String question = "/console/banks/eighth-bank/questions/Q-0001";
        post(admin, "/console/laws/new", "/console/laws", "name", "会改的法", "title", "中华人民共和国会改的法", "version",
                "2026-10-01修正", "date", "2026-10-01", "articles", "100", "in_force", "1");

        assertThat(admin.get("/console/laws").body()).contains("2026-10-01修正", question, "2001-01-01通过",
                question + "/confirmation");
        assertThat(admin.get(question).body()).contains("法律已修改", "已经失效");
        post(colleague, "/console/laws", question + "/confirmation", "back", "laws");
        assertThat(colleague.get(question).body()).doesNotContain("法律已修改").contains("2026-10-01修正", "chen");
        assertThat(admin.get("/console/laws").body()).doesNotContain(question);
    }

    @Test
    void theTextOfALawIsLoadedShownAndHeldAgainstTheQuestions() {
        law("有条文的法", "2020-01-01通过");
        long version = console.database.read(tx -> parts.laws.versions(tx)).await().stream()
                .filter(one -> one.law().equals("有条文的法")).findFirst().orElseThrow().id();
        String path = "/console/laws/" + URLEncoder.encode("有条文的法", StandardCharsets.UTF_8) + "/versions/" + version;
        admin.get(path);

        var loaded = admin.postFile(path + "/text", "file", "law.txt", "第一章　总则\n第十九条　试用期不得超过六个月。\n");
        assertThat(loaded.body()).contains("载入了 1 条", "登记的是 98 条");
        assertThat(admin.get(path).body()).contains("第十九条", "试用期不得超过六个月。");
        admin.get(path);
        assertThat(admin.postFile(path + "/text", "file", "law.txt", "没有条文").statusCode()).isEqualTo(422);

        String preview = send(admin, "壬.txt", text("壬厂").replace("劳动合同法", "有条文的法"));
        assertThat(admin.get(preview).body()).contains("答案里写的是“二个月”，条文里是“六个月”",
                "<blockquote class=\"law\"><p>试用期不得超过六个月。</p>");
    }

    @Test
    void anUnreadableFileIsRefusedWithASentenceAndNothingIsKept() {
        admin.get(FILES);

        var refused = admin.postFile(FILES, "file", "bad.pdf", "%PDF-1.4 abc");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("role=\"alert\"");
        assertThat(admin.post(FILES, "pasted", "").body()).contains("还没有选文件");
        assertThat(console.database.read(tx -> tx.get("select count(*) from staff_upload where name = 'bad.pdf'",
                row -> row.getInteger(0))).await()).isZero();
    }

    @Test
    void nobodyElseCanSeeMendOrConfirmAFile() {
        String preview = send(admin, "癸.txt", text("癸厂"));
        colleague.get("/console/banks");

        assertThat(colleague.get(preview).statusCode()).isEqualTo(410);
        assertThat(colleague.post(preview + "/loading", "bank", "").statusCode()).isEqualTo(410);
        assertThat(colleague.post(preview + "/items/1", "stem", "x").statusCode()).isEqualTo(410);
        assertThat(colleague.post(preview + "/items/1/leaving", "out", "1").statusCode()).isEqualTo(410);
        assertThat(admin.get(preview).statusCode()).isEqualTo(200);
    }

    @Test
    void aNewBankNeedsAFreeCodeAndAnUnknownOneIsNotFound() {
        confirm(admin, send(admin, "子.txt", text("子厂")), "known-bank");
        String preview = send(admin, "丑.txt", text("丑厂"));
        admin.get(preview);

        assertThat(admin.post(preview + "/loading", "bank", "", "code", "known-bank", "title", "又一个").body())
                .contains("已经有代号为“known-bank”的题库");
        assertThat(admin.post(preview + "/loading", "bank", "none-such").statusCode()).isEqualTo(404);
        assertThat(admin.get("/console/banks/nothing").statusCode()).isEqualTo(404);
        assertThat(admin.get("/console/banks/known-bank/questions/LC-999").statusCode()).isEqualTo(404);
    }

    @Test
    void questionsAreFoundByHowPeopleFareOnThem() {
        confirm(admin, send(admin, "辰.txt", text("辰厂") + "4. 关于辰厂，工资按月支付。（√）\n"), "fared-bank");
        parts.fares.put("fared-bank", Map.of("Q-0001", new Fared.Facility(40, 10), "Q-0002", new Fared.Facility(200, 190),
                "Q-0003", new Fared.Facility(29, 1)));

        assertThat(admin.get("/console/banks/fared-bank").body()).contains("25.0%（40 次）", "95.0%（200 次）")
                .doesNotContain("（29 次）");
        assertThat(admin.get("/console/banks/fared-bank?fared=hard").body()).contains(">Q-0001<")
                .doesNotContain(">Q-0002<", ">Q-0003<");
        assertThat(admin.get("/console/banks/fared-bank?fared=easy").body()).contains(">Q-0002<")
                .doesNotContain(">Q-0001<");
        assertThat(admin.get("/console/banks/fared-bank?order=fared").body())
                .containsSubsequence(">Q-0001<", ">Q-0002<", ">Q-0003<");
    }

    @Test
    void anAuditorSeesAndExportsButChangesNothing() {
        confirm(admin, send(admin, "寅.txt", text("寅厂")), "audited-bank");
        var auditor = console.signedIn("auditor");

        assertThat(auditor.get("/console/banks/audited-bank").body()).contains("Q-0001", "/exports/xlsx")
                .doesNotContain("type=\"checkbox\"");
        assertThat(auditor.get("/console/banks/audited-bank/questions/Q-0001").body()).doesNotContain("name=\"move\"");
        assertThat(auditor.get("/console/laws").body()).contains("劳动合同法");
        assertThat(auditor.get("/console/laws/new").statusCode()).isEqualTo(403);
    }

    @Test
    void everyPageComesInEnglish() {
        confirm(admin, send(admin, "卯.txt", text("卯厂")), "english-bank");
        var english = console.signedIn("chen");
        english.get("/console/banks?lang=en");

        assertThat(english.get("/console/banks").body()).contains("Question banks", "Single choice");
        assertThat(english.get("/console/banks/english-bank").body()).contains("Contents", "With the ticked questions");
        assertThat(english.get("/console/banks/english-bank/questions/Q-0001").body()).contains("Explanation", "Approve");
        assertThat(english.get("/console/banks/english-bank/questions/Q-0001/editing").body()).contains("Save the revision");
        assertThat(english.get(FILES).body()).contains("Load questions");
        assertThat(english.get("/console/laws").body()).contains("Questions to be confirmed");
        assertThat(english.get("/console/laws/" + URLEncoder.encode("劳动合同法", StandardCharsets.UTF_8)).body())
                .contains("Add a version", VERSION);
        assertThat(english.get(send(english, "x.txt", text("辰厂"))).body()).contains("Check what will be loaded",
                "As understood");
    }
}
