package org.pufa.outreach.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.pufa.kernel.Window;
import org.pufa.web.FormFields;

/** Reads the time of a session from the fields of a form. */
final class GatheringForm {

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int LONGEST_LABEL = 40;

    private GatheringForm() {
    }

    /** Nothing where the fields have errors. */
    static Optional<Window> window(FormFields form) {
        Optional<Instant> opens = form.moment("opens").required().optional();
        Optional<Instant> closes = form.moment("closes").required().optional();
        if (opens.isEmpty() || closes.isEmpty()) {
            return Optional.empty();
        } else if (!opens.get().isBefore(closes.get())) {
            form.refuse("closes", "outreach.signin.order");
        } else if (Duration.between(opens.get(), closes.get()).compareTo(LONGEST) > 0) {
            form.refuse("closes", "outreach.signin.long");
        } else {
            return Optional.of(new Window(opens.get(), closes.get()));
        }
        return Optional.empty();
    }

    static String label(FormFields form) {
        return form.text("label").atMost(LONGEST_LABEL).get();
    }
}
