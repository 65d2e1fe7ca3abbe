package org.pufa.bank;

import java.util.List;
import java.util.Objects;

/** What the files of one bank say, found right and ready to be loaded. */
public record BankDraft(Bank bank, List<Question> questions) {

    public BankDraft {
        Objects.requireNonNull(bank);
        questions = List.copyOf(questions);
    }
}
