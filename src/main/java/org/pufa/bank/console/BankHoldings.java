package org.pufa.bank.console;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.pufa.bank.Banks;
import org.pufa.db.Tx;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.Problem;
import org.pufa.staff.Holdings;

/** Banks as things that belong to units. */
final class BankHoldings implements Holdings {

    static final String BANK = "bank";

    private final Banks banks;

    BankHoldings(Banks banks) {
        this.banks = banks;
    }

    @Override
    public String parameter() {
        return BANK;
    }

    @Override
    public String labelKey() {
        return "bank.console.holdings";
    }

    @Override
    public Future<Optional<Optional<String>>> unitOf(Tx tx, String id) {
        return banks.unitOf(tx, id);
    }

    @Override
    public Problem unknown(String id) {
        return Problem.notFound("bank.console.unknown", id);
    }

    @Override
    public Future<Void> assign(Tx tx, String id, Optional<String> unit) {
        return banks.assign(tx, id, unit);
    }

    @Override
    public Future<List<Holding>> all(Tx tx) {
        return banks.owned(tx).map(all -> all.stream().map(one -> new Holding(one.bank().code(),
                LocalText.of(one.bank().title()), BankPages.PATH + '/' + one.bank().code(), one.unit())).toList());
    }
}
