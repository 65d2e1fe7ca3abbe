package org.pufa.outreach.plan;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pufa.db.Tx;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.Days;
import org.pufa.outreach.ActivityKind;
import org.pufa.outreach.Catalogue;
import org.pufa.outreach.Listed;
import org.pufa.outreach.Listing;
import org.pufa.outreach.Measure;
import org.pufa.outreach.Register;
import org.pufa.outreach.RegisterFilter;
import org.pufa.outreach.signin.Gathering;
import org.pufa.outreach.signin.Gatherings;

/** Records of the register; a gathering that is to come stands on calendars before there is a record of it. */
public final class OutreachDeeds implements DeedSource {

    /** Its code in links. */
    public static final String KIND = "outreach";
    private static final String AHEAD = "gathering";
    private static final LocalText ALL = new LocalText("", "");
    /** More than a bureau does in a year. */
    private static final int MOST = 2000;

    private final Gatherings gatherings;
    private final Clock clock;
    private final Listing listing = new Listing();

    public OutreachDeeds(Gatherings gatherings, Clock clock) {
        this.gatherings = gatherings;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String labelKey() {
        return "outreach.plan.kind.outreach";
    }

    /** Each measure of each kind, and each measure whatever the kind. */
    @Override
    public Future<List<Gauge>> gauges(Tx tx) {
        return Catalogue.read(tx).map(catalogue -> {
            var all = new ArrayList<Gauge>();
            for (ActivityKind kind : catalogue.kinds()) {
                kind.measures().forEach(measure -> all.add(new Gauge(kind.code() + '.' + measure.code(), kind.name(),
                        measure.name(), measure.unit().name(), kind.aliases())));
            }
            catalogue.measures().forEach(measure -> all.add(new Gauge(measure.code(), ALL, measure.name(),
                    measure.unit().name(), measure.aliases())));
            return all;
        });
    }

    @Override
    public Future<List<Deed>> find(Tx tx, List<String> ids) {
        var numbers = ids.stream().filter(id -> id.matches("[1-9]\\d{0,17}")).map(Long::valueOf).toList();
        return Catalogue.read(tx).compose(catalogue -> listing.of(tx, catalogue, numbers))
                .map(rows -> rows.stream().map(OutreachDeeds::deed).toList());
    }

    @Override
    public Future<List<Deed>> between(Tx tx, Optional<String> unit, LocalDate first, LocalDate last) {
        var filter = new RegisterFilter(unit, Optional.of(first), Optional.of(last), Optional.empty(),
                Optional.empty(), Optional.empty(), "");
        return Catalogue.read(tx).compose(catalogue -> listing.page(tx, catalogue, filter, 0, MOST))
                .compose(rows -> gatherings.all(tx, unit).map(coming -> {
                    var all = new ArrayList<>(rows.stream().map(OutreachDeeds::deed).toList());
                    coming.forEach(one -> ahead(one, first, last).ifPresent(all::add));
                    return all;
                }));
    }

    private Optional<Deed> ahead(Gathering gathering, LocalDate first, LocalDate last) {
        Instant now = clock.instant();
        var days = gathering.sessions().stream().filter(session -> !session.window().isAfter(now))
                .map(session -> Days.of(session.window().opens())).sorted().toList();
        return days.isEmpty() || days.get(0).isBefore(first) || days.get(0).isAfter(last) ? Optional.empty()
                : Optional.of(new Deed(AHEAD, Long.toString(gathering.id()), gathering.title(),
                Gatherings.PATH + '/' + gathering.id(), days.get(0), days.get(days.size() - 1), Deed.Stage.AHEAD,
                gathering.unit(), Map.of()));
    }

    private static Deed deed(Listed row) {
        Map<String, Long> amounts = new HashMap<>();
        row.figures().forEach(figure -> {
            Measure measure = figure.measure();
            amounts.merge(measure.code(), figure.amount(), Long::sum);
            amounts.merge(row.kind().code() + '.' + measure.code(), figure.amount(), Long::sum);
        });
        return new Deed(KIND, Long.toString(row.id()), row.title(), Register.path(row.id()), row.starts(), row.ends(),
                stage(row), row.unit(), amounts);
    }

    private static Deed.Stage stage(Listed row) {
        return switch (row.status()) {
            case CONFIRMED -> Deed.Stage.COUNTS;
            case WITHDRAWN -> Deed.Stage.VOID;
            case WAITING, RETURNED -> row.withdrawal() ? Deed.Stage.VOID : Deed.Stage.WAITING;
        };
    }
}
