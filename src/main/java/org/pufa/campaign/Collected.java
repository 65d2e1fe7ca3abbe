package org.pufa.campaign;

import java.util.List;
import java.util.Objects;
import org.pufa.i18n.LocalText;

/**
 * One sort of thing that a kind of campaign keeps of those who take part, as the notice on personal data names it.
 *
 * @param key of its sentences: {@code KEY.what} says what it is, {@code KEY.why} what for
 * @param words whether it is what people write in their own words, which is sealed, and erased in time; else it is what
 *     counts, which stays
 * @param asked the questions to which it is given, where that is worth naming
 */
public record Collected(String key, boolean words, List<LocalText> asked) {

    public Collected {
        Objects.requireNonNull(key);
        asked = List.copyOf(asked);
    }

    /** What counts. */
    public static Collected counted(String key) {
        return new Collected(key, false, List.of());
    }

    /** What people write in their own words, for these questions. */
    public static Collected written(String key, List<LocalText> asked) {
        return new Collected(key, true, asked);
    }
}
