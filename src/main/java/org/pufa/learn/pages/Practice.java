package org.pufa.learn.pages;

import java.util.List;
import org.pufa.bank.Question;
import org.pufa.bank.QuestionPicture;
import org.pufa.bank.QuestionType;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;
import org.pufa.learn.LearnWords;

/**
 * A question to try, on a page. It is opened and not sent: nothing of it is counted.
 *
 * @param name shared by its options, so that newer browsers open one at a time
 * @param several whether more than one option is right; the answer then is shown below all of them
 * @param answer the right options in words
 * @param quote the words of the article, line by line
 */
public record Practice(int number, String name, String type, LocalText stem, List<PictureView> pictures,
        boolean several, List<Choice> options, String answer, LocalText explanation, boolean explained,
        List<String> quote, String citation) {

    /** A picture of the question. */
    public record PictureView(String src, String alt, int width, int height) {

        static List<PictureView> at(Question question, String place) {
            return question.picturesAt(place).stream().map(one -> new PictureView(one.url(), one.alt(), one.width(),
                    one.height())).toList();
        }
    }

    /** @param letter "" where options are words */
    public record Choice(String letter, String text, boolean right, List<PictureView> pictures) {
    }

    static Practice of(LearnWords words, Lang lang, int number, Question question) {
        boolean judge = question.type() == QuestionType.JUDGE;
        var options = question.options().stream().map(option -> new Choice(judge ? "" : option.letter(),
                option.text(), question.answer().contains(option.letter()),
                PictureView.at(question, option.letter()))).toList();
        return new Practice(number, "try-" + number, words.say(lang, "practice." + question.type().code()),
                LocalText.of(question.stem()), PictureView.at(question, QuestionPicture.STEM),
                question.type() == QuestionType.MULTIPLE, options, String.join("、", question.answer()),
                LocalText.of(question.explanation()), !question.explanation().isEmpty(),
                question.quote().lines().toList(), question.citation().toString());
    }
}
