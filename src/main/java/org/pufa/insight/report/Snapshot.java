package org.pufa.insight.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.pufa.kernel.CanonicalJson;
import org.pufa.kernel.Sha256;

/**
 * The figures of a report as they were counted at one instant.
 *
 * @param revision of the report whose points these are
 * @param figures the first has position 1
 * @param hash of all that, see {@link #hashed}
 */
public record Snapshot(long report, int number, int revision, List<Frozen> points, List<Kept> figures, String takenBy,
        Instant takenAt, String hash) {

    public Snapshot {
        points = List.copyOf(points);
        figures = List.copyOf(figures);
        Objects.requireNonNull(takenBy);
        Objects.requireNonNull(takenAt);
        Objects.requireNonNull(hash);
    }

    /** A point as it was then. @param figures positions by the names that its sentence may use */
    public record Frozen(Point point, Map<String, String> words, Map<String, Integer> figures) {

        public Frozen {
            words = Map.copyOf(words);
            figures = Map.copyOf(figures);
        }
    }

    /** A figure and what was changed of it since, the latest last. */
    public record Kept(int position, Fact fact, List<Hand> hands) {

        public Kept {
            hands = List.copyOf(hands);
        }

        /** As it holds now. */
        public BigDecimal value() {
            return hand().map(Hand::value).orElse(fact.value());
        }

        public Optional<Hand> hand() {
            return hands.isEmpty() ? Optional.empty() : Optional.of(hands.get(hands.size() - 1));
        }
    }

    /** That somebody changed a figure (人工). */
    public record Hand(BigDecimal before, BigDecimal value, String reason, String by, Instant at) {
    }

    /** Figures with nothing changed. */
    static List<Kept> kept(List<Fact> facts) {
        var kept = new ArrayList<Kept>();
        facts.forEach(fact -> kept.add(new Kept(kept.size() + 1, fact, List.of())));
        return kept;
    }

    public Kept figure(int position) {
        return figures.get(position - 1);
    }

    /** Whether a figure belongs to a campaign that had not ended. */
    public boolean isGrowing() {
        return figures.stream().anyMatch(kept -> kept.fact().growing());
    }

    /**
     * SHA-256 over canonical JSON of what was counted: report, number, revision, moment, points and figures with their
     * queries, as src/docs/report.md describes. What was changed by hand stands beside it.
     */
    static byte[] hashed(long report, int number, int revision, List<Frozen> points, List<Fact> facts, Instant at) {
        var whole = new LinkedHashMap<String, Object>();
        whole.put("report", Long.toString(report));
        whole.put("number", Integer.toString(number));
        whole.put("revision", Integer.toString(revision));
        whole.put("taken_at", at.toString());
        whole.put("points", points.stream().map(Snapshot::json).toList());
        whole.put("figures", facts.stream().map(Snapshot::json).toList());
        return Sha256.of(CanonicalJson.bytes(whole));
    }

    private static Map<String, Object> json(Frozen frozen) {
        return Map.of("heading", frozen.point().heading(), "source", frozen.point().source().code(),
                "sentence", frozen.point().sentence(), "words", frozen.words());
    }

    private static Map<String, Object> json(Fact fact) {
        return Map.of("name", fact.name(), "label", fact.label(), "value", fact.value().toPlainString(),
                "unit", fact.unit(), "query", fact.query().text());
    }
}
