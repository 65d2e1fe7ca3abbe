package org.pufa.bank.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.bank.Banks;
import org.pufa.bank.format.BankYaml;
import org.pufa.support.Browser;
import org.pufa.support.Console;
import org.pufa.support.TestDatabase;

class BankConsoleTest {

    private static final String FILES = "/console/banks/_files";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static Console console;
    private static Browser admin;

    @BeforeAll
    static void open() {
        console = new Console(DATABASE, with -> java.util.List.of(new BankConsole(with.staff.doors(),
                new Banks(new BankYaml(), with.audit, with.clock), with.database, with.messages, with.clock)));
        console.account("wangmin", "admin");
        console.account("chen", "manager");
        admin = console.signedIn("wangmin");
    }

    private static String file(String bank, int difficulty) {
        return """
                bank: %s
                title: 劳动合同法题库
                law: 劳动合同法
                version: 2012-12-28修正，2013-07-01起施行
                questions:
                  - id: LC-001
                    type: single
                    topic: 试用期
                    difficulty: %d
                    stem: 劳动合同期限一年以上不满三年的，试用期最长是多久？
                    options: { A: 一个月, B: 二个月, C: 三个月, D: 六个月 }
                    answer: B
                    cite: 第十九条第一款
                    quote: 劳动合同期限一年以上不满三年的，试用期不得超过二个月。
                    explain: 期限一年以上不满三年，试用期最多两个月，写长了也不算数，超过的部分按转正工资补。
                  - id: LC-002
                    type: judge
                    topic: 试用期
                    difficulty: 1
                    stem: 非全日制用工双方可以约定试用期。
                    answer: 错
                    cite: 第七十条
                    quote: 非全日制用工双方当事人不得约定试用期。
                    explain: 非全日制用工不能约定试用期，约定了也没有效力。
                """.formatted(bank, difficulty);
    }

    private static String send(Browser browser, String content) {
        browser.get(FILES);
        var sent = browser.postFile(FILES, "file", "probation.yaml", content);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        return sent.headers().firstValue("location").orElseThrow();
    }

    @Test
    void aFileIsCheckedThenConfirmedAndOnlyThenWritten() {
        String check = send(admin, file("first-bank", 2));

        assertThat(admin.get(check).body()).contains("新题 2 道，修订 0 道", "二个月<span class=\"tag ok\">答案</span>",
                "《劳动合同法》第十九条第一款");
        assertThat(admin.get("/console/banks/first-bank").statusCode()).isEqualTo(404);
        admin.get(check);
        var loaded = admin.post(check + "/loading");

        assertThat(loaded.headers().firstValue("location")).contains("/console/banks/first-bank");
        assertThat(admin.get("/console/banks").body()).contains("劳动合同法题库");
        assertThat(admin.get("/console/banks/first-bank").body()).contains("LC-001", "《劳动合同法》第七十条", "共 2 题");
        assertThat(admin.get("/console/banks/first-bank?type=judge").body()).contains("LC-002").doesNotContain("LC-001");
        assertThat(admin.get("/console/banks/first-bank/questions/LC-001").body())
                .contains("试用期不得超过二个月", "写长了也不算数", "wangmin");
        assertThat(admin.get(check).statusCode()).isEqualTo(410);
        assertThat(admin.post(check + "/loading").statusCode()).isEqualTo(410);
    }

    @Test
    void aChangedQuestionGetsARevisionAndTheSameFileNone() {
        admin.post(send(admin, file("second-bank", 1)) + "/loading");

        String changed = send(admin, file("second-bank", 3));
        assertThat(admin.get(changed).body()).contains("新题 0 道，修订 1 道；1 道没有变化");
        admin.post(changed + "/loading");
        assertThat(admin.get("/console/banks/second-bank/questions/LC-001").body())
                .contains("<tr><td>2</td>", "<tr><td>1</td>");

        assertThat(admin.get(send(admin, file("second-bank", 3))).body()).contains("不用入库").doesNotContain("确认入库</button>");
    }

    @Test
    void mistakesAreNamedWithTheirLinesAndNothingIsKept() {
        admin.get(FILES);

        var refused = admin.postFile(FILES, "file", "bad.yaml", file("third-bank", 2).replace("answer: B", "answer: E")
                .replace("topic: 试用期", "topc: 试用期"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("处要改，什么也没有写入", "questions[1]", "<td>12</td>");
        assertThat(console.database.read(tx -> tx.get("select count(*) from staff_upload where name = 'bad.yaml'",
                row -> row.getInteger(0))).await()).isZero();
    }

    @Test
    void aFileInTheWrongEncodingIsRefused() {
        admin.get(FILES);

        assertThat(admin.post(FILES, "pasted", "").body()).contains("还没有选文件");
    }

    @Test
    void nobodyElseCanConfirmAFile() {
        String check = send(admin, file("private-bank", 2));
        var other = console.signedIn("chen");
        other.get("/console/banks");

        assertThat(other.get(check).statusCode()).isEqualTo(410);
        assertThat(other.post(check + "/loading").statusCode()).isEqualTo(410);
        assertThat(admin.get(check).statusCode()).isEqualTo(200);
    }

    @Test
    void anUnknownBankOrQuestionIsNotFound() {
        admin.post(send(admin, file("known-bank", 2)) + "/loading");

        assertThat(admin.get("/console/banks/nothing").statusCode()).isEqualTo(404);
        assertThat(admin.get("/console/banks/known-bank/questions/LC-999").statusCode()).isEqualTo(404);
    }

    @Test
    void everyPageComesInEnglish() {
        admin.post(send(admin, file("english-bank", 2)) + "/loading");
        var english = console.signedIn("chen");
        english.get("/console/banks?lang=en");

        assertThat(english.get("/console/banks").body()).contains("Question banks", "Single choice");
        assertThat(english.get("/console/banks/english-bank").body()).contains("Contents", "Medium");
        assertThat(english.get("/console/banks/english-bank/questions/LC-001").body()).contains("Explanation");
        assertThat(english.get(FILES).body()).contains("Load questions");
        assertThat(english.get(send(english, file("english-bank", 3))).body()).contains("Check what will be loaded");
    }
}
