package org.pufa.outreach.sheet;

import java.util.List;
import org.pufa.bank.intake.Reason;

/**
 * A file as it would be taken now.
 *
 * @param notes what concerns it as a whole
 */
public record JudgedSheet<T>(List<Reason> notes, List<JudgedRow<T>> rows) {

    public JudgedSheet {
        notes = List.copyOf(notes);
        rows = List.copyOf(rows);
    }

    /** How many rows are in that state. */
    public long count(String state) {
        return rows.stream().filter(row -> row.state().equals(state)).count();
    }

    /** What would be taken. */
    public List<JudgedRow<T>> taken() {
        return rows.stream().filter(JudgedRow::isTaken).toList();
    }

    /** Whether somebody must type that unusual figures are right. */
    public boolean isDoubtful() {
        return taken().stream().anyMatch(JudgedRow::doubtful);
    }
}
