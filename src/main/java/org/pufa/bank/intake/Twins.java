package org.pufa.bank.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pufa.bank.Question.Option;

/**
 * Finds questions that ask the same, or nearly the same, as an earlier one. Near ones by MinHash: texts that share most
 * of their runs of three characters fall into a common bucket, so that each is compared with a few others only.
 */
final class Twins {

    private static final int BANDS = 8;
    private static final int ROWS = 3;
    private static final int RUN = 3;
    private static final int SHORTEST = 10;
    private static final int MOST_COMPARED = 6;
    /** Share of common runs from which on two texts are near. */
    private static final double NEAR = 0.8;

    private final Map<String, Item> stemToFirst = new HashMap<>();
    private final Map<Long, Deque<Candidate>> buckets = new HashMap<>();

    private record Candidate(int number, Set<Integer> runs) {
    }

    private Twins() {
    }

    /** The items, with a warning on each that has a twin before it. */
    static List<Item> marked(List<Item> items) {
        var twins = new Twins();
        var marked = new ArrayList<Item>(items.size());
        items.forEach(item -> marked.add(twins.marked(item)));
        return marked;
    }

    private Item marked(Item item) {
        String stem = CleanText.bare(item.stem());
        if (stem.isEmpty()) {
            return item;
        }
        Item first = stemToFirst.putIfAbsent(stem, item);
        if (first != null) {
            boolean same = options(first).equals(options(item));
            return with(item, Reason.warning(same ? "bank.intake.twin.same" : "bank.intake.twin.stem",
                    Integer.toString(first.number())));
        }
        return near(item, stem + options(item)).map(number -> with(item, Reason.warning("bank.intake.twin.near",
                Integer.toString(number)))).orElse(item);
    }

    private static String options(Item item) {
        return item.options().stream().map(Option::text).map(CleanText::bare).sorted()
                .collect(Collectors.joining("|"));
    }

    private static Item with(Item item, Reason reason) {
        var reasons = new ArrayList<>(item.reasons());
        reasons.add(reason);
        return new Item(item.number(), item.type(), item.stem(), item.options(), item.answer(), item.raw(), reasons);
    }

    private Optional<Integer> near(Item item, String text) {
        if (text.length() < SHORTEST) {
            return Optional.empty();
        }
        var candidate = new Candidate(item.number(), runs(text));
        var found = Optional.<Integer>empty();
        for (long band : bands(candidate.runs())) {
            var bucket = buckets.computeIfAbsent(band, key -> new ArrayDeque<>());
            if (found.isEmpty()) {
                found = bucket.stream().filter(other -> share(other.runs(), candidate.runs()) >= NEAR)
                        .map(Candidate::number).findFirst();
            }
            if (bucket.size() < MOST_COMPARED) {
                bucket.add(candidate);
            }
        }
        return found;
    }

    private static Set<Integer> runs(String text) {
        var runs = new HashSet<Integer>();
        for (int i = 0; i + RUN <= text.length(); i++) {
            runs.add(text.substring(i, i + RUN).hashCode());
        }
        return runs;
    }

    private static double share(Set<Integer> one, Set<Integer> other) {
        long common = one.stream().filter(other::contains).count();
        return (double) common / (one.size() + other.size() - common);
    }

    private static long[] bands(Set<Integer> runs) {
        var bands = new long[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long mixed = band + 1;
            for (int row = 0; row < ROWS; row++) {
                mixed = mixed * 0x9E3779B97F4A7C15L + least(runs, band * ROWS + row);
            }
            bands[band] = mixed;
        }
        return bands;
    }

    private static long least(Set<Integer> runs, int seed) {
        long least = Long.MAX_VALUE;
        for (int run : runs) {
            long mixed = (run ^ seed * 0x85EBCA6BL) * 0xC2B2AE3D27D4EB4FL;
            least = Math.min(least, (mixed ^ mixed >>> 29) >>> 1);
        }
        return least;
    }
}
