package org.pufa.bank.format.keyed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pufa.bank.QuestionPicture;
import org.pufa.bank.format.Base64Text;
import org.pufa.bank.format.RawDraft;
import org.pufa.bank.intake.RawPicture;
import org.pufa.bank.intake.RawQuestion;
import org.pufa.bank.intake.Reason;

/** The keys of one question, as far as the file gives them. */
final class KeyedQuestion {

    static final List<String> TEXTS = List.of("id", "type", "topic", "difficulty", "stem", "cite", "quote", "explain");
    static final String OPTIONS = "options";
    static final String ANSWER = "answer";
    static final String PICTURES = "pictures";
    private static final List<String> OF_PICTURES = List.of("place", "alt", "data");

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<String> options = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final RawDraft draft;

    /** @param line where the question begins */
    KeyedQuestion(int line) {
        draft = new RawDraft(line);
    }

    void text(String key, String value) {
        texts.put(key, value);
    }

    /** @param letter under which the file gives the text; "" when it only lists the options */
    void option(String letter, String text) {
        String expected = RawDraft.letter(options.size());
        if (!letter.isEmpty() && !letter.strip().equalsIgnoreCase(expected)) {
            draft.reason(Reason.refusal("bank.intake.keyed.letter", expected, letter));
        }
        options.add(text);
    }

    void answer(String text) {
        answers.add(text);
    }

    /** @param keys place, alt and data of one picture, as far as the file gives them */
    void picture(Map<String, String> keys) {
        keys.keySet().stream().filter(key -> !OF_PICTURES.contains(key)).forEach(key -> unknown(PICTURES + "." + key));
        String place = keys.getOrDefault("place", QuestionPicture.STEM).strip();
        draft.picture(new RawPicture(place, keys.getOrDefault("alt", ""),
                Base64Text.bytes(keys.getOrDefault("data", ""))));
    }

    /** A key that nobody knows, or a value that is not what its key asks for. */
    void unknown(String key) {
        unknown.add(key);
    }

    /** @param law short name, for citations that name only the article */
    RawQuestion raw(String law) {
        unknown.forEach(key -> draft.reason(Reason.warning("bank.intake.keyed.unknown", key)));
        options.forEach(draft::option);
        return draft.type(text("type")).stem(text("stem")).answer(String.join(", ", answers)).topic(text("topic"))
                .explanation(text("explain")).citation(citation(law)).quote(text("quote")).code(text("id"))
                .difficulty(text("difficulty")).source(source()).raw();
    }

    private String citation(String law) {
        String cite = text("cite");
        return cite.isEmpty() || cite.contains("《") || law.isEmpty() ? cite : "《" + law + "》" + cite;
    }

    private String text(String key) {
        return texts.getOrDefault(key, "");
    }

    private String source() {
        var lines = new ArrayList<String>();
        texts.forEach((key, value) -> lines.add(key + ": " + value));
        options.forEach(option -> lines.add("- " + option));
        lines.add(ANSWER + ": " + String.join(", ", answers));
        return String.join("\n", lines);
    }
}
