package org.pufa.bank.intake;

import java.util.ArrayList;
import java.util.List;
import org.pufa.bank.Question;
import org.pufa.bank.QuestionPicture;
import org.pufa.bank.QuestionType;

/** What is checked of the pictures of an item, whoever put them there. */
public final class PictureCheck {

    private PictureCheck() {
    }

    /** The item with these pictures, and with what speaks against them. */
    public static Item illustrated(Item item, List<QuestionPicture> pictures) {
        var reasons = new ArrayList<>(item.reasons());
        if (pictures.size() > QuestionPicture.MOST) {
            reasons.add(Reason.refusal("bank.intake.picture.many", pictures.size(), QuestionPicture.MOST));
        }
        if (item.type().isPresent() && !pictures.stream().allMatch(picture ->
                Question.hasPlace(picture.place(), item.type().get(), item.options()))) {
            reasons.add(Reason.refusal(item.type().get() == QuestionType.JUDGE ? "bank.intake.picture.judge"
                    : "bank.intake.picture.place"));
        }
        var ordered = Question.inOrder(pictures);
        for (int i = 0; i < ordered.size(); i++) {
            if (!ordered.get(i).isTold()) {
                reasons.add(Reason.warning("bank.intake.picture.untold", i + 1, QuestionPicture.UNTOLD));
            }
        }
        return item.with(ordered, reasons);
    }
}
