package org.pufa.bank.preview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pufa.bank.Question.Option;
import org.pufa.bank.QuestionPicture;
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
    record Known(String bank, String question, String stem, List<Option> options, List<String> answer,
            List<QuestionPicture> pictures) {
    }

    /** @param pairs in ascending order @param rare those of them by which it can be found */
    private record Entry(Known known, int[] pairs, int[] rare) {
    }

    private final Map<Integer, Integer> frequency = new HashMap<>();
    private final Map<String, Known> byStem = new HashMap<>();
    private final Map<Integer, List<Entry>> byRarePair = new HashMap<>();

    /** @param all every question that will be added or asked about, to know which pairs are rare */
    Twins(List<Known> all) {
        for (Known known : all) {
            for (int pair : pairs(CleanText.bare(known.stem()))) {
                frequency.merge(pair, 1, Integer::sum);
            }
        }
    }

    private static int[] pairs(String bare) {
        var pairs = new int[Math.max(0, bare.length() - 1)];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = bare.charAt(i) << 16 | bare.charAt(i + 1);
        }
        Arrays.sort(pairs);
        int distinct = 0;
        for (int i = 0; i < pairs.length; i++) {
            if (i == 0 || pairs[i] != pairs[i - 1]) {
                pairs[distinct++] = pairs[i];
            }
        }
        return Arrays.copyOf(pairs, distinct);
    }

    private Entry entry(Known known, String bare) {
        int[] pairs = pairs(bare);
        var keys = new long[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            keys[i] = (long) frequency.getOrDefault(pairs[i], 0) << 32 | pairs[i] & 0xFFFF_FFFFL;
        }
        Arrays.sort(keys);
        int count = pairs.length - (int) Math.ceil(SIMILAR * pairs.length) + 1;
        return new Entry(known, pairs, pairs.length < FEWEST_PAIRS ? new int[0]
                : Arrays.stream(keys).limit(count).mapToInt(key -> (int) key).toArray());
    }

    /** From now on others can be twins of this one; the first of several equal ones stands. */
    void add(Known known) {
        String bare = CleanText.bare(known.stem());
        if (!bare.isEmpty() && byStem.putIfAbsent(bare, known) == null) {
            var entry = entry(known, bare);
            for (int pair : entry.rare()) {
                byRarePair.computeIfAbsent(pair, rare -> new ArrayList<>(2)).add(entry);
            }
        }
    }

    /** The question with the same stem, or else the most similar one. */
    Optional<Twin> of(Known asked) {
        String bare = CleanText.bare(asked.stem());
        var same = byStem.get(bare);
        return same != null ? Optional.of(twin(same, asked, 1)) : similar(asked, entry(asked, bare));
    }

    private Optional<Twin> similar(Known asked, Entry sought) {
        Entry best = null;
        double highest = 0;
        int compared = 0;
        for (int pair : sought.rare()) {
            for (Entry entry : byRarePair.getOrDefault(pair, List.of())) {
                if (compared++ >= MOST_COMPARED) {
                    break;
                }
                double share = share(sought.pairs(), entry.pairs());
                if (share > highest) {
                    highest = share;
                    best = entry;
                }
            }
        }
        return highest >= SIMILAR ? Optional.of(twin(best.known(), asked, highest)) : Optional.empty();
    }

    private static double share(int[] one, int[] other) {
        if (one.length < SIMILAR * other.length || other.length < SIMILAR * one.length) {
            return 0;
        }
        int shared = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length;) {
            if (one[i] == other[j]) {
                shared++;
                i++;
                j++;
            } else if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        return (double) shared / (one.length + other.length - shared);
    }

    private static Twin twin(Known known, Known asked, double share) {
        return new Twin(known.bank(), known.question(), known.stem(), share,
                share == 1 && right(known).equals(right(asked)) && texts(known).equals(texts(asked))
                        && pictures(known).equals(pictures(asked)));
    }

    private static List<String> pictures(Known known) {
        return known.pictures().stream().map(QuestionPicture::hash).sorted().toList();
    }

    private static List<String> texts(Known known) {
        return known.options().stream().map(option -> CleanText.bare(option.text())).sorted().toList();
    }

    private static List<String> right(Known known) {
        return known.options().stream().filter(option -> known.answer().contains(option.letter()))
                .map(option -> CleanText.bare(option.text())).sorted().toList();
    }
}
