package org.pufa.campaign;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pufa.kernel.Window;

import static org.pufa.campaign.State.CERTIFIED;
import static org.pufa.campaign.State.CLOSED;
import static org.pufa.campaign.State.DRAFT;
import static org.pufa.campaign.State.OPEN;
import static org.pufa.campaign.State.PAUSED;
import static org.pufa.campaign.State.SCHEDULED;
import static org.pufa.campaign.State.SUBMITTED;

/** What staff can do to a campaign's state. What is not in the table is forbidden. */
public enum Step {

    /** 送审. */
    SUBMIT(Map.of(DRAFT, SUBMITTED)),
    /** 退回. */
    RETURN(Map.of(SUBMITTED, DRAFT)),
    /** 通过: the book is opened and the definition locked. */
    APPROVE(Map.of(SUBMITTED, SCHEDULED)),
    /** 暂停. */
    PAUSE(Map.of(OPEN, PAUSED)),
    /** 恢复. */
    RESUME(Map.of(PAUSED, OPEN)),
    /** 结束, before the window ends. */
    CLOSE(Map.of(SCHEDULED, CLOSED, OPEN, CLOSED, PAUSED, CLOSED)),
    /** 核定. */
    CERTIFY(Map.of(CLOSED, CERTIFIED));

    private final Map<State, State> table;

    Step(Map<State, State> table) {
        this.table = table;
    }

    /** The state this step leads to from {@code state}; nothing where it is forbidden. */
    public Optional<State> from(State state) {
        return Optional.ofNullable(table.get(state));
    }

    public Set<State> allowedIn() {
        return table.keySet();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Step> parse(String code) {
        for (Step step : values()) {
            if (step.code().equals(code)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    /**
     * The state at {@code now}: a campaign that is scheduled opens by itself, one that is open or paused closes by
     * itself. Only what staff did is stored; the rest follows from the clock, so that no job can be late.
     */
    public static State at(State stored, Window window, Instant now) {
        boolean running = stored == SCHEDULED || stored == OPEN || stored == PAUSED;
        if (running && window.isAfter(now)) {
            return CLOSED;
        }
        if (stored == SCHEDULED && window.contains(now)) {
            return OPEN;
        }
        return stored == OPEN && window.isBefore(now) ? SCHEDULED : stored;
    }
}
