package org.pufa.bank.console;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.List;
import org.pufa.bank.BankExport;
import org.pufa.bank.Banks;
import org.pufa.bank.Fared;
import org.pufa.bank.desk.QuestionDesk;
import org.pufa.bank.law.Laws;
import org.pufa.bank.preview.Previews;
import org.pufa.bank.preview.Readings;
import org.pufa.db.Database;
import org.pufa.i18n.Messages;
import org.pufa.staff.Doors;
import org.pufa.web.Routes;

/** All console pages of the question banks and laws, put together. */
public final class BankConsole implements Routes {

    private final List<Routes> parts;

    /**
     * What the pages show and change.
     *
     * @param exports the ways of writing a bank into a file
     * @param fared tells how people fare on the questions
     */
    public record Shelves(Banks banks, Laws laws, QuestionDesk desk, Previews previews, List<BankExport> exports,
            Fared fared) {

        public Shelves {
            exports = List.copyOf(exports);
        }
    }

    public BankConsole(Doors doors, Vertx vertx, Shelves shelves, Database database, Messages messages, Clock clock) {
        var words = new BankWords(messages);
        var banks = shelves.banks();
        doors.reach().add(new BankHoldings(banks));
        doors.reach().common("law", "version", "upload", "number", "picture");
        // _files is no code of a bank, and new no name of a law, but they match the addresses of such
        var readings = new Readings(vertx, database, shelves.previews(), clock);
        this.parts = List.of(new LoadPages(doors, readings, words),
                new PreviewPages(doors, banks, shelves.previews(), readings, database, words),
                new BankPages(doors, banks, database, words,
                        shelves.exports().stream().map(BankExport::format).toList(), shelves.fared()),
                new QuestionPages(doors, banks, shelves.desk(), shelves.laws(), database, words),
                new EditPages(doors, banks, shelves.desk(), shelves.laws(), database, words),
                new ExportPages(doors, vertx, banks, shelves.exports(), shelves.fared(), database, words),
                new LawEditPages(doors, vertx, shelves.laws(), database, words),
                new LawPages(doors, shelves.laws(), database, words));
    }

    @Override
    public void mount(Router router) {
        parts.forEach(part -> part.mount(router));
    }

    @Override
    public List<BodyLimit> bodyLimits() {
        return parts.stream().flatMap(part -> part.bodyLimits().stream()).toList();
    }
}
