package org.pufa.outreach;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Copies that came in or went out.
 *
 * @param in whether they came in
 * @param amount negative where an earlier movement is corrected
 * @param outreach id of the record where they were handed out
 */
public record Movement(boolean in, long amount, Optional<Long> outreach, String note, LocalDate day, String by,
        Instant at) {
}
