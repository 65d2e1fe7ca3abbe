package org.pufa.campaign;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import org.pufa.kernel.Days;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.kernel.Window;
import org.pufa.yaml.YamlTree;

/**
 * What may still change of a launched campaign: its words, and an end that moves further away. Rules, paper, limit and
 * channels stay as they were approved.
 *
 * @param words new texts by their field, such as {@code title.zh}
 * @param closes the new end, not before the old one
 * @param reason shown in public
 */
public record Correction(Map<String, String> words, Instant closes, String reason) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    public Correction {
        words = Map.copyOf(words);
        Objects.requireNonNull(closes);
        Objects.requireNonNull(reason);
    }

    /** A correction that was made, as the public sees it. */
    public record Made(int version, Instant at, String reason) {
    }

    /** The file of the next version. */
    String source(String before, Window window) {
        var tree = YamlTree.parse(before).orElseThrow();
        words.forEach(tree::set);
        if (closes.isAfter(window.closes())) {
            tree.remove("window.days");
            tree.set("window.opens", moment(window.opens()));
            tree.set("window.closes", moment(closes));
        }
        return tree.yaml();
    }

    private static String moment(Instant time) {
        return MOMENT.format(LocalDateTime.ofInstant(time, Days.ZONE));
    }

    /** @throws Problem INVALID when it would change more than it may, or nothing at all */
    void check(Definition before, Definition after, Window window, boolean same) {
        if (closes.isBefore(window.closes())) {
            throw invalid("closes", "campaign.correction.earlier");
        }
        boolean kept = before.slug().equals(after.slug()) && before.limit().equals(after.limit())
                && before.channels().equals(after.channels()) && before.rules().equals(after.rules())
                && before.privacy().equals(after.privacy()) && before.minutes() == after.minutes()
                && before.plan().equals(after.plan());
        if (!kept) {
            throw invalid("reason", "campaign.correction.too-much");
        }
        if (same) {
            throw invalid("reason", "campaign.correction.nothing");
        }
    }

    static Problem invalid(String field, String key, Object... args) {
        return Problem.invalid("web.form.invalid", java.util.List.of(FieldError.of(field, key, args)));
    }
}
