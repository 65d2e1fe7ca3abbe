package org.pufa.bank.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private record Candidate(int number, int[] runs) {
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
            String key = !options(first).equals(options(item)) ? "stem"
                    : !first.pictures().equals(item.pictures()) ? "picture" : "same";
            return with(item, Reason.warning("bank.intake.twin." + key, Integer.toString(first.number())));
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
        return item.with(item.pictures(), reasons);
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

    /** What stands for each run of characters, sorted, each once. */
    private static int[] runs(String text) {
        var runs = new int[Math.max(0, text.length() - RUN + 1)];
        for (int i = 0; i < runs.length; i++) {
            long run = (long) text.charAt(i) << 32 | (long) text.charAt(i + 1) << 16 | text.charAt(i + 2);
            long mixed = run * 0x9E3779B97F4A7C15L;
            runs[i] = (int) (mixed >>> 32);
        }
        return Arrays.stream(runs).sorted().distinct().toArray();
    }

    private static double share(int[] one, int[] other) {
        int common = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length;) {
            common += one[i] == other[j] ? 1 : 0;
            boolean first = one[i] <= other[j];
            j += one[i] >= other[j] ? 1 : 0;
            i += first ? 1 : 0;
        }
        return (double) common / (one.length + other.length - common);
    }

    /** The least run of each of {@code BANDS * ROWS} kinds; a kind without any borrows from the next. */
    private static long[] bands(int[] runs) {
        var least = new long[BANDS * ROWS];
        Arrays.fill(least, Long.MAX_VALUE);
        for (int run : runs) {
            int mixed = run * 0x85EBCA6B;
            int kind = (mixed >>> 8) % least.length;
            least[kind] = Math.min(least[kind], mixed);
        }
        var bands = new long[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long mixed = band + 1;
            for (int row = 0; row < ROWS; row++) {
                mixed = mixed * 0x9E3779B97F4A7C15L + filled(least, band * ROWS + row);
            }
            bands[band] = mixed;
        }
        return bands;
    }

    private static long filled(long[] least, int at) {
        int from = at;
        while (least[from] == Long.MAX_VALUE && from < at + least.length) {
            from = (from + 1) % least.length;
        }
        return least[from];
    }
}
