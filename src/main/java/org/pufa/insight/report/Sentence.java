package org.pufa.insight.report;

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
    private static final char BAR = '|';

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
    private record Element(String words, String name, Rounding rounding) {
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
     * @param unit as it is written after the number
     * @param key finds the figure again among those that were handed in
     */
    public record Number(String key, long amount, String unit) implements Value {

        public Number {
            Objects.requireNonNull(key);
            Objects.requireNonNull(unit);
        }
    }

    /** A piece of a filled sentence. @param key of the figure that is written there, or "" */
    public record Piece(String text, String key) {
    }

    /**
     * Reads a sentence that somebody wrote.
     *
     * @param known names that there may be
     * @throws Problem INVALID that says at which character what is wrong; its field is {@code field}
     */
    public static Sentence parse(String field, String text, Set<String> known) {
        if (text.length() > LONGEST) {
            throw wrong(field, "insight.report.sentence.long", LONGEST);
        }
        var reader = new SentenceReader(field, text);
        var segments = new ArrayList<Segment>();
        while (!reader.atEnd()) {
            boolean optional = reader.takes('[');
            segments.add(new Segment(optional, elements(reader, optional)));
        }
        var sentence = new Sentence(text, segments);
        sentence.names().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw wrong(field, "insight.report.sentence.unknown", name, String.join("、", known));
        });
        return sentence;
    }

    private static List<Element> elements(SentenceReader reader, boolean optional) {
        var elements = new ArrayList<Element>();
        while (!reader.atEnd() && !reader.sees(optional ? ']' : '[')) {
            if (reader.takes(OPEN)) {
                elements.add(place(reader));
            } else {
                elements.add(new Element(reader.words(), "", Rounding.EXACT));
            }
        }
        if (optional) {
            reader.expect(']');
        }
        return elements;
    }

    private static Element place(SentenceReader reader) {
        String inside = reader.until(SHUT);
        int bar = inside.indexOf(BAR);
        String name = (bar < 0 ? inside : inside.substring(0, bar)).strip();
        var rounding = bar < 0 ? Optional.of(Rounding.USUAL) : Rounding.named(inside.substring(bar + 1).strip());
        return new Element("", name, rounding.orElseThrow(() ->
                wrong(reader.field(), "insight.report.sentence.rounding", inside.substring(bar + 1))));
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
        if (element.name().isEmpty()) {
            return true;
        }
        Value value = values.get(element.name());
        return value instanceof Number number ? number.amount() > 0 : value != null;
    }

    private static Piece piece(Element element, Map<String, Value> values) {
        if (element.name().isEmpty()) {
            return new Piece(element.words(), "");
        }
        Value value = values.get(element.name());
        return value instanceof Number number
                ? new Piece(element.rounding().write(number.amount()) + number.unit(), number.key())
                : new Piece(((Words) value).text(), "");
    }
}
