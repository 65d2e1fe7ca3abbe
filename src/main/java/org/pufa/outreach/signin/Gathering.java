package org.pufa.outreach.signin;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pufa.kernel.Window;

/**
 * An event or a training at which people sign in.
 *
 * @param after slug of the quiz or survey that is offered to whoever has signed in
 * @param heads devices that signed in at one session at least
 */
public record Gathering(long id, String title, String place, Optional<String> unit, Optional<String> after,
        String createdBy, List<Session> sessions, long heads) {

    public Gathering {
        Objects.requireNonNull(title);
        Objects.requireNonNull(place);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(after);
        sessions = List.copyOf(sessions);
    }

    /**
     * One session.
     *
     * @param code the word in the address of its page
     * @param label such as 上午场; may be ""
     * @param signed devices that signed in
     * @param typed people on sheets of paper, typed in by hand
     */
    public record Session(long id, int number, String code, String label, Window window, long signed, long typed) {
    }

    /** 人次: devices that signed in, session by session. */
    public long turns() {
        return sessions.stream().mapToLong(Session::signed).sum();
    }

    /** People on sheets of paper, in all sessions together. */
    public long typed() {
        return sessions.stream().mapToLong(Session::typed).sum();
    }

    /** Whether every session is over, so that its numbers change no more. */
    public boolean isOver(Instant now) {
        return !sessions.isEmpty() && sessions.stream().allMatch(session -> session.window().isAfter(now));
    }
}
