package org.pufa.bank.format.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pufa.bank.intake.CleanText;
import org.pufa.bank.intake.Intake;
import org.pufa.bank.intake.Reason;

/** Reads the lines one after the other and gives each passage to the question it belongs to. */
final class Sheet {

    private final List<Line> lines;
    private final Ahead ahead;
    private final List<Draft> drafts = new ArrayList<>();
    private final KeyTable key;
    private Section section = new Section(0, "", "");
    private String topic = "";
    private Draft current;
    private boolean inKey;
    /** Whether any question so far has a number. */
    private boolean numbered;
    private boolean afterGap = true;
    /** Number that the next line of a numbered list within a question would have; 0 outside of one. */
    private int listDue;
    /** Line that holds the other half of a judgement that was read with the line before it; -1 for none. */
    private int otherHalf = -1;
    private int at;

    Sheet(List<Line> lines) {
        this.lines = lines;
        this.ahead = new Ahead(lines, new Furniture(lines));
        this.key = new KeyTable(new AnswerKey(drafts), ahead);
        // What holds more than may be taken is refused as a whole, so the rest of it need not be read.
        for (at = 0; at < lines.size() && drafts.size() <= Intake.MOST_ITEMS; at++) {
            line(ahead.glance(at));
        }
    }

    List<Draft> drafts() {
        return drafts;
    }

    private void line(Glance line) {
        if (line.text().isEmpty()) {
            afterGap = true;
            return;
        } else if (line.isPiece()) {
            passOver(line.text());
            return;
        } else if (at == otherHalf) {
            current.source(at);
            return;
        }
        String rest = line.text();
        boolean first = true;
        while (!rest.isEmpty()) {
            String left = CleanText.trim(passage(rest, first));
            // every passage takes something away, or the whole line is done
            rest = left.length() < rest.length() ? left : "";
            if (current != null && !inKey) {
                current.source(at);
            }
            first = false;
        }
        afterGap = false;
    }

    private void passOver(String text) {
        if (current != null && !current.isClosed()) {
            current.reason(Reason.warning("bank.intake.furniture", Integer.toString(lines.get(at).number()), text));
        }
    }

    /** Takes one passage from the beginning of the text and gives back what is left. */
    private String passage(String text, boolean first) {
        if (inKey) {
            var left = key.passage(text, lines.get(at).number(), at, section);
            if (left.isPresent()) {
                return left.get();
            }
            inKey = false;
        }
        var heading = first ? heading(text, ahead.glance(at)) : Optional.<String>empty();
        if (heading.isPresent()) {
            return heading.get();
        } else if (first && beginsKey(text)) {
            inKey = true;
            return Heading.isKey(text) ? "" : text;
        }
        var marker = Marker.at(text, 0);
        if (marker.isPresent()) {
            return marked(text, marker.get());
        }
        return unmarked(text);
    }

    private String unmarked(String text) {
        var number = NumberMark.last(text).filter(mark -> begins(mark, text));
        if (number.isPresent()) {
            return numbered(text, number.get());
        }
        var option = OptionMark.at(text, 0).filter(mark -> isOption(mark, text));
        return option.isPresent() ? options(text, option.get()) : plain(text);
    }

    // Headings and tables of answers

    private Optional<String> heading(String text, Glance line) {
        var found = line.heading().filter(heading -> !heading.key() || drafts.isEmpty());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Heading heading = found.get();
        if (!heading.typeWord().isEmpty()) {
            open(heading.typeWord(), heading.style());
            return Optional.of(text.substring(heading.end()));
        }
        boolean foreign = heading.style().equals("(") && Foreign.is(section.typeWord());
        boolean question = foreign || ahead.optionFollows(at, 'A') || ahead.answerBeforeNumber(at) && !numbered;
        boolean chapter = !question && (current == null || current.isClosed());
        if (chapter) {
            topic = heading.topic();
            open(heading.style().equals(section.style()) ? "" : section.typeWord(), section.style());
            return Optional.of("");
        } else if (question && (current == null || current.isClosed() || foreign)) {
            start(0, NumberMark.Style.WORD);
            current.stem(heading.topic());
            return Optional.of("");
        }
        return Optional.empty();
    }

    private void open(String typeWord, String style) {
        section = new Section(section.ordinal() + 1, typeWord, style);
        current = null;
        listDue = 0;
    }

    private boolean beginsKey(String text) {
        if (drafts.isEmpty()) {
            return false;
        } else if (Heading.isKey(text)) {
            return ahead.keyFollows(at);
        }
        var heading = ahead.glance(at).heading().filter(Heading::key);
        return heading.isPresent() && ahead.keyFollows(at) || KeyLine.read(text).size() > 1
                && (current == null || current.isClosed());
    }

