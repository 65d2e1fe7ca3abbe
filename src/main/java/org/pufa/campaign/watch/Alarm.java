package org.pufa.campaign.watch;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.pufa.kernel.CampaignId;

/**
 * Something that somebody should look at (警报).
 *
 * @param ended nothing as long as it lasts
 * @param figure the highest number that was found
 * @param usual what is usual, or 0
 * @param cause the most frequent outcome behind it, or ""
 */
public record Alarm(CampaignId campaign, Kind kind, Instant began, Optional<Instant> ended, long figure, long usual,
        String cause) {

    /** What alarms are about. */
    public enum Kind {
        /** Far more entries than usual within five minutes. */
        BURST,
        /** No entry although there usually are some at this hour. */
        QUIET,
        /** Too many submissions fail or are refused. */
        ERRORS,
        /** The window closes soon. */
        CLOSING;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** What the rules find at one moment. */
    public record Finding(Kind kind, long figure, long usual, String cause) {
    }
}
