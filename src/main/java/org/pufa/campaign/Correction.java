package org.pufa.campaign;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pufa.kernel.Days;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.kernel.Window;
import org.pufa.yaml.YamlTree;

/**
 * What may still change of a launched campaign: slips in its words, and an end that moves further away. Rules, paper,
 * limit and channels stay as they were approved.
 *
 * @param words new texts by their field, such as {@code title.zh}; see {@link Wordings}
 * @param closes the new end, not before the old one
 * @param reason shown in public
 */
public record Correction(Map<String, String> words, Instant closes, String reason) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    public Correction {
        words = new LinkedHashMap<>(words);
        Objects.requireNonNull(closes);
        Objects.requireNonNull(reason);
    }

    /** A correction that was made, as the public sees it. */
    public record Made(int version, Instant at, String reason, List<Change> changes) {

        public Made {
            changes = List.copyOf(changes);
        }
    }

    /** One field before and after; of {@link Wordings#CLOSES} they are ISO instants. */
    public record Change(String path, String before, String after) {
    }

    /**
     * What it changes of that file.
     *
     * @throws Problem INVALID when the end would come earlier, or nothing would change at all
     */
    List<Change> changes(YamlTree before, Window window) {
        if (closes.isBefore(window.closes())) {
            throw invalid("closes", "campaign.correction.earlier");
        }
        var changes = new ArrayList<Change>();
        words.forEach((path, text) -> {
            if (!before.text(path).equals(text)) {
                changes.add(new Change(path, before.text(path), text));
            }
        });
        if (closes.isAfter(window.closes())) {
            changes.add(new Change(Wordings.CLOSES, window.closes().toString(), closes.toString()));
        }
        if (changes.isEmpty()) {
            throw invalid("reason", "campaign.correction.nothing");
        }
        return changes;
    }

    /** The file of the next version. */
    String source(YamlTree before, List<Change> changes, Window window) {
        var tree = before.copy();
        changes.forEach(change -> {
            if (!change.path().equals(Wordings.CLOSES)) {
                tree.set(change.path(), change.after());
                return;
            }
            tree.remove("window.days");
            tree.set("window.opens", moment(window.opens()));
            tree.set("window.closes", moment(closes));
        });
        return tree.yaml();
    }

    private static String moment(Instant time) {
        return MOMENT.format(LocalDateTime.ofInstant(time, Days.ZONE));
    }

    static Problem invalid(String field, String key, Object... args) {
        return Problem.invalid("web.form.invalid", List.of(FieldError.of(field, key, args)));
    }
}
