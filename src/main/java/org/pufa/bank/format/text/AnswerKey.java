package org.pufa.bank.format.text;

import java.util.List;
import java.util.Optional;
import org.pufa.bank.intake.Reason;

/** Gives the answers of a table at the end of a section, or of the file, to the questions they belong to. */
final class AnswerKey {

    private final List<Draft> drafts;
    private String typeWord = "";
    private int section = -1;
    private int lastNumber;
    private Draft last;

    AnswerKey(List<Draft> drafts) {
        this.drafts = drafts;
    }

    /** From here on the answers of questions of that type follow. */
    void heading(String type) {
        typeWord = type;
        lastNumber = 0;
        last = null;
        section = nextSection(section, type);
    }

    /** The first section after that one with a question that has no answer yet; of that type, if there is any. */
    private int nextSection(int after, String type) {
        return first(-1, type, true).or(() -> first(after, "", true)).or(() -> first(-1, "", true)).orElse(-1);
    }

    private Optional<Integer> first(int after, String type, boolean unanswered) {
        return drafts.stream().filter(draft -> draft.section.ordinal() > after && !(unanswered && draft.hasAnswer()))
                .filter(draft -> type.isEmpty() || Types.same(draft.section.typeWord(), type))
                .map(draft -> draft.section.ordinal()).findFirst();
    }

    /** The question got its answer, or a question that nobody asked is added to the others, to be refused. */
    void add(KeyLine.Entry entry, int line, int at, Section here) {
        if (section < 0 || entry.number() <= lastNumber && unanswered(section, entry.number()).isEmpty()) {
            section = nextSection(section, entry.number() <= lastNumber ? "" : typeWord);
        }
        lastNumber = entry.number();
        var draft = unanswered(section, entry.number()).or(() -> anywhere(entry.number()))
                .orElseGet(() -> orphan(entry, line, here));
        if (entry.value().isEmpty()) {
            draft.reason(Reason.refusal("bank.intake.key.count", line));
        } else {
            draft.answer(entry.value());
        }
        if (!entry.more().isEmpty()) {
            var marker = Marker.at(entry.more(), 0);
            draft.explanation(marker.map(found -> entry.more().substring(found.end())).orElse(entry.more()));
        }
        draft.source(at);
        last = draft;
    }

    private Optional<Draft> unanswered(int ordinal, int number) {
        return drafts.stream().filter(draft -> draft.section.ordinal() == ordinal && draft.number == number
                && !draft.hasAnswer()).findFirst();
    }

    private Optional<Draft> anywhere(int number) {
        var fitting = drafts.stream().filter(draft -> draft.number == number).toList();
        var open = fitting.stream().filter(draft -> !draft.hasAnswer()).toList();
        return open.size() == 1 ? Optional.of(open.get(0)) : fitting.size() == 1 ? Optional.of(fitting.get(0))
                : Optional.empty();
    }

    private Draft orphan(KeyLine.Entry entry, int line, Section here) {
        var draft = new Draft(line, entry.number(), NumberMark.Style.DOT, here, "");
        draft.reason(Reason.refusal("bank.intake.key.orphan", Integer.toString(entry.number())));
        drafts.add(draft);
        return draft;
    }

    /** The question whose answer came last. */
    Optional<Draft> last() {
        return Optional.ofNullable(last);
    }
}
