package org.pufa.learn.console;

import java.util.ArrayList;
import org.pufa.bank.Picture;
import org.pufa.learn.LessonPicture;
import org.pufa.learn.LessonText;

/** What a new picture makes of a text. */
final class LessonForms {

    private static final String NAME = "图";

    private LessonForms() {
    }

    /** The text with one more picture, under a name that none of its pictures had. */
    static LessonText with(LessonText text, String alt, Picture picture) {
        int last = text.pictures().stream().mapToInt(one -> Integer.parseInt(one.name().substring(NAME.length())))
                .max().orElse(0);
        var all = new ArrayList<>(text.pictures());
        all.add(new LessonPicture(NAME + (last + 1), alt, picture.hash(), picture.type(), picture.width(),
                picture.height()));
        return new LessonText(text.sort(), text.title(), text.summary(), text.body(), text.cites(), text.questions(),
                text.audience(), text.campaigns(), all);
    }
}
