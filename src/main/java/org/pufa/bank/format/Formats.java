package org.pufa.bank.format;

import java.util.List;
import org.pufa.bank.intake.QuestionReader;

/** Every format in which questions can be taken, listed once. */
public final class Formats {

    private Formats() {
    }

    /** The readers in the order in which they are asked; the one for free text takes what is left. */
    public static List<QuestionReader> readers() {
        return List.of(new TextReader());
    }
}
