package org.pufa.bank.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pufa.bank.Question.Option;
import org.pufa.bank.intake.AnswerText.Kind;
import org.pufa.bank.intake.StemAnswer.Mark;

/**
 * The one answer of an item, whether it stands beside the stem, inside it or in both places.
 *
 * @param stem with the answer blanked out
 * @param reasons what is wrong or uncertain about it
 */
record FoundAnswer(AnswerText answer, String stem, List<Reason> reasons) {

    static FoundAnswer of(RawQuestion raw) {
        var beside = AnswerText.read(raw.answer(), raw.options());
        var inside = StemAnswer.find(raw.stem());
        var marks = fitting(raw.options(), inside.marks());
        if (beside.kind() == Kind.NONE) {
            return marks.isEmpty() ? new FoundAnswer(beside, raw.stem(), missing(raw))
                    : fromStem(raw, marks, inside.emptyBlank());
        }
        var reasons = new ArrayList<>(complaints(beside, raw));
        return marks.isEmpty() || beside.values().isEmpty() ? new FoundAnswer(beside, raw.stem(), reasons)
                : both(raw, beside, marks, inside.emptyBlank(), reasons);
    }

    /** Judgements where there is nothing to pick; letters where there are options, or nothing else. */
    private static List<Mark> fitting(List<Option> options, List<Mark> marks) {
        boolean choice = !options.isEmpty() && !Judgements.areIn(options);
        var right = marks.stream().filter(mark -> !choice || !mark.isJudgement()).toList();
        boolean judged = right.stream().anyMatch(mark -> mark.isJudgement() && mark.sure());
        return judged ? right.stream().filter(mark -> mark.isJudgement() && mark.sure()).toList() : right;
    }

    private static List<Reason> missing(RawQuestion raw) {
        return isOpen(raw) ? List.of() : List.of(Reason.refusal("bank.intake.answer.missing"));
    }

    /** Refused for its type, so that nothing need be said of its answer. */
    private static boolean isOpen(RawQuestion raw) {
        return TypeWord.of(raw.typeWord()).isForeign() && raw.options().isEmpty();
    }

    private static List<Reason> complaints(AnswerText beside, RawQuestion raw) {
        if (isOpen(raw)) {
            return List.of();
        } else if (beside.kind() == Kind.UNREADABLE) {
            return List.of(Reason.refusal("bank.intake.answer.unreadable", Shown.of(raw.answer())));
        } else if (beside.kind() == Kind.TEXT_DIFFERS) {
            return List.of(Reason.refusal("bank.intake.answer.text-differs", Shown.of(raw.answer()),
                    beside.values().get(0)));
        }
        return beside.repeated() ? List.of(Reason.warning("bank.intake.answer.repeated", Shown.of(raw.answer())))
                : List.of();
    }

    private static FoundAnswer fromStem(RawQuestion raw, List<Mark> marks, boolean emptyBlank) {
        var sure = marks.stream().filter(Mark::sure).toList();
        var used = sure.isEmpty() ? marks : sure;
        var bare = marks.stream().filter(mark -> mark.bare() && !used.contains(mark)).toList();
        var reasons = new ArrayList<Reason>();
        if (emptyBlank) {
            reasons.add(Reason.refusal("bank.intake.answer.beside-blank", shown(used)));
        } else if (sure.isEmpty()) {
            reasons.add(Reason.warning("bank.intake.answer.uncertain", shown(used)));
        } else if (!bare.isEmpty() && !union(bare).equals(union(sure))) {
            reasons.add(Reason.refusal("bank.intake.answer.two", shown(sure), shown(bare)));
        }
        return new FoundAnswer(union(used), StemAnswer.blank(raw.stem(), used), reasons);
    }

    private static FoundAnswer both(RawQuestion raw, AnswerText beside, List<Mark> marks, boolean emptyBlank,
            List<Reason> reasons) {
        var sure = marks.stream().filter(Mark::sure).toList();
        if (sure.isEmpty()) {
            return unsure(raw, beside, marks, emptyBlank, reasons);
        } else if (agree(raw.options(), union(marks), beside)) {
            return new FoundAnswer(beside, StemAnswer.blank(raw.stem(), marks), reasons);
        } else if (!sure.isEmpty() && agree(raw.options(), union(sure), beside)) {
            return new FoundAnswer(beside, StemAnswer.blank(raw.stem(), sure), reasons);
        }
        reasons.add(emptyBlank ? Reason.warning("bank.intake.answer.label", shown(sure))
                : Reason.refusal("bank.intake.answer.two", shown(sure), Shown.of(raw.answer())));
        return new FoundAnswer(beside, emptyBlank ? raw.stem() : StemAnswer.blank(raw.stem(), sure), reasons);
    }

    /** Letters that may only be labels are taken for the answer where they are the same and nothing else is blank. */
    private static FoundAnswer unsure(RawQuestion raw, AnswerText beside, List<Mark> marks, boolean emptyBlank,
            List<Reason> reasons) {
        if (emptyBlank || !agree(raw.options(), union(marks), beside)) {
            return new FoundAnswer(beside, raw.stem(), reasons);
        }
        reasons.add(Reason.warning("bank.intake.answer.uncertain", shown(marks)));
        return new FoundAnswer(beside, StemAnswer.blank(raw.stem(), marks), reasons);
    }

    private static boolean agree(List<Option> options, AnswerText one, AnswerText other) {
        return one.values().equals(other.values())
                || one.values().size() == 1 && other.values().size() == 1
                && Judgements.areIn(options) && judged(options, one).equals(judged(options, other));
    }

    private static String judged(List<Option> options, AnswerText answer) {
        return Judgements.of(options, answer.values().get(0)).orElse(answer.values().get(0));
    }

    private static AnswerText union(List<Mark> marks) {
        var values = new TreeSet<String>();
        marks.forEach(mark -> values.addAll(List.of(mark.value().split(""))));
        return new AnswerText(marks.get(0).isJudgement() && values.size() == 1 ? Kind.JUDGEMENT
                : marks.get(0).isJudgement() ? Kind.UNREADABLE : Kind.LETTERS, List.copyOf(values), false);
    }

    private static String shown(List<Mark> marks) {
        return marks.stream().map(Mark::value).collect(Collectors.joining(" "));
    }
}
