package org.pufa.yaml;

import java.util.List;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;

/**
 * Something wrong in a file: where it stands, and a sentence that says what is wrong and how to mend it.
 *
 * @param line 1 for the first line of the file
 * @param field path of the field, such as {@code questions[3].answer}; empty for the file as a whole
 * @param key message key of the sentence
 */
public record Mistake(String file, int line, String field, String key, List<Object> args) {

    public Mistake {
        args = List.copyOf(args);
    }

    /** {@code probation.yaml, line 12, questions[3].answer: …} in that language. */
    public String sentence(Messages messages, Lang lang) {
        String sentence = messages.get(lang, key, args);
        return field.isEmpty() ? messages.get(lang, "yaml.place.file", file, Integer.toString(line), sentence)
                : messages.get(lang, "yaml.place.field", file, Integer.toString(line), field, sentence);
    }
}
