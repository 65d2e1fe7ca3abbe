package org.pufa.bank.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pufa.bank.Citation;
import org.pufa.bank.Question;
import org.pufa.bank.intake.Item;
import org.pufa.bank.intake.Reason;
import org.pufa.bank.law.LawShelf;

/** Settles what the judge leaves open: the citation, held against the laws, and the difficulty. */
final class Appraisal {

    private static final int LONGEST_TOPIC = 20;
    private static final int LONGEST_QUOTE = 2000;
    private static final int LONGEST_WORDS = 600;
    private static final Map<String, Integer> DIFFICULTIES = Map.ofEntries(Map.entry("", 0), Map.entry("0", 0),
            Map.entry("易", 1), Map.entry("简单", 1), Map.entry("容易", 1), Map.entry("较易", 1), Map.entry("低", 1),
            Map.entry("easy", 1), Map.entry("中", 2), Map.entry("中等", 2), Map.entry("一般", 2), Map.entry("适中", 2),
            Map.entry("普通", 2), Map.entry("medium", 2), Map.entry("难", 3), Map.entry("困难", 3), Map.entry("较难", 3),
            Map.entry("高", 3), Map.entry("hard", 3));

    private final LawShelf shelf;
    private final String law;
    private final String version;

    /**
     * @param law short name of the law that a citation means where it names none; may be ""
     * @param version of that law where the shelf knows none; may be ""
     */
    Appraisal(LawShelf shelf, String law, String version) {
        this.shelf = shelf;
        this.law = law;
        this.version = version;
    }

    /** @param edited whether somebody mended it here */
    PreviewItem of(Item item, boolean edited) {
        var reasons = new ArrayList<>(item.reasons().stream().filter(reason -> !isTwin(reason)).toList());
        var raw = item.raw();
        String topic = cut(raw.topic(), LONGEST_TOPIC, "bank.preview.topic-cut", reasons);
        String quote = cut(raw.quote(), LONGEST_QUOTE, "bank.preview.quote-cut", reasons);
        var citation = citation(raw.citation(), reasons);
        var draft = new Draft(raw.code().strip(), item.type(), topic, difficulty(raw.difficulty(), reasons),
                item.stem(), item.options(), item.answer(), citation, quote.isEmpty() ? words(citation) : quote,
                raw.explanation(), item.pictures(),
                new Draft.Written(raw.typeWord(), raw.answer(), raw.citation(), raw.difficulty()));
        if (item.state() != Item.State.REFUSED) {
            check(draft, reasons);
        }
        return new PreviewItem(item.number(), raw.line(), state(reasons), false, edited, draft, raw.source(), reasons,
                Optional.empty());
    }

    /** Where the file quotes nothing and the text of the law is loaded, the words of the article stand beside. */
    private String words(Citation citation) {
        String words = shelf.words(citation);
        return words.length() <= LONGEST_WORDS ? words : "";
    }

    /** Twins are sought again here, in the bank as well as in the file. */
    private static boolean isTwin(Reason reason) {
        return reason.key().startsWith("bank.intake.twin.");
    }

    private static String cut(String text, int longest, String key, List<Reason> reasons) {
        String plain = text.strip();
        if (plain.length() <= longest) {
            return plain;
        }
        reasons.add(Reason.warning(key, plain.length(), longest));
        return plain.substring(0, longest);
    }

    private static int difficulty(String written, List<Reason> reasons) {
        String word = written.strip().toLowerCase(java.util.Locale.ROOT).replaceFirst("^难度[:：]?", "");
        Integer known = word.matches("[1-" + Question.HARDEST + "]") ? Integer.valueOf(word) : DIFFICULTIES.get(word);
        if (known == null) {
            reasons.add(Reason.warning("bank.preview.difficulty-unread", written));
            return Question.UNKNOWN;
        }
        return known;
    }

    private Citation citation(String written, List<Reason> reasons) {
        if (written.isBlank()) {
            return Citation.NONE;
        }
        var understood = shelf.understand(written, law);
        if (understood.citation().isNone()) {
            reasons.add(Reason.warning("bank.preview.citation-unread", written));
        } else if (!understood.others().isEmpty()) {
            reasons.add(Reason.warning("bank.preview.citation-several", understood.citation().toString(),
                    understood.others().size()));
        }
        var citation = understood.citation();
        return citation.version().isEmpty() && citation.law().equals(law) && !citation.isNone()
                ? new Citation(law, version, citation.article()) : citation;
    }

    /** A draft may still lack its citation, so that is counted once for the file and not said of each item. */
    private void check(Draft draft, List<Reason> reasons) {
        if (!draft.citation().isNone()) {
            var question = new Question("?", draft.type().orElseThrow(), draft.topic(), draft.difficulty(),
                    draft.stem(), draft.options(), draft.answer(), draft.citation(), draft.quote(),
                    draft.explanation());
            shelf.check(question).forEach(finding ->
                    reasons.add(new Reason(Reason.Level.WARNING, finding.key(), finding.args())));
        }
    }

    private static Item.State state(List<Reason> reasons) {
        return reasons.stream().anyMatch(reason -> reason.level() == Reason.Level.REFUSAL) ? Item.State.REFUSED
                : reasons.isEmpty() ? Item.State.ACCEPTED : Item.State.WARNED;
    }
}
