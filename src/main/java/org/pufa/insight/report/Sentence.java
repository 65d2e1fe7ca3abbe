package org.pufa.insight.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.pufa.kernel.Problem;

/**
 * A sentence with places for figures: {@code 开展“【名称】”问卷调查，【参与人数】参与[，发放资料【发放宣传资料|整】]。} What stands
 * in 【】 is a name, and after a bar how its number is to be written (see {@link Rounding}). What stands in square
 * brackets falls away where one of its figures is missing or nought.
 */
public final class Sentence {

    /** Longer ones nobody reads. */
    public static final int LONGEST = 1_000;
    private static final char OPEN = '【';
    private static final char SHUT = '】';
    private static final String BAR = "\\|";
    /** Other words for what is counted. Whatever they say, 人 never become 人次. */
    private static final Map<String, Set<String>> ALSO_CALLED = Map.of("人", Set.of("人", "名", "位"),
            "人次", Set.of("人次"), "%", Set.of("%"));
    private static final Set<String> OF_THINGS = Set.of("场", "次", "期", "项", "个", "轮", "册", "份", "本", "篇", "条",
            "件", "家", "户");

    private final String text;
    private final List<Segment> segments;

    private Sentence(String text, List<Segment> segments) {
        this.text = text;
        this.segments = List.copyOf(segments);
    }

    /** Something that stands or falls as a whole. */
    private record Segment(boolean optional, List<Element> elements) {
    }

    /** Words, or where {@code name} is not empty, a place. */
    private record Element(String words, String name, Rounding rounding, String unit) {

        static Element of(String words) {
            return new Element(words, "", Rounding.EXACT, "");
        }

        void check(String field, Map<String, String> known) {
            String counted = known.get(name);
            if (counted == null) {
                throw wrong(field, "insight.report.sentence.unknown", name, String.join("、", known.keySet()));
            } else if (!unit.isEmpty() && !ALSO_CALLED.getOrDefault(counted, OF_THINGS).contains(unit)) {
                throw wrong(field, "insight.report.sentence.unit", name, counted, unit);
            }
        }
    }

    /** What a place may hold: words as they are, or a figure. */
    public sealed interface Value permits Words, Number {
    }

    public record Words(String text) implements Value {

        public Words {
            Objects.requireNonNull(text);
        }
    }

    /**
     * A figure.
     *
     * @param amount not negative; what is no whole number is a percentage
     * @param unit as it is written after the number
     * @param key finds the figure again among those that were handed in
     */
    public record Number(String key, BigDecimal amount, String unit) implements Value {

        private static final String PERCENT = "%";

        public Number {
            Objects.requireNonNull(key);
            Objects.requireNonNull(amount);
            Objects.requireNonNull(unit);
        }

        String written(Rounding rounding, String called) {
            return unit.equals(PERCENT) ? Rounding.percent(amount)
                    : rounding.write(amount.longValueExact()) + (called.isEmpty() ? unit : called);
        }
    }

    /** A piece of a filled sentence. @param key of the figure that is written there, or "" */
    public record Piece(String text, String key) {
    }

    /**
     * Reads a sentence that somebody wrote.
     *
     * @param known names that there may be, each with the unit of its figure, or "" for words
     * @throws Problem INVALID that says at which character what is wrong; its field is {@code field}
     */
    public static Sentence parse(String field, String text, Map<String, String> known) {
        if (text.length() > LONGEST) {
            throw wrong(field, "insight.report.sentence.long", LONGEST);
        }
        var sentence = read(field, text);
        sentence.segments.stream().flatMap(segment -> segment.elements().stream()).filter(element -> element.words().isEmpty())
                .forEach(element -> element.check(field, known));
        return sentence;
    }

    /** Reads one that was checked when it was written; what it names may be missing by now. */
    static Sentence parse(String text) {
        return read("", text);
    }

    private static Sentence read(String field, String text) {
        var reader = new SentenceReader(field, text);
        var segments = new ArrayList<Segment>();
        while (!reader.atEnd()) {
            boolean optional = reader.takes('[');
            segments.add(new Segment(optional, elements(reader, optional)));
        }
        return new Sentence(text, segments);
    }

    private static List<Element> elements(SentenceReader reader, boolean optional) {
        var elements = new ArrayList<Element>();
        while (!reader.atEnd() && !reader.sees(optional ? ']' : '[')) {
            if (reader.takes(OPEN)) {
                elements.add(place(reader));
            } else {
                elements.add(Element.of(reader.words()));
            }
        }
        if (optional) {
            reader.expect(']');
        }
        return elements;
    }

    private static Element place(SentenceReader reader) {
        String[] parts = reader.until(SHUT).split(BAR, -1);
        String word = parts.length < 2 ? "" : parts[1].strip();
        if (parts.length > 3 || Rounding.named(word).isEmpty()) {
            throw wrong(reader.field(), "insight.report.sentence.rounding", word);
        }
        return new Element("", parts[0].strip(), Rounding.named(word).get(), parts.length < 3 ? "" : parts[2].strip());
    }

    static Problem wrong(String field, String key, Object... args) {
        return Problem.invalid("insight.report.invalid", List.of(Problem.FieldError.of(field, key, args)));
    }

    /** The names of its places, in their order. */
    public Set<String> names() {
        var names = new LinkedHashSet<String>();
        segments.forEach(segment -> segment.elements().stream().map(Element::name).filter(name -> !name.isEmpty())
                .forEach(names::add));
        return names;
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    /**
     * The sentence with its places filled.
     *
     * @return nothing where a figure that it cannot do without is missing or nought
     */
    public Optional<List<Piece>> fill(Map<String, Value> values) {
        var pieces = new ArrayList<Piece>();
        for (Segment segment : segments) {
            boolean whole = segment.elements().stream().allMatch(element -> stands(element, values));
            if (!whole && !segment.optional()) {
                return Optional.empty();
            }
            if (whole) {
                segment.elements().forEach(element -> pieces.add(piece(element, values)));
            }
        }
        return Optional.of(List.copyOf(pieces));
    }

    private static boolean stands(Element element, Map<String, Value> values) {
        if (!element.words().isEmpty()) {
            return true;
        }
        Value value = values.get(element.name());
        return value instanceof Number number ? number.amount().signum() > 0 : value != null;
    }

    private static Piece piece(Element element, Map<String, Value> values) {
        if (!element.words().isEmpty()) {
            return new Piece(element.words(), "");
        }
        Value value = values.get(element.name());
        return value instanceof Number number
                ? new Piece(number.written(element.rounding(), element.unit()), number.key())
                : new Piece(((Words) value).text(), "");
    }
}
