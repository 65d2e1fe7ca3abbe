package org.pufa.kinds.quiz;

import java.util.List;
import org.pufa.bank.Question;

/** A picture of a question on a page; its alt text is in Chinese, as authors write. @param src its address */
record PictureView(String src, String alt, int width, int height) {

    /** Those of that place: the stem, or the option of that letter of the author. */
    static List<PictureView> at(Question question, String place) {
        return question.picturesAt(place).stream().map(picture -> new PictureView(picture.url(), picture.alt(),
                picture.width(), picture.height())).toList();
    }
}
