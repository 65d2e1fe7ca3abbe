package org.pufa.insight.stats;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pufa.insight.stats.FigureTable.Column;
import org.pufa.insight.stats.FigureTable.Row;
import org.pufa.outreach.Measure;
import org.pufa.outreach.UnitOfMeasure;

/** What a period is compared with: always one like it. */
public enum Comparison {

    /** 环比: as long, and just before. */
    BEFORE {
        @Override
        Period of(Period period) {
            return period.before();
        }
    },
    /** 同比: the same dates of the year before. */
    YEAR {
        @Override
        Period of(Period period) {
            return period.yearBefore();
        }
    };

    /** Names of queries that need two periods. */
    static final String DIFFERENCE = "difference";
    static final String CHANGE = "change";
    static final String THAN = "than";
    static final String WAY = "way";
    private static final List<Way> WAYS = List.of(Way.CAMPAIGNS, Way.PARTICIPATIONS, Way.VISITS, Way.OPENED);

    abstract Period of(Period period);

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Comparison> parse(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    FigureTable table(Reading now, Reading then) {
        var rows = new ArrayList<Row>();
        WAYS.forEach(way -> rows.add(row(way, Label.of("way." + way.code()), way.unit(), new JsonObject(), now, then)));
        for (Measure measure : now.catalogue().measures()) {
            if (now.outreach().records("", measure.code()) + then.outreach().records("", measure.code()) > 0) {
                rows.add(row(Way.OUTREACH, Label.text(measure.name()), measure.unit(),
                        Statistics.more(Way.MEASURE, measure.code()), now, then));
            }
        }
        Period earlier = then.selection().period();
        return new FigureTable("comparison", Label.of("table.comparison." + code()), Label.of("table.comparison.row"),
                columns(), rows, List.of("insight.definition.comparison"), Optional.of(now.at()),
                List.of(Label.of("note.compared", earlier.from().toString(), earlier.last().toString())));
    }

    private static List<Column> columns() {
        return List.of(new Column("now", Label.of("comparison.now"), Optional.empty()),
                new Column("then", Label.of("comparison.then"), Optional.empty()),
                new Column(DIFFERENCE, Label.of("comparison.difference"), Optional.empty()),
                new Column(CHANGE, Label.of("comparison.change"), Optional.of(Units.PERCENT)));
    }

    private static Row row(Way way, Label label, UnitOfMeasure unit, JsonObject more, Reading now, Reading then) {
        String scope = "comparison" + (more.isEmpty() ? "" : '.' + more.getString(Way.MEASURE));
        var here = figure(way, scope, label, unit, more, now);
        var there = figure(way, scope + ".earlier", label, unit, more, then);
        return new Row(scope + '.' + way.code(), label, List.of(), "",
                List.of(Optional.of(here), Optional.of(there),
                        both(DIFFERENCE, scope, here, there, unit), both(CHANGE, scope, here, there, Units.PERCENT)));
    }

    private static Figure figure(Way way, String scope, Label label, UnitOfMeasure unit, JsonObject more, Reading of) {
        var figures = new Figures(of);
        String href = way == Way.OUTREACH ? figures.outreachHref("", more.getString(Way.MEASURE))
                : way == Way.VISITS || way == Way.OPENED ? "" : Figures.DASHBOARD + '?' + of.selection().query() + "#campaigns";
        var made = figures.of(way, scope, of.selection(), more, href).orElseThrow();
        return new Figure(made.code(), label, made.value(), unit, made.href(), made.definition(), made.query());
    }

    private static Optional<Figure> both(String name, String scope, Figure here, Figure there, UnitOfMeasure unit) {
        var parameters = here.query().parameters().copy().put(WAY, here.query().name())
                .put(THAN, there.query().parameters().getJsonObject(Way.SELECTION));
        return value(name, here.value(), there.value()).map(value -> new Figure(scope + '.' + here.query().name() + '.'
                + name, here.label(), value, unit, "", "insight.definition.comparison", new Query(name, parameters)));
    }

    /** A change in percent is stated only where there was something before. */
    static Optional<BigDecimal> value(String name, BigDecimal here, BigDecimal there) {
        if (name.equals(DIFFERENCE)) {
            return Optional.of(here.subtract(there));
        }
        return there.signum() == 0 ? Optional.empty() : Optional.of(here.subtract(there)
                .multiply(BigDecimal.valueOf(100)).divide(there, 4, RoundingMode.HALF_UP));
    }
}
