package org.pufa.campaign;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.pufa.i18n.LocalText;
import org.pufa.ledger.Tallies;

/** What is right and wrong in the sheets of a campaign that grades them; what is known of each question is made of it. */
public interface Graded {

    /**
     * A question that sheets may hold.
     *
     * @param id the same in every sheet and count of the campaign
     * @param code by which its authors know it, such as LC-001
     * @param law short name of the law on which it rests, or ""
     * @param article such as 第十九条第一款, or ""
     * @param points of a right answer
     * @param href its page in the console
     */
    record Question(String id, String code, LocalText stem, String law, String article, List<Option> options, int points,
            String href) {

        public Question {
            Objects.requireNonNull(id);
            Objects.requireNonNull(code);
            Objects.requireNonNull(stem);
            Objects.requireNonNull(law);
            Objects.requireNonNull(article);
            options = List.copyOf(options);
            Objects.requireNonNull(href);
        }
    }

    /** One thing that could be picked. @param right under the key as it is by now */
    record Option(String letter, LocalText text, boolean right) {
    }

    /** What a sheet picked of one question. */
    record Given(String question, Set<String> picked) {

        public Given {
            picked = Set.copyOf(picked);
        }
    }

    /** In the order of their codes. */
    List<Question> questions();

    /** How right these picks are under the key as it is by now: 0 wrong, 1 right, between them where a kind does so. */
    double share(String question, Set<String> picked);

    /** How often each set of options was picked. */
    Map<Set<String>, Long> picked(Tallies tallies, String question);

    /** What a stored sheet holds. @param body canonical JSON */
    List<Given> given(String body);
}
