package org.pufa.bank;

import java.util.List;
import org.pufa.yaml.Mistake;

/** The banks that some files hold, or the mistakes that keep them from being loaded; never both. */
public record BankReading(List<BankDraft> drafts, List<Mistake> mistakes) {

    public BankReading {
        drafts = mistakes.isEmpty() ? List.copyOf(drafts) : List.of();
        mistakes = List.copyOf(mistakes);
    }
}
