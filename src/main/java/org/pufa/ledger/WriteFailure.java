package org.pufa.ledger;

import io.vertx.pgclient.PgException;
import java.util.List;

/** What a failed batch means for those in it, by what PostgreSQL says. */
final class WriteFailure {

    /** Said by the database of entries outside the window, and of slots beyond the limit. */
    private static final String CLOSED = "PF001";
    private static final String BEYOND = "PF002";
    private static final String NOT_UNIQUE = "23505";
    private static final String NOTHING = "23502";

    /** The server goes away, has no room, is not set up, or was in its own way. */
    private static final List<String> OF_THE_SERVER = List.of("08", "25", "40", "42", "53", "55", "57", "58", "XX");

    private WriteFailure() {
    }

    /** Some entry is there already, or another node appended to this chain: to be written step by step. */
    static boolean isOvertaken(Throwable failure) {
        if (!(failure instanceof PgException pg) || !NOT_UNIQUE.equals(pg.getSqlState())) {
            return false;
        }
        String constraint = String.valueOf(pg.getConstraint());
        return constraint.startsWith("entry_once") || constraint.equals("block_height");
    }

    /** The block before was not written, so this one, which was sent behind it, could not be either. */
    static boolean isUnchained(Throwable failure) {
        return failure instanceof PgException pg && NOTHING.equals(pg.getSqlState())
                && "block".equals(pg.getTable()) && "parent".equals(pg.getColumn());
    }

    static boolean isWorthRetrying(Throwable failure) {
        return state(failure).startsWith("40");
    }

    /** Whether one of the submissions is to blame; otherwise the whole batch may come again. */
    static boolean isOfASubmission(Throwable failure) {
        String state = state(failure);
        return !state.isEmpty() && OF_THE_SERVER.stream().noneMatch(state::startsWith);
    }

    static boolean isClosed(Throwable failure) {
        return CLOSED.equals(state(failure));
    }

    static boolean isBeyond(Throwable failure) {
        return BEYOND.equals(state(failure));
    }

    private static String state(Throwable failure) {
        return failure instanceof PgException pg && pg.getSqlState() != null ? pg.getSqlState() : "";
    }
}
