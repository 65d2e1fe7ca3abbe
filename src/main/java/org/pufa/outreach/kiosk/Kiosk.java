package org.pufa.outreach.kiosk;

import java.util.Objects;
import java.util.Optional;
import org.pufa.kernel.Slug;
import org.pufa.kernel.Window;

/**
 * A campaign as it is offered at an event.
 *
 * @param code staff type it to open a device
 * @param channel under which its participations are counted
 * @param persons how many began
 */
public record Kiosk(long id, String code, Slug slug, String channel, String title, String place, Optional<String> unit,
        Window window, long persons) {

    public Kiosk {
        Objects.requireNonNull(code);
        Objects.requireNonNull(slug);
        Objects.requireNonNull(channel);
        Objects.requireNonNull(title);
        Objects.requireNonNull(place);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(window);
    }
}
