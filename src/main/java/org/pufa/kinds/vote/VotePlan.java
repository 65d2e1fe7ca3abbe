package org.pufa.kinds.vote;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.pufa.campaign.Kind;
import org.pufa.campaign.State;

/**
 * What is voted on, as the file says it.
 *
 * @param random whether every ballot lists the candidates in an order of its own
 */
record VotePlan(boolean random, Publication results, List<Category> categories) implements Kind.Plan {

    /** When everybody may see the count. */
    enum Publication {
        LIVE, CLOSED, NEVER;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean publishesIn(State state) {
            boolean over = state == State.CLOSED || state == State.CERTIFIED;
            return this == CLOSED && over || this == LIVE && (over || state == State.OPEN || state == State.PAUSED);
        }
    }

    VotePlan {
        Objects.requireNonNull(results);
        categories = List.copyOf(categories);
    }

    /** A ballot can be set aside after review, so it must be found from its entry. */
    @Override
    public boolean linked() {
        return true;
    }

    Optional<Candidate> candidate(String number) {
        return categories.stream().flatMap(category -> category.candidates().stream())
                .filter(candidate -> candidate.number().equals(number)).findFirst();
    }
}
