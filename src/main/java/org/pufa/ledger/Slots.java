package org.pufa.ledger;

import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Slots next to each other, both ends included. */
public record Slots(int first, int last) {

    public Slots {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("no slots from " + first + " to " + last);
        }
    }

    public static Slots only(int slot) {
        return new Slots(slot, slot);
    }

    public boolean contain(int slot) {
        return slot >= first && slot <= last;
    }

    public int count() {
        return last - first + 1;
    }

    /** The lowest slot that is not among {@code taken}. */
    public OptionalInt firstFree(Set<Integer> taken) {
        return IntStream.rangeClosed(first, last).filter(slot -> !taken.contains(slot)).findFirst();
    }
}
