package org.pufa.bank.console;

import java.util.List;
import org.pufa.bank.Question;
import org.pufa.bank.Question.Option;
import org.pufa.bank.QuestionPicture;
import org.pufa.i18n.Lang;

/**
 * A question with all that staff may see of it (template {@code bank/console/_question}).
 *
 * @param law short name and article, such as 《劳动合同法》第十九条第一款, or ""
 */
record QuestionView(String id, String type, String difficulty, String topic, String stem, List<PictureView> pictures,
        List<OptionView> options, String law, String version, String quote, String explanation) {

    /** Under which pictures of questions are served. */
    static final String PICTURES = "/pictures/";

    /** @param right whether it belongs to the answer */
    record OptionView(String label, boolean right, List<PictureView> pictures) {
    }

    static QuestionView of(BankWords words, Lang lang, Question question) {
        return new QuestionView(question.id(), words.type(lang, question.type()),
                words.difficulty(lang, question.difficulty()), words.topic(lang, question.topic()), question.stem(),
                PictureView.at(QuestionPicture.STEM, question.pictures(), PICTURES),
                options(question.options(), question.answer(), question.pictures(), PICTURES), question.citation().toString(),
                question.citation().version(), question.quote(), question.explanation());
    }

    static List<OptionView> options(List<Option> options, List<String> answer, List<QuestionPicture> pictures,
            String folder) {
        return options.stream().map(option -> new OptionView(option.text(), answer.contains(option.letter()),
                PictureView.at(option.letter(), pictures, folder))).toList();
    }
}
