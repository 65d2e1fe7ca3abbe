package org.pufa.outreach.sheet;

import java.util.List;
import org.pufa.bank.intake.Reason;

/** What was read from a file. @param notes what concerns it as a whole */
public record Reading(List<SheetRow> rows, List<Reason> notes) {

    public Reading {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }
}
