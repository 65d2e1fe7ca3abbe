package org.pufa.ledger;

import java.util.ArrayList;
import java.util.List;

/** Gathers findings; of a ledger in ruins it keeps the first ones and counts the rest. */
final class Findings {

    static final int MOST = 1000;

    private final List<Finding> kept = new ArrayList<>();
    private long further;

    void add(String name, Object... args) {
        add(Finding.of(name, args));
    }

    void add(Finding finding) {
        if (kept.size() < MOST) {
            kept.add(finding);
        } else {
            further++;
        }
    }

    /** What was found, in order; the last one says how many more there are when there were too many. */
    List<Finding> list() {
        var list = new ArrayList<>(kept);
        if (further > 0) {
            list.add(Finding.of("more", further));
        }
        return List.copyOf(list);
    }
}
