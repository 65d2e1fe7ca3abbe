package org.pufa.bank.console;

import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.List;
import org.pufa.bank.Banks;
import org.pufa.db.Database;
import org.pufa.i18n.Messages;
import org.pufa.staff.Doors;
import org.pufa.web.Routes;

/** All console pages of the question banks, put together. */
public final class BankConsole implements Routes {

    private final List<Routes> parts;

    public BankConsole(Doors doors, Banks banks, Database database, Messages messages, Clock clock) {
        var words = new BankWords(messages);
        // _files is no code of a bank, but matches the address of one
        this.parts = List.of(new LoadPages(doors, banks, database, words, clock),
                new BankPages(doors, banks, database, words));
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
