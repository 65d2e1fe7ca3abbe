package org.pufa.outreach;

import java.util.Objects;
import java.util.Optional;

/**
 * A booklet, article or thing that is handed out.
 *
 * @param measure in which it is counted, such as booklets
 * @param unit code of the unit to which the stock belongs; nothing: to the whole house
 */
public record Title(long id, String name, Measure measure, Optional<String> unit, long received, long handedOut) {

    public Title {
        Objects.requireNonNull(name);
        Objects.requireNonNull(measure);
        Objects.requireNonNull(unit);
    }

    public long left() {
        return received - handedOut;
    }
}
