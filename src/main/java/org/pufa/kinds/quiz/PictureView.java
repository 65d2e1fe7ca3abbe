package org.pufa.kinds.quiz;

import java.util.List;
import org.pufa.bank.Question;

/**
 * A picture of a question on a page; its alt text is in Chinese, as authors write.
 *
 * @param src its address
 * @param late whether it is enough to fetch it when somebody comes near it
 */
record PictureView(String src, String alt, int width, int height, boolean late) {

    /**
     * Those of that place on a paper: the stem, or the option of that letter of the author. They come at once, because
     * the network may be gone when their turn comes.
     */
    static List<PictureView> atOnce(Question question, String place) {
        return at(question, place, false);
    }

    /** The same on a page that shows many questions, of which few are looked at. */
    static List<PictureView> late(Question question, String place) {
        return at(question, place, true);
    }

    private static List<PictureView> at(Question question, String place, boolean late) {
        return question.picturesAt(place).stream().map(picture -> new PictureView(picture.url(), picture.alt(),
                picture.width(), picture.height(), late)).toList();
    }
}
