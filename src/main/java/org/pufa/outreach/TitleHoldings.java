package org.pufa.outreach;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.pufa.db.Tx;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.Problem;
import org.pufa.staff.Holdings;

/** Stocks of what is handed out, as things that belong to units. */
public final class TitleHoldings implements Holdings {

    /** The part of a path that names one. */
    public static final String TITLE = "title";
    /** Where staff find them. */
    public static final String PATH = "/console/outreach/titles";

    private final Stock stock;

    public TitleHoldings(Stock stock) {
        this.stock = stock;
    }

    @Override
    public String parameter() {
        return TITLE;
    }

    @Override
    public String labelKey() {
        return "outreach.title.holdings";
    }

    @Override
    public Future<Optional<Optional<String>>> unitOf(Tx tx, String id) {
        return OutreachHoldings.number(id).map(number -> stock.unitOf(tx, number))
                .orElse(Future.succeededFuture(Optional.empty()));
    }

    @Override
    public Problem unknown(String id) {
        return Stock.unknown(id);
    }

    @Override
    public Future<Void> assign(Tx tx, String id, Optional<String> unit) {
        return OutreachHoldings.number(id).map(number -> stock.assign(tx, number, unit))
                .orElse(Future.succeededFuture());
    }

    @Override
    public Future<List<Holding>> all(Tx tx) {
        return Catalogue.read(tx).compose(catalogue -> stock.all(tx, catalogue, Optional.empty()))
                .map(titles -> titles.stream().map(title -> new Holding(Long.toString(title.id()),
                        LocalText.of(title.name()), PATH + '/' + title.id(), title.unit())).toList());
    }
}
