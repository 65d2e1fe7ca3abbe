package org.pufa.ledger;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.pufa.kernel.Days;

/**
 * How often one participant may take part.
 *
 * @param per the period that {@code times} is counted in
 * @param times 1 to 1000
 */
public record Limit(Period per, int times) {

    public enum Period {
        CAMPAIGN, DAY;

        /** The period as the database writes it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Period of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public static final Limit ONCE = new Limit(Period.CAMPAIGN, 1);

    public Limit {
        Objects.requireNonNull(per);
        if (times < 1 || times > 1000) {
            throw new IllegalArgumentException("a limit is 1 to 1000 times, not " + times);
        }
    }

    /** The slots that may be taken at {@code time}: all of the campaign's, or those of the day in China. */
    public Slots slotsAt(Instant time) {
        int first = per == Period.DAY ? Math.toIntExact(Days.number(time) * times) : 0;
        return new Slots(first, first + times - 1);
    }

    /** Whether nobody can have more than one entry, so that entries and participants are the same number. */
    public boolean isOnce() {
        return per == Period.CAMPAIGN && times == 1;
    }

    /**
     * Whether an entry accepted at {@code time} may hold {@code slot}: any of the campaign's, or one of that day's in
     * China, or of the day before, for a paper that was opened before midnight.
     */
    boolean allows(int slot, Instant time) {
        if (slot < 0 || per == Period.CAMPAIGN) {
            return slot >= 0 && slot < times;
        }
        long daysAgo = Days.number(time) - slot / times;
        return daysAgo == 0 || daysAgo == 1;
    }
}
