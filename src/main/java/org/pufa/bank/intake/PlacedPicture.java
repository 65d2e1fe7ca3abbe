package org.pufa.bank.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.pufa.bank.Question;
import org.pufa.bank.QuestionPicture;

/**
 * What somebody says of one picture of a question while they change it.
 *
 * @param place where it is to stand; "" when it is to go
 * @param alt what it shows; may be blank
 */
public record PlacedPicture(String place, String alt) {

    public PlacedPicture {
        Objects.requireNonNull(place);
        Objects.requireNonNull(alt);
    }

    /** The pictures as they are told to be, in the order of both lists; those of which nothing is said stay. */
    public static List<QuestionPicture> of(List<QuestionPicture> pictures, List<PlacedPicture> told) {
        var changed = new ArrayList<QuestionPicture>();
        for (int i = 0; i < pictures.size(); i++) {
            if (i >= told.size()) {
                changed.add(pictures.get(i));
            } else if (!told.get(i).place().isEmpty()) {
                changed.add(pictures.get(i).placed(told.get(i).place(), told.get(i).line()));
            }
        }
        return Question.inOrder(changed);
    }

    private String line() {
        String line = CleanText.of(CleanText.of(alt).replace('\n', ' '));
        return line.isEmpty() ? QuestionPicture.UNTOLD : line;
    }
}
