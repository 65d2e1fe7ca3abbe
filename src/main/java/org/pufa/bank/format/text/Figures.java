package org.pufa.bank.format.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.pufa.bank.QuestionPicture;
import org.pufa.bank.intake.RawPicture;
import org.pufa.bank.intake.RawQuestion;
import org.pufa.bank.intake.Reason;

/**
 * What a document shows beside its words. Lines and cells name each by its index, written with {@link Signs}; whoever
 * reads them takes it from here, and what nobody takes is told at the end.
 */
public final class Figures {

    private static final int MOST_LINES_TOLD = 10;

    /** How a picture stands to the words of its line. */
    public enum Setting {
        ALONE, BESIDE, WITHIN
    }

    private final List<Figure> figures = new ArrayList<>();

    /** One of them. */
    private static final class Figure {

        private final int line;
        private final String alt;
        /** Null for a drawing that is no picture. */
        private final byte[] content;
        private Setting setting = Setting.BESIDE;
        private boolean taken;

        Figure(int line, String alt, byte[] content) {
            this.line = line;
            this.alt = alt;
            this.content = content;
        }
    }

    /** Adds a picture, and gives its index. @param line where it stands in the file */
    public int add(int line, String alt, byte[] content) {
        figures.add(new Figure(line, alt, content));
        return figures.size() - 1;
    }

    /** Adds what is drawn, but no picture: a chart, a shape. */
    public int addDrawing(int line) {
        return add(line, "", null);
    }

    /** Tells how the pictures of a line stand to its words. */
    public void set(String line) {
        for (int index : Signs.pictures(line)) {
            String sign = Signs.picture(index);
            String before = Signs.words(line.substring(0, line.indexOf(sign)));
            String after = Signs.words(line.substring(line.indexOf(sign) + sign.length()));
            figures.get(index).setting = before.isBlank() && after.isBlank() ? Setting.ALONE
                    : before.isBlank() || after.isBlank() ? Setting.BESIDE : Setting.WITHIN;
        }
    }

    /** Whether each picture that the text names stands in a line of its own. */
    boolean areAlone(String text) {
        return Signs.pictures(text).stream().allMatch(index -> figures.get(index).setting == Setting.ALONE);
    }

    /** The pictures that the text names, in that place. @param noting what is to be told of them */
    public List<RawPicture> take(String text, String place, Consumer<Reason> noting) {
        var taken = new ArrayList<RawPicture>();
        for (int index : Signs.pictures(text)) {
            Figure figure = figures.get(index);
            figure.taken = true;
            if (figure.content == null) {
                noting.accept(Reason.warning("bank.intake.picture.drawing", Integer.toString(figure.line)));
                continue;
            }
            if (figure.setting == Setting.WITHIN && place.equals(QuestionPicture.STEM)) {
                noting.accept(Reason.warning("bank.intake.picture.moved"));
            }
            taken.add(new RawPicture(place, figure.alt, figure.content));
        }
        return taken;
    }

    /** The questions, the first of which tells of pictures that belong to none of them. */
    public List<RawQuestion> noted(List<RawQuestion> questions) {
        var left = figures.stream().filter(figure -> !figure.taken && figure.content != null).toList();
        if (left.isEmpty()) {
            return questions;
        }
        String lines = String.join("、", left.stream().limit(MOST_LINES_TOLD).map(figure ->
                Integer.toString(figure.line)).distinct().toList());
        return RawQuestion.firstNoted(questions, Reason.warning("bank.intake.picture.left", left.size(), lines));
    }
}