    // What a marker announces

    private String marked(String text, Marker marker) {
        String value = text.substring(marker.end());
        if (marker.kind() == Marker.Kind.TYPE) {
            open(CleanText.trim(value), "题型");
            return "";
        } else if (marker.kind() == Marker.Kind.SECTION_TOPIC) {
            topic = value;
            return "";
        } else if (marker.kind() == Marker.Kind.ANSWER) {
            return answer(value);
        } else if (current == null) {
            return "";
        }
        int end = Marker.within(value, 0).map(Marker::from).orElse(value.length());
        if (marker.kind() == Marker.Kind.EXPLANATION) {
            return explanation(value, end);
        } else if (marker.kind() != Marker.Kind.IGNORED) {
            current.fact(marker.kind(), value.substring(0, end));
        }
        return value.substring(end);
    }

    private String answer(String value) {
        boolean table = KeyLine.read(value).size() > 1 || value.isEmpty() && ahead.keyFollows(at);
        if (table && !drafts.isEmpty()) {
            inKey = true;
            return value;
        } else if (current == null) {
            start(0, NumberMark.Style.WORD);
        }
        listDue = 0;
        int open = Scan.isOneOf(value, 0, Scan.OPENING) && Scan.closing(value, 0, 20).isPresent() ? 1 : 0;
        int end = AnswerValue.end(value, Scan.skipSpaces(value, open));
        if (end < 0) {
            int cut = Marker.within(value, 0).map(Marker::from).orElse(value.length());
            current.answer(value.substring(0, cut));
            return value.substring(cut);
        }
        current.answer(value.substring(open, end));
        return behindAnswer(value, end);
    }

    private String behindAnswer(String value, int end) {
        int from = end;
        while (from < value.length() && ("。.;；,，、）)】]" + Signs.RED).indexOf(value.charAt(from)) >= 0) {
            from++;
        }
        String rest = CleanText.trim(value.substring(from));
        boolean known = rest.isEmpty() || Marker.at(rest, 0).isPresent()
                || NumberMark.at(rest, 0).filter(mark -> mark.number() == current.number + 1).isPresent();
        if (known) {
            return rest;
        }
        current.reason(Reason.warning("bank.intake.answer.tail", shown(rest)));
        int cut = Marker.within(rest, 0).map(Marker::from).orElse(rest.length());
        current.explanation(rest.substring(0, cut));
        return rest.substring(cut);
    }

    private static String shown(String text) {
        return Signs.words(text.length() > 40 ? text.substring(0, 40) + "…" : text);
    }

    private String explanation(String value, int end) {
        int glued = Glued.question(value.substring(0, end), current.number + 1, true);
        current.explanation(value.substring(0, glued < 0 ? end : glued));
        return value.substring(glued < 0 ? end : glued);
    }

    // Questions and their options

    private boolean begins(NumberMark mark, String text) {
        int due = current == null ? 1 : current.number + 1;
        if (listDue > 0 && mark.number() == listDue && !ahead.answerBeforeNumber(at)) {
            listDue++;
            return false;
        } else if (current == null) {
            return mark.sure() || mark.number() >= 1 && text.length() > mark.end();
        }
        boolean list = mark.number() == 1 && (due != 1 || current.number == 0) && (current.isOpen() || current.part == Draft.Part.STEM
                && !current.isJudged() && current.announces());
        boolean inner = mark.style() == NumberMark.Style.BRACKET && current.style == NumberMark.Style.DOT
                && !current.hasOptions() && (current.isOpen() || !current.hasAnswer() && !current.isJudged());
        if (list) {
            listDue = 2;
        }
        boolean explains = current.part == Draft.Part.EXPLANATION && mark.number() != due && mark.number() != 1
                && !ahead.isQuestion(at, text);
        return !list && !inner && !explains && (mark.sure() || mark.number() == due && (afterGap || current.isClosed()
                || Scan.isDigit(text, mark.end())));
    }

    private String numbered(String text, NumberMark mark) {
        start(mark.number(), mark.style());
        return stem(CleanText.trim(text.substring(mark.end())));
    }

    private void start(int number, NumberMark.Style style) {
        current = new Draft(lines.get(at).number(), number, style, section, topic);
        current.source(at);
        drafts.add(current);
        numbered |= number > 0;
        listDue = 0;
    }

    /** A stem, or a part of one, up to its options or the next marker in the same line. */
    private String stem(String text) {
        int end = Marker.within(text, 0).map(Marker::from).orElse(text.length());
        var run = ahead.optionFollows(at, 'A') ? Optional.<OptionMark.Run>empty()
                : OptionMark.inside(text.substring(0, end));
        int from = run.map(OptionMark.Run::from).orElse(end);
        current.stem(text.substring(0, from));
        return run.isEmpty() ? text.substring(from) : options(text.substring(from),
                OptionMark.at(text, from).map(mark -> new OptionMark(mark.letter(), 0, mark.end() - from, true))
                        .orElseThrow());
    }

