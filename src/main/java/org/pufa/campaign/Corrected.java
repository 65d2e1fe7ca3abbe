package org.pufa.campaign;

import java.time.Instant;
import java.util.List;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;

/** One correction in words, as the public and staff read it. @param heading when, and which version it made */
public record Corrected(String heading, String reason, List<Line> lines) {

    /** One field. */
    public record Line(String label, String before, String after) {
    }

    /** All corrections of a campaign, the latest first. */
    public static List<Corrected> all(Messages messages, Lang lang, Campaign campaign) {
        return campaign.corrections().stream().map(made -> of(messages, lang, campaign.definition(), made)).toList();
    }

    private static Corrected of(Messages messages, Lang lang, Definition definition, Correction.Made made) {
        var wordings = new Wordings(messages);
        return new Corrected(messages.get(lang, "campaign.correction.heading", made.at(), made.version()), made.reason(),
                made.changes().stream().map(change -> new Line(wordings.label(lang, definition, change.path()),
                        text(messages, lang, change.path(), change.before()),
                        text(messages, lang, change.path(), change.after()))).toList());
    }

    private static String text(Messages messages, Lang lang, String path, String value) {
        return path.equals(Wordings.CLOSES) ? Format.end(lang, Instant.parse(value))
                : value.isEmpty() ? messages.get(lang, "campaign.correction.empty") : value;
    }
}
