package org.pufa.kinds.survey;

import java.util.List;
import org.pufa.campaign.Answers;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;

/**
 * One question as the page shows it.
 *
 * @param options null where none are picked
 * @param field null where nothing is typed
 * @param error what is wrong with the answer, or ""
 */
record QuestionView(String id, int number, LocalText ask, LocalText hint, boolean hinted, boolean required,
        OptionsView options, FieldView field, String error) {

    /**
     * The options of a question.
     *
     * @param rating whether they are the steps of a scale
     * @param across whether those stand side by side, which only short Chinese labels can
     * @param many whether several can be picked and no hint says so
     * @param limited whether several can be picked, but not all
     * @param min fewest picks without which one cannot go on; an answer that may be left out has none
     */
    record OptionsView(boolean rating, boolean across, boolean many, boolean limited, int min, int max,
            List<OptionView> list) {
    }

    /**
     * One option; a template sees nothing else inside the list, so it knows its question.
     *
     * @param input type of the input element
     * @param typed the text beside an "other" option
     */
    record OptionView(String question, String input, String id, LocalText text, boolean checked, boolean other,
            String typed) {
    }

    /** @param longest in characters */
    record FieldView(boolean number, boolean lines, int longest, LocalText unit, String typed) {
    }

    /** Labels that fit five to a line on a phone. */
    private static final int ACROSS_LONGEST = 4;
    /** Room for any number with its separators. */
    private static final int NUMBER_LONGEST = 20;

    static QuestionView of(Question question, int number, Answers given, String error, Lang lang) {
        var prompt = question.prompt();
        boolean hinted = !prompt.hint().zh().isEmpty();
        return new QuestionView(prompt.id(), number, prompt.ask(), prompt.hint(), hinted, prompt.required(),
                question instanceof Choice choice ? options(choice, given, hinted, lang) : null,
                field(question, given), error);
    }

    private static OptionsView options(Choice choice, Answers given, boolean hinted, Lang lang) {
        boolean multiple = choice.sort() == Choice.Sort.MULTIPLE;
        boolean rating = choice.sort() == Choice.Sort.RATING;
        boolean across = rating && lang == Lang.ZH
                && choice.options().stream().allMatch(option -> option.text().zh().length() <= ACROSS_LONGEST);
        var picks = given.picks(choice.id());
        String typed = given.text(choice.id() + Answers.OTHER);
        var list = choice.options().stream().map(option -> new OptionView(choice.id(),
                multiple ? "checkbox" : "radio", option.id(), option.text(), picks.contains(option.id()),
                option.other(), typed)).toList();
        int min = choice.prompt().required() ? Math.max(1, choice.min()) : 0;
        return new OptionsView(rating, across, multiple && !hinted,
                multiple && choice.max() < list.size(), min, choice.max(), list);
    }

    private static FieldView field(Question question, Answers given) {
        String typed = given.text(question.id());
        if (question instanceof FreeText text) {
            return new FieldView(false, text.lines(), text.longest(), LocalText.of(""), typed);
        } else if (question instanceof WholeNumber whole) {
            return new FieldView(true, false, NUMBER_LONGEST, whole.unit(), typed);
        }
        return null;
    }
}
