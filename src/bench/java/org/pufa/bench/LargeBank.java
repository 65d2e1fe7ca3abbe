package org.pufa.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.pufa.bank.Bank;
import org.pufa.bank.Citation;
import org.pufa.bank.Question;
import org.pufa.bank.QuestionType;
import org.pufa.bank.format.print.DocxWriter;
import org.pufa.bank.format.xlsx.XlsxWriter;
import org.pufa.bank.intake.SourceFile;

/** Ten thousand different questions, as files. */
final class LargeBank {

    static final int QUESTIONS = 10_000;
    static final Bank BANK = new Bank("large-bank", "大题库", "劳动合同法", "2012-12-28修正");

    private LargeBank() {
    }

    static List<SourceFile> files() {
        var questions = questions();
        return List.of(new SourceFile("questions.txt", text(questions)), workbook(),
                new SourceFile("questions.docx", new DocxWriter().write(BANK, questions).content()));
    }

    static SourceFile workbook() {
        return new SourceFile("questions.xlsx", new XlsxWriter().write(BANK, questions()).content());
    }

    private static List<Question> questions() {
        var random = new Random(7);
        var questions = new ArrayList<Question>();
        for (int i = 0; i < QUESTIONS; i++) {
            var stem = new StringBuilder("题").append(i).append('：');
            random.ints(40, 0, 3000).forEach(c -> stem.append((char) ('一' + c)));
            questions.add(new Question("X-" + i, QuestionType.SINGLE, "主题" + i % 9, 1 + i % 3, stem + "（　）",
                    List.of(new Question.Option("A", "甲" + i), new Question.Option("B", "乙" + i),
                            new Question.Option("C", "丙" + i)), List.of("A"),
                    new Citation("劳动合同法", "2012-12-28修正", "第十九条"), "", "说明" + i));
        }
        return questions;
    }

    private static byte[] text(List<Question> questions) {
        var text = new StringBuilder();
        for (int i = 0; i < questions.size(); i++) {
            text.append(i + 1).append('、').append(questions.get(i).stem()).append('\n');
            questions.get(i).options().forEach(option -> text.append(option.letter()).append('.').append(option.text())
                    .append('\t'));
            text.append("\n答案：A\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
