package org.pufa.staff;

import java.util.List;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.yaml.Mistake;

/** One mistake in a file as console pages list it (template {@code staff/_mistakes}). */
public record MistakeLine(String file, String line, String field, String sentence) {

    public static List<MistakeLine> of(Messages messages, Lang lang, List<Mistake> mistakes) {
        return mistakes.stream().map(mistake -> new MistakeLine(mistake.file(), Integer.toString(mistake.line()),
                mistake.field(), messages.get(lang, mistake.key(), mistake.args()))).toList();
    }
}
