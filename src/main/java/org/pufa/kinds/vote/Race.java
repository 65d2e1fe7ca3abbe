package org.pufa.kinds.vote;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.ledger.Count;

/**
 * One category as ballots are held against it. Ballots come by the ten thousand a second, so all that does not depend
 * on the ballot, counts and faults included, is made beforehand.
 */
final class Race {

    private final String id;
    private final int min;
    private final int max;
    private final Map<String, Count> numberToCount = new HashMap<>();
    private final FieldError unknown;
    private final FieldError twice;

    Race(Category category) {
        id = category.id();
        min = category.min();
        max = category.max();
        category.candidates().forEach(candidate ->
                numberToCount.put(candidate.number(), new Count(Ballot.PICK, candidate.number())));
        unknown = FieldError.of(id, "kinds.vote.unknown-candidate");
        twice = FieldError.of(id, "kinds.vote.same-candidate-twice");
    }

    String id() {
        return id;
    }

    /**
     * Adds what was picked here to the ballot, in the order of numbers.
     *
     * @param given what was sent for this category, or null
     * @return whether it is allowed; if not, the ballot is spoilt and {@link #fault} says why
     */
    boolean take(List<String> given, Map<String, Object> picks, List<Count> counts) {
        int size = given == null ? 0 : given.size();
        if (size < min || size > max) {
            return false;
        } else if (size == 0) {
            return true;
        }
        var sorted = given.toArray(new String[size]);
        Arrays.sort(sorted);
        for (int i = 0; i < size; i++) {
            Count count = numberToCount.get(sorted[i]);
            if (count == null || i > 0 && sorted[i].equals(sorted[i - 1])) {
                return false;
            }
            counts.add(count);
        }
        picks.put(id, Arrays.asList(sorted));
        return true;
    }

    /** What is wrong with picks that {@link #take} did not allow; null with those it does. */
    FieldError fault(List<String> given) {
        int size = given == null ? 0 : given.size();
        if (size > 0 && !numberToCount.keySet().containsAll(given)) {
            return unknown;
        } else if (size > 0 && given.stream().distinct().count() < size) {
            return twice;
        } else if (size > max) {
            return FieldError.of(id, "kinds.vote.too-many", max, size);
        } else if (size < min) {
            return size == 0 ? FieldError.of(id, "kinds.vote.none-picked", min)
                    : FieldError.of(id, "kinds.vote.too-few", min, size);
        }
        return null;
    }
}
