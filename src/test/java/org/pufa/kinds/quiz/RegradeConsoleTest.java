package org.pufa.kinds.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.House;
import org.pufa.bank.Bank;
import org.pufa.bank.BankDraft;
import org.pufa.bank.Citation;
import org.pufa.bank.Question;
import org.pufa.bank.Question.Option;
import org.pufa.bank.QuestionType;
import org.pufa.support.MemoryKeys;
import org.pufa.support.BankParts;
import org.pufa.support.Console;
import org.pufa.support.TestDatabase;

class RegradeConsoleTest {

    private static final String QUESTION = "/console/banks/labor/questions/W-1";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static Console console;
    private static House house;

    @BeforeAll
    static void open() {
        console = new Console(DATABASE, with -> {
            house = new House(with.vertx, with.database, with.clock, new SecureRandom(), false,
            new MemoryKeys());
            return List.of(new BankParts(with).pages(with),
                    new RegradeConsole(with.staff.doors(), house.regrades(), with.database, with.messages));
        });
        console.account("wangmin", "admin");
        console.account("auditor", "auditor");
        var question = new Question("W-1", QuestionType.SINGLE, "主题", 1, "试用期最长几个月？", List.of(new Option("A", "<b>三</b>"),
                new Option("B", "六")), List.of("A"), new Citation("劳动合同法", "2012-12-28修正", "第十九条"), "", "说明");
        console.database.inTx(tx -> house.banks().load(tx, new BankDraft(new Bank("labor", "题库", "劳动合同法",
                "2012-12-28修正"), List.of(question)), "ana")).await();
    }

    @Test
    void aKeyIsTriedThenCorrectedWithAReasonAndOnlyByThoseWhoMay() {
        var admin = console.signedIn("wangmin");
        long id = console.database.read(tx -> house.banks().find(tx, "labor", "W-1")).await().revision().id();
        assertThat(admin.get(QUESTION).body()).contains(QUESTION + "/regrade");
        assertThat(admin.get(QUESTION + "/regrade").body()).contains("现在的答案", "&lt;b&gt;三").doesNotContain("确认改分");

        var tried = admin.post(QUESTION + "/regrade", "revision", Long.toString(id), "answer", "B");
        String run = tried.headers().firstValue("location").orElseThrow();
        assertThat(admin.get(run).body()).contains("答案由 A 改为 B", "确认改分");
        assertThat(admin.post(QUESTION + "/regrade", "revision", Long.toString(id), "answer", "B", "confirmed", "1",
                "reason", "").body()).contains("请写明为什么更正");
        assertThat(admin.post(QUESTION + "/regrade", "revision", Long.toString(id), "answer", "B", "confirmed", "1",
                "reason", "第十九条写的是六个月").statusCode()).isEqualTo(303);

        assertThat(admin.get(QUESTION + "/regrade").body()).contains("以往的更正", "A → B", "第十九条写的是六个月");
        assertThat(admin.get(QUESTION).body()).contains("草稿");
        assertThat(console.signedIn("auditor").get(QUESTION + "/regrade").statusCode()).isEqualTo(403);
        assertThat(admin.get(QUESTION + "/regrade?revision=999999&answer=B").statusCode()).isEqualTo(404);
        assertThat(admin.get(QUESTION + "/regrade?answer=Z").statusCode()).isEqualTo(422);
    }
}
