package org.pufa.bank.format.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pufa.bank.intake.Reason;

/** Gives the answers of a table at the end of a section, or of the file, to the questions they belong to. */
final class AnswerKey {

    private static final int FEW = 20;

    private final List<Draft> drafts;
    private final List<Part> parts = new ArrayList<>();
    private final Map<Integer, List<Draft>> numberToDrafts = new HashMap<>();
    private int known;
    private String typeWord = "";
    private int part = -1;
    private int lastNumber;
    private Draft last;

    /** The questions of one section; those at the front of a queue that have an answer are passed over for good. */
    private static final class Part {

        private final Section section;
        private final Map<Integer, Deque<Draft>> numberToOpen = new HashMap<>();
        private final Deque<Draft> open = new ArrayDeque<>();

        Part(Section section) {
            this.section = section;
        }

        boolean isOpen() {
            return first(open).isPresent();
        }

        Optional<Draft> open(int number) {
            var queue = numberToOpen.get(number);
            return queue == null ? Optional.empty() : first(queue);
        }

        private static Optional<Draft> first(Deque<Draft> queue) {
            while (!queue.isEmpty() && queue.peek().hasAnswer()) {
                queue.poll();
            }
            return Optional.ofNullable(queue.peek());
        }
    }

    AnswerKey(List<Draft> drafts) {
        this.drafts = drafts;
    }

    /** From here on the answers of questions of that type follow. */
    void heading(String type) {
        learn();
        typeWord = type;
        lastNumber = 0;
        last = null;
        part = next(part, type);
    }

    /** Takes up the questions that were read since. */
    private void learn() {
        for (; known < drafts.size(); known++) {
            Draft draft = drafts.get(known);
            if (parts.isEmpty() || parts.get(parts.size() - 1).section != draft.section) {
                parts.add(new Part(draft.section));
            }
            Part of = parts.get(parts.size() - 1);
            of.open.add(draft);
            of.numberToOpen.computeIfAbsent(draft.number, key -> new ArrayDeque<>()).add(draft);
            numberToDrafts.computeIfAbsent(draft.number, key -> new ArrayList<>()).add(draft);
        }
    }

    /** The first part of that type with a question that has no answer yet; else the next such part of any type. */
    private int next(int after, String type) {
        int typed = type.isEmpty() ? -1 : first(0, type);
        int following = typed >= 0 ? typed : first(after + 1, "");
        return following >= 0 ? following : first(0, "");
    }

    private int first(int from, String type) {
        for (int i = from; i < parts.size(); i++) {
            if (parts.get(i).isOpen() && (type.isEmpty() || Types.same(parts.get(i).section.typeWord(), type))) {
                return i;
            }
        }
        return -1;
    }

    /** The question got its answer, or a question that nobody asked is added to the others, to be refused. */
    void add(KeyLine.Entry entry, int line, int at, Section here) {
        learn();
        boolean again = entry.number() <= lastNumber;
        if (part < 0 || again && parts.get(part).open(entry.number()).isEmpty()) {
            part = next(part, again ? "" : typeWord);
        }
        lastNumber = entry.number();
        var draft = (part < 0 ? Optional.<Draft>empty() : parts.get(part).open(entry.number()))
                .or(() -> anywhere(entry.number())).orElseGet(() -> orphan(entry, line, here));
        if (entry.value().isEmpty()) {
            draft.reason(Reason.refusal("bank.intake.key.count", Integer.toString(line)));
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

    /** An answer in words, which the following lines may go on with. */
    void open(int number, String text, int line, int at, Section here) {
        add(new KeyLine.Entry(number, text.isEmpty() ? "…" : text, ""), line, at, here);
    }

    /** The only question of that number, or the only one without an answer. */
    private Optional<Draft> anywhere(int number) {
        var fitting = numberToDrafts.getOrDefault(number, List.of());
        if (fitting.size() == 1 || fitting.size() > FEW) {
            return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
        }
        var open = fitting.stream().filter(draft -> !draft.hasAnswer()).toList();
        return open.size() == 1 ? Optional.of(open.get(0)) : Optional.empty();
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
