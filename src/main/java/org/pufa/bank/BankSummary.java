package org.pufa.bank;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A bank in a list of banks.
 *
 * @param inUse how many questions of each type new papers may hold; a type without any is 0
 * @param waiting how many are drafts, or reviewed and not yet in use
 * @param flagged how many in use are left out because their law was amended
 * @param retired how many questions are kept out of new papers
 * @param topics of all its questions, in the order in which they came
 * @param changedAt when its latest revision was made
 */
public record BankSummary(Bank bank, Map<QuestionType, Integer> inUse, int waiting, int flagged, int retired,
        List<String> topics, Instant changedAt) {

    public BankSummary {
        Objects.requireNonNull(bank);
        inUse = Map.copyOf(inUse);
        topics = List.copyOf(topics);
    }

    /** How many questions new papers may hold. */
    public int questions() {
        return inUse.values().stream().mapToInt(Integer::intValue).sum();
    }
}
