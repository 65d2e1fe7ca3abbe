package org.pufa.insight.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.pufa.campaign.Graded;
import org.pufa.campaign.Graded.Question;
import org.pufa.ledger.Tallies;

/**
 * How one question of a campaign was answered.
 *
 * @param answered how often; exact, from the tallies
 * @param right how often wholly right
 * @param shares sum of how right the answers were; the same as {@code right} where there is nothing between
 * @param picks how often each option was picked, in the author's order; several may be picked at once
 * @param joint scores beside those of the rest of the paper, of the papers that were drawn for it
 */
record ItemCount(Question question, long answered, long right, double shares, List<Pick> picks, JointScores joint) {

    /** Too few answers to tell anything from. */
    private static final long FEW = 30;
    private static final double TOO_EASY = 0.95;

    ItemCount {
        Objects.requireNonNull(question);
        picks = List.copyOf(picks);
        Objects.requireNonNull(joint);
    }

    /** @param n answers that hold the option */
    record Pick(Graded.Option option, long n) {
    }

    static ItemCount of(Graded graded, Tallies tallies, Question question, JointScores joint) {
        Map<Set<String>, Long> picked = graded.picked(tallies, question.id());
        long answered = 0;
        long right = 0;
        double shares = 0;
        for (var one : picked.entrySet()) {
            double share = graded.share(question.id(), one.getKey());
            answered += one.getValue();
            right += share == 1 ? one.getValue() : 0;
            shares += share * one.getValue();
        }
        return new ItemCount(question, answered, right, shares, question.options().stream().map(option ->
                new Pick(option, picked.entrySet().stream().filter(one -> one.getKey().contains(option.letter()))
                        .mapToLong(Map.Entry::getValue).sum())).toList(), joint);
    }

    /** What its authors should look at, as the end of a message key; nothing where all is well or little is known. */
    List<String> hints() {
        if (answered < FEW) {
            return List.of();
        }
        var hints = new ArrayList<String>();
        joint.discrimination().ifPresent(index -> {
            if (index < 0) {
                hints.add("negative");
            }
        });
        if (shares / answered > TOO_EASY) {
            hints.add("easy");
        }
        long mostWrong = picks.stream().filter(pick -> !pick.option().right()).mapToLong(Pick::n).max().orElse(0);
        long leastRight = picks.stream().filter(pick -> pick.option().right()).mapToLong(Pick::n).min().orElse(0);
        if (mostWrong > leastRight) {
            hints.add("distractor");
        }
        return hints;
    }

    /** Those answered wrongly most often come first, those that nobody answered last. */
    static Comparator<ItemCount> hardest() {
        return Comparator.comparing((ItemCount one) -> one.answered() == 0)
                .thenComparing(one -> one.answered() == 0 ? 0 : one.shares() / one.answered())
                .thenComparing(one -> one.question().code());
    }
}
