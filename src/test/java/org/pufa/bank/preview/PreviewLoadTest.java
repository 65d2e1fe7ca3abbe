package org.pufa.bank.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.audit.AuditLog;
import org.pufa.bank.Bank;
import org.pufa.bank.Citation;
import org.pufa.bank.Question;
import org.pufa.bank.QuestionType;
import org.pufa.bank.format.Formats;
import org.pufa.bank.format.xlsx.XlsxWriter;
import org.pufa.bank.intake.Intake;
import org.pufa.bank.intake.SourceFile;
import org.pufa.bank.law.Laws;
import org.pufa.support.SettableClock;
import org.pufa.support.TestDatabase;

/** Ten thousand questions in one workbook are seen and saved whole. */
class PreviewLoadTest {

    private static final int QUESTIONS = 10_000;

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    private static List<Question> questions() {
        var random = new Random(7);
        var questions = new ArrayList<Question>();
        for (int i = 0; i < QUESTIONS; i++) {
            var stem = new StringBuilder("题" + i + "：");
            for (int c = 0; c < 40; c++) {
                stem.append((char) ('一' + random.nextInt(3000)));
            }
            questions.add(new Question("X-" + i, QuestionType.SINGLE, "主题" + i % 9, 1 + i % 3, stem + "（　）",
                    List.of(new Question.Option("A", "甲" + i), new Question.Option("B", "乙" + i)), List.of("A"),
                    new Citation("劳动合同法", "2012-12-28修正", "第十九条"), "", "说明" + i));
        }
        return questions;
    }

    @Test
    @Timeout(60)
    void tenThousandQuestionsAreSeenAndSaved() {
        var clock = new SettableClock("2026-11-23T02:42:07Z");
        var audit = new AuditLog(clock);
        var previews = new Previews(DATABASE.vertx(), new Intake(Formats.readers())::read, new Laws(audit, clock), audit,
                clock);
        var bank = new Bank("large-bank", "大题库", "劳动合同法", "2012-12-28修正");
        byte[] file = new XlsxWriter().write(bank, questions()).content();
        var upload = UUID.randomUUID();
        var database = DATABASE.database();
        database.inTx(tx -> tx.update("insert into staff_account (username, display_name, roles, created_by, created_at) "
                + "values ('ana', 'Ana', '{admin}', 'test', now())").compose(made -> tx.update("""
                insert into staff_upload (id, account_id, name, content, sent_at)
                select $1, id, 'large.xlsx', '', now() from staff_account""", upload))).await();

        var harvest = previews.read(new SourceFile("large.xlsx", file)).await();
        var appraised = database.read(tx -> previews.appraise(tx, harvest, "", "", java.util.Optional.empty())).await();
        database.inTx(tx -> previews.keep(tx, upload, appraised)).await();
        var page = database.read(tx -> previews.items(tx, upload, Shown.ALL, 0, 20)).await();
        var saved = database.inTx(tx -> previews.save(tx, upload, bank, "ana", "")).await();

        assertThat(page.size()).isEqualTo(20);
        assertThat(saved).isEqualTo(new Saved(QUESTIONS, 0, 0, 0));
    }
}
