package org.pufa.kinds.survey;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pufa.campaign.Answers;
import org.pufa.campaign.Item;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;

/**
 * A question that is answered by picking: one option, several, or one step of a scale.
 *
 * @param min fewest picks of an answer; leaving it out is another matter
 * @param max most picks
 */
record Choice(Prompt prompt, Sort sort, List<Option> options, int min, int max) implements Question {

    /** Longest text of one's own beside an option, in characters. */
    static final int OTHER_LONGEST = 100;

    enum Sort { SINGLE, MULTIPLE, RATING }

    /** @param other whether a text of one's own may go with it */
    record Option(String id, LocalText text, boolean other) {

        Option {
            Objects.requireNonNull(id);
            Objects.requireNonNull(text);
        }
    }

    Choice {
        options = List.copyOf(options);
        if (min > max) {
            throw new IllegalArgumentException("at least " + min + " picks, at most " + max);
        }
    }

    /** A scale of which the best step comes first and is called 1. */
    static Choice rating(Prompt prompt, List<LocalText> scale) {
        var steps = IntStream.range(0, scale.size())
                .mapToObj(i -> new Option(Integer.toString(i + 1), scale.get(i), false)).toList();
        return new Choice(prompt, Sort.RATING, steps, 1, 1);
    }

    Optional<Option> other() {
        return options.stream().filter(Option::other).findFirst();
    }

    @Override
    public Item item(String group, Lang lang) {
        var shown = options.stream()
                .map(option -> new Item.Option(option.id(), option.text().in(lang), option.other())).toList();
        return new Item(id(), sort.name().toLowerCase(Locale.ROOT), group, prompt.ask().in(lang),
                prompt.hint().in(lang), prompt.required(), shown, prompt.required() ? Math.max(1, min) : min, max, "");
    }

    @Override
    public List<String> fields() {
        return other().isPresent() ? List.of(id(), id() + Answers.OTHER) : List.of(id());
    }

    @Override
    public void fill(Answers given, Filling into) {
        List<String> picks = given.picks(id());
        if (picks.isEmpty() && prompt.required()) {
            into.refuse(id(), sort == Sort.MULTIPLE ? "kinds.survey.none-picked.many" : "kinds.survey.none-picked.one");
        } else if (!picks.isEmpty() && areAllowed(picks, into)) {
            into.answer(id(), options.stream().map(Option::id).filter(picks::contains).toList());
        }
        other().ifPresent(option -> fillOther(option, given, picks, into));
    }

    private boolean areAllowed(List<String> picks, Filling into) {
        if (!options.stream().map(Option::id).collect(Collectors.toSet()).containsAll(picks)) {
            into.refuse(id(), "kinds.survey.unknown-option");
        } else if (new HashSet<>(picks).size() < picks.size()) {
            into.refuse(id(), "kinds.survey.same-option-twice");
        } else if (picks.size() > max) {
            into.refuse(id(), max == 1 ? "kinds.survey.only-one" : "kinds.survey.too-many", max, picks.size());
        } else if (picks.size() < min) {
            into.refuse(id(), "kinds.survey.too-few", min, picks.size());
        } else {
            return true;
        }
        return false;
    }

    private void fillOther(Option option, Answers given, List<String> picks, Filling into) {
        String field = id() + Answers.OTHER;
        if (given.text(field).isEmpty()) {
            return;
        }
        if (!picks.contains(option.id())) {
            into.refuse(field, "kinds.survey.other-not-picked", option.text());
        } else {
            FreeText.checked(given, field, OTHER_LONGEST, false, into).ifPresent(text -> into.write(field, text));
        }
    }

    @Override
    public List<String> cells(Map<String, Object> answers, Lang lang) {
        var picks = AnswerSheet.picks(answers.get(id()));
        String picked = options.stream().filter(option -> picks.contains(option.id()))
                .map(option -> option.text().in(lang)).collect(Collectors.joining(lang == Lang.EN ? "; " : "；"));
        return other().isEmpty() ? List.of(picked)
                : List.of(picked, String.valueOf(answers.getOrDefault(id() + Answers.OTHER, "")));
    }
}
