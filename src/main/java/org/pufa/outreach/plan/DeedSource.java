package org.pufa.outreach.plan;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.pufa.db.Tx;

/** A sort of thing that fulfils tasks, such as records of outreach; its feature says what each amounts to. */
public interface DeedSource {

    /** Its code in links: 2 to 20 small letters. */
    String kind();

    /** Message key of what these things are called. */
    String labelKey();

    /** What can be counted of them. */
    Future<List<Gauge>> gauges(Tx tx);

    /** Those of these ids that there are, in any order. */
    Future<List<Deed>> find(Tx tx, List<String> ids);

    /**
     * What happens between two days, both included, the earliest first; what is of another kind among it cannot be
     * linked, and is only shown on calendars.
     *
     * @param unit whose; nothing for all
     */
    Future<List<Deed>> between(Tx tx, Optional<String> unit, LocalDate first, LocalDate last);
}
