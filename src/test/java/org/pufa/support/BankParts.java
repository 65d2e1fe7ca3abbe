package org.pufa.support;

import io.vertx.core.Future;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pufa.bank.Banks;
import org.pufa.bank.Fared;
import org.pufa.bank.console.BankConsole;
import org.pufa.bank.desk.QuestionDesk;
import org.pufa.bank.format.BankYaml;
import org.pufa.bank.format.Formats;
import org.pufa.bank.intake.Intake;
import org.pufa.bank.law.Laws;
import org.pufa.bank.preview.Previews;

/** The question banks as the application puts them together, on the database of a test. */
public final class BankParts {

    public final Banks banks;
    public final Laws laws;
    public final QuestionDesk desk;
    public final Previews previews;
    /** Code of a bank to what its pages tell of how people fare. */
    public final Map<String, Map<String, Fared.Facility>> fares = new ConcurrentHashMap<>();

    public BankParts(Console with) {
        banks = new Banks(new BankYaml(), with.audit, with.clock);
        laws = new Laws(with.audit, with.clock);
        desk = new QuestionDesk(banks, laws, with.audit, with.clock, true);
        previews = new Previews(with.vertx, new Intake(Formats.readers())::read, laws, with.audit, with.clock);
    }

    /** Their pages. */
    public BankConsole pages(Console with) {
        return new BankConsole(with.staff.doors(), with.vertx, new BankConsole.Shelves(banks, laws, desk, previews,
                Formats.writers(), (tx, bank) -> Future.succeededFuture(
                        fares.getOrDefault(bank, Map.of()))), with.database, with.messages, with.clock);
    }
}
