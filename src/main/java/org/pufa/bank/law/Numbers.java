package org.pufa.bank.law;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.pufa.bank.Question;
import org.pufa.bank.QuestionType;

/**
 * Holds the numbers and time limits of a question against its article. A number of the key, or one that stem or
 * explanation state as a limit, is doubted when the article has numbers of that unit and none of them equals it.
 */
final class Numbers {

    private Numbers() {
    }

    static List<Finding> doubts(Question question, Article article) {
        var known = Quantity.in(article.text());
        var doubts = new ArrayList<Finding>();
        boolean wrongStatement = question.type() == QuestionType.JUDGE && question.answer().contains("错");
        if (question.type() != QuestionType.JUDGE) {
            question.answer().forEach(letter -> doubt("bank.law.number.key", question.option(letter).text(), known,
                    false, doubts));
        }
        if (!wrongStatement) {
            doubt("bank.law.number.stem", question.stem(), known, true, doubts);
        }
        doubt("bank.law.number.explanation", question.explanation(), known, true, doubts);
        return doubts;
    }

    private static void doubt(String key, String text, List<Quantity> known, boolean onlyLimits, List<Finding> doubts) {
        for (Quantity quantity : Quantity.in(text)) {
            var comparable = known.stream().filter(quantity::sameUnit).toList();
            boolean counts = quantity.bound() || !onlyLimits;
            if (counts && !comparable.isEmpty() && comparable.stream().noneMatch(quantity::equalTo)) {
                doubts.add(Finding.doubt(key, quantity.written(), comparable.stream().map(Quantity::written).distinct()
                        .collect(Collectors.joining("、"))));
            }
        }
    }
}
