package org.pufa.insight.report;

import java.util.Objects;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;

/** The words of the report itself. It is handed in in Chinese, whoever makes it. */
final class ReportWords {

    private static final String ROOT = "insight.report.";

    private final Messages messages;

    ReportWords(Messages messages) {
        this.messages = Objects.requireNonNull(messages);
    }

    /** The sentence {@code insight.report.<key>}. */
    String say(String key, Object... args) {
        return messages.get(Lang.ZH, ROOT + key, args);
    }

    /** The same in the language of whoever looks. */
    String say(Lang lang, String key, Object... args) {
        return messages.get(lang, ROOT + key, args);
    }

    Messages messages() {
        return messages;
    }
}
