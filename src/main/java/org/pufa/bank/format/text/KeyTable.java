package org.pufa.bank.format.text;

import java.util.Optional;

/** Reads the lines of a table of answers, with the headings and explanations that stand among them. */
final class KeyTable {

    private final AnswerKey key;
    private final Ahead ahead;

    KeyTable(AnswerKey key, Ahead ahead) {
        this.key = key;
        this.ahead = ahead;
    }

    /** Nothing when the text is no part of a table of answers. */
    Optional<String> passage(String text, int line, int at, Section section) {
        var entries = KeyLine.read(text);
        if (!entries.isEmpty()) {
            entries.forEach(entry -> key.add(entry, line, at, section));
            return Optional.of("");
        }
        if (Ahead.isOpenAnswer(text)) {
            NumberMark number = NumberMark.at(text, 0).orElseThrow();
            String answer = text.substring(Marker.at(text, number.end()).orElseThrow().end());
            key.open(number.number(), answer, line, at, section);
            return Optional.of("");
        }
        var heading = Heading.of(text);
        if (heading.isPresent()) {
            boolean more = heading.get().end() < text.length();
            if (more ? KeyLine.read(text.substring(heading.get().end())).isEmpty() : !ahead.keyFollows(at)) {
                return Optional.empty();
            }
            key.heading(heading.get().typeWord());
            return Optional.of(heading.get().key() ? "" : text.substring(heading.get().end()));
        } else if (Heading.isKey(text)) {
            return Optional.of("");
        }
        return text(text, at);
    }

    private Optional<String> text(String text, int at) {
        var marker = Marker.at(text, 0).filter(found -> found.kind() != Marker.Kind.TYPE);
        boolean number = NumberMark.at(text, 0).filter(NumberMark::sure).isPresent();
        boolean option = OptionMark.at(text, 0).filter(OptionMark::sure).isPresent();
        if (key.last().isEmpty() || option || number && ahead.isQuestion(at, text)
                || marker.isEmpty() && !number && ahead.questionBegins(at, 2, false)) {
            return Optional.empty();
        }
        Draft draft = key.last().get();
        draft.source(at);
        if (marker.isPresent() && marker.get().kind() == Marker.Kind.ANSWER) {
            return Optional.empty();
        }
        if (draft.isOpen() && marker.isEmpty()) {
            draft.moreAnswer(text);
        } else {
            draft.explanation(text.substring(marker.map(Marker::end).orElse(0)));
        }
        return Optional.of("");
    }
}
