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
 * @param several whether more than one option is right; the answer then is shown below all of them
 * @param answer the right options in words
 */
public record Practice(int number, String type, LocalText stem, List<PictureView> pictures, boolean several,
        List<Choice> options, String answer, Why why) {

    /** A picture of the question. */
    public record PictureView(String src, String alt, int width, int height) {

        static List<PictureView> at(Question question, String place) {
            return question.picturesAt(place).stream().map(one -> new PictureView(one.url(), one.alt(), one.width(),
                    one.height())).toList();
        }
    }

    /**
     * @param letter "" where options are words
     * @param group shared by the options of a question, so that newer browsers open one at a time
     * @param verdict says whether it is right
     */
    public record Choice(String letter, String text, boolean right, String group, String verdict,
            List<PictureView> pictures, Why why) {
    }

    /** Why the answer is right. @param quote the words of the article, line by line */
    public record Why(LocalText explanation, boolean explained, List<String> quote, String citation) {

        static Why of(Question question) {
            return new Why(LocalText.of(question.explanation()), !question.explanation().isEmpty(),
                    question.quote().lines().toList(), question.citation().toString());
        }
    }

    static Practice of(LearnWords words, Lang lang, int number, Question question) {
        boolean judge = question.type() == QuestionType.JUDGE;
        String answer = String.join("、", question.answer());
        var why = Why.of(question);
        var options = question.options().stream().map(option -> {
            boolean right = question.answer().contains(option.letter());
            return new Choice(judge ? "" : option.letter(), option.text(), right, "try-" + number,
                    right ? words.say(lang, "practice.yes") : words.say(lang, "practice.no", answer),
                    PictureView.at(question, option.letter()), why);
        }).toList();
        return new Practice(number, words.say(lang, "practice." + question.type().code()),
                LocalText.of(question.stem()), PictureView.at(question, QuestionPicture.STEM),
                question.type() == QuestionType.MULTIPLE, options, answer, why);
    }
}
