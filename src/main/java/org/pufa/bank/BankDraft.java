package org.pufa.bank;

import java.util.List;
import java.util.Objects;

/**
 * What the files of one bank say, found right and ready to be loaded.
 *
 * @param album every picture that the questions name
 */
public record BankDraft(Bank bank, List<Question> questions, Album album) {

    public BankDraft {
        Objects.requireNonNull(bank);
        Objects.requireNonNull(album);
        questions = List.copyOf(questions);
    }

    /** A bank without pictures. */
    public BankDraft(Bank bank, List<Question> questions) {
        this(bank, questions, Album.EMPTY);
    }
}
