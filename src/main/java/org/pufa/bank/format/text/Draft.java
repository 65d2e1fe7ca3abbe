package org.pufa.bank.format.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pufa.bank.Question.Option;
import org.pufa.bank.QuestionPicture;
import org.pufa.bank.intake.CleanText;
import org.pufa.bank.intake.Judgement;
import org.pufa.bank.intake.RawPicture;
import org.pufa.bank.intake.RawQuestion;
import org.pufa.bank.intake.Reason;

/** A question while its lines are being read. */
final class Draft {

    /** What was read last, so that a line without a mark is known to go on with it. */
    enum Part { STEM, OPTIONS, ANSWER, EXPLANATION, OTHER }

    /** Far more than may be taken; what goes on beyond it is refused for its length anyhow. */
    private static final int LONGEST_KEPT = 10_000;
    private static final int STEM_END = 40;

    final int line;
    final int number;
    final NumberMark.Style style;
    final Section section;
    final String topic;
    private final StringBuilder stem = new StringBuilder();
    private final List<Option> options = new ArrayList<>();
    private final StringBuilder explanation = new StringBuilder();
    private final Map<Marker.Kind, String> facts = new LinkedHashMap<>();
    private final Set<Integer> sourceLines = new LinkedHashSet<>();
    private final List<Reason> reasons = new ArrayList<>();
    /** Signs of pictures that stand where no question keeps any. */
    private final StringBuilder aside = new StringBuilder();
    private String typeTag = "";
    private String answer = "";
    private boolean answered;
    Part part = Part.STEM;

    Draft(int line, int number, NumberMark.Style style, Section section, String topic) {
        this.line = line;
        this.number = number;
        this.style = style;
        this.section = section;
        this.topic = topic;
    }

    void source(int lineNumber) {
        sourceLines.add(lineNumber);
    }

    void reason(Reason reason) {
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
    }

    void stem(String text) {
        append(stem, text);
    }

    /** Breaks within a stem only parted its words, unless the line before was a sentence of its own. */
    private static void append(StringBuilder to, String text) {
        String last = to.length() == 0 ? "" : to.substring(to.length() - 1);
        to.setLength(Math.max(0, to.length() - 1));
        to.append(Scan.joined(last, text));
    }

    void typeTag(String word) {
        typeTag = word;
    }

    String stem() {
        return stem.toString();
    }

    void options(List<Option> more) {
        options.addAll(more);
        part = Part.OPTIONS;
    }

    void lastOption(String text) {
        Option last = options.remove(options.size() - 1);
        boolean endless = last.text().length() > LONGEST_KEPT;
        options.add(new Option(last.letter(), endless ? last.text() : Scan.joined(last.text(), text)));
    }

    boolean hasStem() {
        return stem.length() > 0;
    }

    /** Whether the stem announces something, a list perhaps. */
    boolean announces() {
        return stem.length() > 0 && ":：".indexOf(stem.charAt(stem.length() - 1)) >= 0;
    }

    boolean hasOptions() {
        return !options.isEmpty();
    }

    int optionCount() {
        return options.size();
    }

    /** The letter that the next option should have. */
    char due() {
        return options.isEmpty() ? 'A' : (char) (options.get(options.size() - 1).letter().charAt(0) + 1);
    }

    /** A text behind stem and options, for the pictures in it. */
    void aside(String text) {
        if (Signs.isPictured(text)) {
            aside.append(text);
        }
    }

    void answer(String text) {
        aside(text);
        String value = CleanText.trim(Signs.words(text));
        if (!answer.isEmpty() && !value.isEmpty() && !same(answer, value)) {
            reason(Reason.refusal("bank.intake.answer.two", shown(answer), shown(value)));
        }
        answer = answer.isEmpty() ? value : answer;
        answered = true;
        part = Part.ANSWER;
    }

    void moreAnswer(String text) {
        aside(text);
        if (answer.length() <= LONGEST_KEPT) {
            answer = answer.isEmpty() ? CleanText.trim(Signs.words(text)) : answer + "\n" + Signs.words(text);
        }
    }

    private static boolean same(String one, String other) {
        return CleanText.bare(one).equals(CleanText.bare(other)) && one.isEmpty() == other.isEmpty();
    }

