package org.pufa.bank.format.print;

import java.util.ArrayList;
import java.util.List;
import org.pufa.bank.Question;
import org.pufa.bank.QuestionType;
import org.pufa.bank.format.Carriage;

/**
 * A question in lines.
 *
 * @param asked number, type and stem
 * @param options a line for each; none for a judgement
 * @param told answer, explanation, citation and quote
 * @param filed what only the office needs: difficulty, topic, id
 */
record PrintedQuestion(String asked, List<String> options, List<String> told, List<String> filed) {

    /** @param number in the file, from 1 */
    static PrintedQuestion of(int number, Question question) {
        var options = question.type() == QuestionType.JUDGE ? List.<String>of()
                : question.options().stream().map(option -> option.letter() + ". " + option.text()).toList();
        var told = new ArrayList<>(List.of("答案：" + Carriage.answer(question)));
        add(told, "解析：", question.explanation());
        told.add("依据：" + question.citation());
        add(told, "法条原文：", question.quote().replace('\n', '↵'));
        var filed = new ArrayList<>(List.of("难度：" + question.difficulty()));
        add(filed, "知识点：", question.topic());
        add(filed, "编号：", question.id());
        return new PrintedQuestion(number + ".（" + Carriage.typeWord(question.type()) + "）" + question.stem(), options,
                told, filed);
    }

    private static void add(List<String> lines, String name, String text) {
        if (!text.isEmpty()) {
            lines.add(name + text);
        }
    }

    List<String> lines() {
        var lines = new ArrayList<>(List.of(asked));
        lines.addAll(options);
        lines.addAll(told);
        lines.addAll(filed);
        return lines;
    }
}
