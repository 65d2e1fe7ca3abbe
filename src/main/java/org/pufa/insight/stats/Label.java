package org.pufa.insight.stats;

import java.util.List;
import java.util.Objects;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;
import org.pufa.i18n.Messages;

/**
 * What something is called in either language.
 *
 * @param key of a sentence
 * @param args what it is filled with
 */
public record Label(String key, List<Object> args) {

    private static final String TEXT = "insight.text";

    public Label {
        Objects.requireNonNull(key);
        args = List.copyOf(args);
    }

    /** The sentence {@code insight.<key>}. */
    public static Label of(String key, Object... args) {
        return new Label("insight." + key, List.of(args));
    }

    /** A name that somebody wrote. */
    public static Label text(LocalText text) {
        return new Label(TEXT, List.of(text));
    }

    /** A name that is the same in every language, such as an hour. */
    public static Label text(String text) {
        return text(LocalText.of(text));
    }

    public String in(Messages messages, Lang lang) {
        return messages.get(lang, key, args);
    }
}