    private static String shown(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    boolean hasAnswer() {
        return !answer.isEmpty();
    }

    boolean isAnswered() {
        return answered;
    }

    /** An answer in words, which may go on for lines. */
    boolean isOpen() {
        return answered && !Scan.isAnswer(answer) && !hasOptions();
    }

    boolean hasRed() {
        return options.stream().anyMatch(option -> Signs.isRed(option.text()));
    }

    /** Whether its answer stands in the stem. */
    boolean isJudged() {
        String end = stem.substring(Math.max(0, stem.length() - STEM_END));
        String text = CleanText.trim(Signs.words(end));
        int open = Math.max(text.lastIndexOf('（'), text.lastIndexOf('('));
        int close = Math.max(text.lastIndexOf('）'), text.lastIndexOf(')'));
        return open > 0 && close > open && close - open < 8 && Judgement.of(text.substring(open + 1, close)).isPresent()
                && text.length() - close < 4;
    }

    /** Whether it may be whole, so that a line without a mark may begin another. */
    boolean isClosed() {
        return answered || options.size() > 1 || isJudged();
    }

    void explanation(String text) {
        if (explanation.length() > 0) {
            explanation.append('\n');
        }
        explanation.append(text);
        part = Part.EXPLANATION;
    }

    boolean hasExplanation() {
        return explanation.length() > 0;
    }

    void fact(Marker.Kind kind, String text) {
        aside(text);
        facts.merge(kind, CleanText.trim(Signs.words(text)), (one, other) -> one + " " + other);
        part = Part.OTHER;
    }

    RawQuestion raw(List<Line> lines, Figures figures) {
        var pictures = placed(figures);
        RedAnswer.conflict(answer, red()).ifPresent(this::reason);
        var stemText = StemTags.read(stem());
        String typeWord = !typeTag.isEmpty() ? typeTag
                : stemText.typeWord().isEmpty() ? section.typeWord() : stemText.typeWord();
        return new RawQuestion(line, typeWord, Signs.words(stemText.stem()),
                options.stream().map(option -> new Option(option.letter(), Signs.words(option.text()))).toList(),
                answer.isEmpty() ? red() : answer, Signs.words(explanation.toString()),
                facts.getOrDefault(Marker.Kind.CITATION, ""), quote(), facts.getOrDefault(Marker.Kind.DIFFICULTY, ""),
                facts.getOrDefault(Marker.Kind.TOPIC, topic), code(),
                source(lines), pictures, reasons);
    }

    /** A quote stands in one line; the sign ↵ is where the article itself begins a new one. */
    private String quote() {
        return facts.getOrDefault(Marker.Kind.QUOTE, "").replace('↵', '\n');
    }

    private String code() {
        return facts.getOrDefault(Marker.Kind.CODE, number > 0 ? Integer.toString(number) : "");
    }

    /** The letters of the options in red, when only some of them are. */
    private String red() {
        var red = options.stream().filter(option -> Signs.isRed(option.text())).map(Option::letter).toList();
        return red.size() < options.size() ? String.join("", red) : "";
    }

    private String source(List<Line> lines) {
        var source = new StringBuilder();
        sourceLines.stream().sorted().forEach(at -> source.append(source.length() == 0 ? "" : "\n")
                .append(Signs.words(lines.get(at).text())));
        return source.toString();
    }

    private List<RawPicture> placed(Figures figures) {
        var placed = new ArrayList<>(figures.take(stem(), QuestionPicture.STEM, this::reason));
        int pictured = 0;
        for (int i = 0; i < options.size(); i++) {
            Option option = options.get(i);
            boolean below = i == options.size() - 1 && pictured == 0 && Signs.isPictured(option.text())
                    && figures.areAlone(option.text());
            if (below) {
                reason(Reason.warning("bank.intake.picture.below"));
            }
            var taken = figures.take(option.text(), below ? QuestionPicture.STEM : option.letter(), this::reason);
            pictured += taken.size();
            placed.addAll(taken);
        }
        placed.addAll(figures.take(explanation.toString() + aside, RawPicture.ASIDE, this::reason));
        return placed;
    }
}