    private boolean isOption(OptionMark mark, String text) {
        if (current == null) {
            return mark.sure() && mark.letter() == 'A' && followed(mark, text);
        } else if (current.part == Draft.Part.EXPLANATION || current.isAnswered() && current.hasOptions()) {
            return false;
        }
        boolean due = mark.letter() == current.due();
        return due && mark.letter() == 'A' ? followed(mark, text) : due || mark.sure() && current.hasOptions();
    }

    /** Whether an option B shows that the A was one. */
    private boolean followed(OptionMark mark, String text) {
        return OptionMark.split(text, mark).size() > 1
                || (mark.sure() ? ahead.optionComes(at, 'B', 6) : ahead.optionFollows(at, 'B'));
    }

    private String options(String text, OptionMark mark) {
        if (current == null) {
            start(0, NumberMark.Style.WORD);
        }
        int marker = Marker.within(text, mark.end()).map(Marker::from).orElse(text.length());
        int glued = current.number > 0 ? Glued.question(text.substring(0, marker), current.number + 1, false) : -1;
        int end = glued < 0 ? marker : glued;
        current.options(OptionMark.split(text.substring(0, end), mark));
        return text.substring(end);
    }

    // Lines without a mark

    private String plain(String text) {
        if (current != null && choosesInRed(text)) {
            return "";
        } else if (current != null && !current.hasAnswer() && current.part != Draft.Part.EXPLANATION
                && isBareAnswer(text)) {
            current.answer(Scan.unbracketed(text));
            return "";
        } else if (startsUnnumbered(text)) {
            start(0, NumberMark.Style.WORD);
            return stem(text);
        } else if (current == null) {
            return "";
        }
        return goesOn(text);
    }

    /** 正确 错误, one of them in red; in one line or, as in the cells of a table, in two. */
    private boolean choosesInRed(String text) {
        int next = ahead.next(at);
        String both = text + ahead.glance(next).text();
        boolean whole = RedAnswer.isJudgement(text);
        boolean half = !whole && !current.hasAnswer() && RedAnswer.isJudgement(both);
        if (current.hasOptions() || !whole && !half) {
            return false;
        }
        otherHalf = half ? next : otherHalf;
        if (Signs.isRed(half ? both : text)) {
            current.answer(RedAnswer.judged(half ? both : text));
        }
        return true;
    }

    private boolean isBareAnswer(String text) {
        boolean letters = Scan.isLetters(Scan.unbracketed(Signs.words(text)));
        return Scan.isAnswer(text) && (letters == current.hasOptions())
                && (current.hasOptions() || current.hasStem());
    }

    private boolean startsUnnumbered(String text) {
        if (current != null && !current.isClosed() || Signs.words(text).isBlank()) {
            return false;
        }
        boolean answerCounts = current == null ? !numbered : current.isAnswered() || current.isJudged();
        boolean near = current != null && !afterGap
                && (current.part == Draft.Part.EXPLANATION || current.part == Draft.Part.OPTIONS);
        boolean judged = judges(text) && (current == null ? !section.typeWord().isEmpty() : current.number == 0);
        return judged || ahead.questionBegins(at, near ? 2 : 5, answerCounts);
    }

    private static boolean judges(String text) {
        var draft = new Draft(0, 0, NumberMark.Style.WORD, new Section(0, "", ""), "");
        draft.stem(text);
        return draft.isJudged() && !Scan.isLetters(text);
    }

    private String goesOn(String text) {
        boolean open = current.part == Draft.Part.STEM || current.part == Draft.Part.OPTIONS;
        if (!open && Signs.isPictured(text) && Signs.words(text).isBlank()) {
            current.aside(text);
            return "";
        }
        int end = Marker.within(text, 0).map(Marker::from).orElse(text.length());
        String words = text.substring(0, end);
        switch (current.part) {
            case STEM -> {
                return stem(text);
            }
            case OPTIONS -> current.lastOption(words);
            case ANSWER -> moreAnswer(words);
            case EXPLANATION -> {
                return explanation(text, end);
            }
            default -> stray(words);
        }
        return text.substring(end);
    }

    private void moreAnswer(String words) {
        if (!current.hasAnswer() || current.isOpen()) {
            current.moreAnswer(words);
        } else {
            stray(words);
        }
    }

    private void stray(String words) {
        current.reason(Reason.warning("bank.intake.stray", Integer.toString(lines.get(at).number()), shown(words)));
        current.explanation(words);
    }
}
