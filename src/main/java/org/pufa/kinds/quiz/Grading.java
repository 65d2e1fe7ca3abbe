package org.pufa.kinds.quiz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pufa.campaign.Answers;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;

/** Checks the answers to a paper and grades them: a question is right as a whole or not at all. */
final class Grading {

    /** Of what is not on the paper at all, so many are named. */
    private static final int STRANGERS_NAMED = 5;
    private static final int LONGEST_NAMED = 40;

    private Grading() {
    }

    /** @throws Problem INVALID, naming every item that is wrong */
    static GradedSheet grade(Paper paper, Answers answers) {
        var errors = new ArrayList<FieldError>();
        paper.places().forEach(place -> check(place, answers.picks(place.id()), errors));
        addStrangers(paper, answers, errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid("quiz.answers.invalid", errors);
        }
        return new GradedSheet(paper.places().stream()
                .map(place -> graded(place, answers.picks(place.id()))).toList());
    }

    private static void check(Paper.Place place, List<String> picks, List<FieldError> errors) {
        if (picks.isEmpty()) {
            errors.add(FieldError.of(place.id(), "quiz.answers.none"));
        } else if (!place.asked().isMultiple() && picks.size() > 1) {
            errors.add(FieldError.of(place.id(), "quiz.answers.one"));
        } else if (picks.size() > place.shown().size() || Set.copyOf(picks).size() < picks.size()) {
            errors.add(FieldError.of(place.id(), "quiz.answers.twice"));
        } else if (picks.stream().anyMatch(pick -> place.letter(pick).isEmpty())) {
            errors.add(FieldError.of(place.id(), "quiz.answers.no-option"));
        }
    }

    private static void addStrangers(Paper paper, Answers answers, List<FieldError> errors) {
        var known = paper.places().stream().map(Paper.Place::id).collect(Collectors.toSet());
        answers.items().stream().filter(item -> !known.contains(item)).sorted().limit(STRANGERS_NAMED)
                .map(item -> item.length() <= LONGEST_NAMED ? item : item.substring(0, LONGEST_NAMED))
                .forEach(item -> errors.add(FieldError.of(item, "quiz.answers.no-item")));
    }

    private static GradedSheet.Answered graded(Paper.Place place, List<String> picks) {
        var letters = new TreeSet<String>();
        picks.forEach(pick -> letters.add(place.letter(pick).orElseThrow()));
        return place.asked().graded(place.shown(), List.copyOf(letters));
    }
}
