package org.pufa.bank.preview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pufa.bank.Question.Option;
import org.pufa.bank.intake.CleanText;

/**
 * Finds questions that say the same, or nearly so. Stems are compared without spaces, punctuation, case and width;
 * similar ones by the pairs of characters they share. Two stems of which four fifths of all pairs are shared must have
 * one of their rarest pairs in common, so that only few have to be compared.
 */
final class Twins {

    /** From here on two stems count as similar. */
    static final double SIMILAR = 0.8;
    /** Shorter stems are only ever the same or not. */
    private static final int FEWEST_PAIRS = 6;
    /** A bound on the work that a hostile file can cause. */
    private static final int MOST_COMPARED = 300;

    /** A question to be compared. @param bank "" for an item of the file */
    record Known(String bank, String question, String stem, List<Option> options, List<String> answer) {
    }

    private record Entry(Known known, int[] pairs) {
    }

    private final Map<Integer, Integer> frequency = new HashMap<>();
    private final Map<String, Known> byStem = new HashMap<>();
    private final Map<Integer, List<Entry>> byRarePair = new HashMap<>();

    /** @param all every question that will be added or asked about, to know which pairs are rare */
    Twins(List<Known> all) {
        all.forEach(known -> pairs(CleanText.bare(known.stem())).forEach(pair -> frequency.merge(pair, 1, Integer::sum)));
    }

    private static java.util.Set<Integer> pairs(String bare) {
        var pairs = new java.util.HashSet<Integer>();
        for (int i = 0; i + 1 < bare.length(); i++) {
            pairs.add(bare.charAt(i) << 16 | bare.charAt(i + 1));
        }
        return pairs;
    }

    /** From the rarest pair to the commonest. */
    private int[] sorted(String bare) {
        return pairs(bare).stream().sorted(java.util.Comparator
                .<Integer>comparingInt(pair -> frequency.getOrDefault(pair, 0)).thenComparingInt(pair -> pair))
                .mapToInt(Integer::intValue).toArray();
    }

    private static int rare(int[] pairs) {
        return pairs.length - (int) Math.ceil(SIMILAR * pairs.length) + 1;
    }

    /** From now on others can be twins of this one; the first of several equal ones stands. */
    void add(Known known) {
        String bare = CleanText.bare(known.stem());
        if (bare.isEmpty() || byStem.putIfAbsent(bare, known) != null) {
            return;
        }
        int[] pairs = sorted(bare);
        if (pairs.length >= FEWEST_PAIRS) {
            var entry = new Entry(known, pairs);
            for (int i = 0; i < rare(pairs); i++) {
                byRarePair.computeIfAbsent(pairs[i], pair -> new ArrayList<>()).add(entry);
            }
        }
    }

    /** The question with the same stem, or else the most similar one. */
    Optional<Twin> of(Known asked) {
        String bare = CleanText.bare(asked.stem());
        var same = byStem.get(bare);
        if (same != null) {
            return Optional.of(twin(same, asked, 1));
        }
        int[] pairs = sorted(bare);
        return pairs.length < FEWEST_PAIRS ? Optional.empty() : similar(asked, pairs);
    }

    private Optional<Twin> similar(Known asked, int[] pairs) {
        var sought = Arrays.stream(pairs).boxed().collect(java.util.stream.Collectors.toSet());
        var seen = new java.util.HashSet<Entry>();
        Entry best = null;
        double highest = 0;
        for (int i = 0; i < rare(pairs) && seen.size() < MOST_COMPARED; i++) {
            for (Entry entry : byRarePair.getOrDefault(pairs[i], List.of())) {
                double share = seen.size() < MOST_COMPARED && seen.add(entry) ? share(sought, entry.pairs()) : 0;
                if (share > highest) {
                    highest = share;
                    best = entry;
                }
            }
        }
        return highest >= SIMILAR ? Optional.of(twin(best.known(), asked, highest)) : Optional.empty();
    }

    private static double share(java.util.Set<Integer> sought, int[] pairs) {
        if (pairs.length < SIMILAR * sought.size() || sought.size() < SIMILAR * pairs.length) {
            return 0;
        }
        long shared = Arrays.stream(pairs).filter(sought::contains).count();
        return (double) shared / (sought.size() + pairs.length - shared);
    }

    private static Twin twin(Known known, Known asked, double share) {
        return new Twin(known.bank(), known.question(), known.stem(), share,
                share == 1 && right(known).equals(right(asked)) && texts(known).equals(texts(asked)));
    }

    private static List<String> texts(Known known) {
        return known.options().stream().map(option -> CleanText.bare(option.text())).sorted().toList();
    }

    private static List<String> right(Known known) {
        return known.options().stream().filter(option -> known.answer().contains(option.letter()))
                .map(option -> CleanText.bare(option.text())).sorted().toList();
    }
}
