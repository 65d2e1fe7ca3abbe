package org.pufa.outreach;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.pufa.db.Tx;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.Problem;
import org.pufa.staff.Holdings;

/** Records as things that belong to units. */
public final class OutreachHoldings implements Holdings {

    /** The part of a path that names a record. */
    public static final String OUTREACH = "outreach";
    /** A list of all records ever would be no list to choose from. */
    private static final int LISTED = 200;
    private static final RegisterFilter ALL = new RegisterFilter(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), "");

    private final Register register;
    private final Listing listing = new Listing();

    public OutreachHoldings(Register register) {
        this.register = register;
    }

    @Override
    public String parameter() {
        return OUTREACH;
    }

    @Override
    public String labelKey() {
        return "outreach.holdings";
    }

    @Override
    public Future<Optional<Optional<String>>> unitOf(Tx tx, String id) {
        return number(id).map(number -> register.unitOf(tx, number)).orElse(Future.succeededFuture(Optional.empty()));
    }

    /** The id that an address names; nothing for a text that names none. */
    static Optional<Long> number(String id) {
        return id.matches("[1-9]\\d{0,17}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
    }

    @Override
    public Problem unknown(String id) {
        return Register.unknown(id);
    }

    @Override
    public Future<Void> assign(Tx tx, String id, Optional<String> unit) {
        return number(id).map(number -> register.assign(tx, number, unit)).orElse(Future.succeededFuture());
    }

    /** The latest ones. */
    @Override
    public Future<List<Holding>> all(Tx tx) {
        return Catalogue.read(tx).compose(catalogue -> listing.page(tx, catalogue, ALL, 0, LISTED)).map(rows -> rows.stream()
                .map(row -> new Holding(Long.toString(row.id()), LocalText.of(row.title()), Register.path(row.id()),
                        row.unit())).toList());
    }
}
