package org.pufa.learn;

import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;

/** The sentences of these pages. */
public final class LearnWords {

    private final Messages messages;

    public LearnWords(Messages messages) {
        this.messages = messages;
    }

    public Messages messages() {
        return messages;
    }

    /** The sentence {@code learn.<key>}. */
    public String say(Lang lang, String key, Object... args) {
        return messages.get(lang, "learn." + key, args);
    }

    public String sort(Lang lang, LessonSort sort) {
        return say(lang, "sort." + sort.code());
    }

    public String status(Lang lang, LessonStatus status) {
        return say(lang, "status." + status.code());
    }
}
