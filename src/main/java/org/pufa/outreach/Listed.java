package org.pufa.outreach;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A record as lists show it.
 *
 * @param withdrawal whether its current revision takes it back
 * @param unit code of the unit to which it belongs
 * @param decidedBy who confirmed it or sent it back
 */
public record Listed(long id, ActivityKind kind, String title, LocalDate starts, LocalDate ends, String district,
        Status status, boolean withdrawal, Optional<String> unit, String enteredBy, Optional<String> decidedBy,
        List<Figure> figures) {

    public Listed {
        figures = List.copyOf(figures);
    }
}
