package org.pufa.insight.stats;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.pufa.campaign.Channel;
import org.pufa.i18n.LocalText;
import org.pufa.insight.stats.FigureTable.Column;
import org.pufa.insight.stats.FigureTable.Row;

/** Sets the figures of a reading out in tables: all of them in the order in which people look. */
final class Tables {

    private static final List<Way> OF_CAMPAIGN =
            List.of(Way.PARTICIPATIONS, Way.PARTICIPANTS, Way.VISITS, Way.OPENED, Way.COMPLETION);
    private static final List<Way> OF_ALL =
            List.of(Way.CAMPAIGNS, Way.PARTICIPATIONS, Way.VISITS, Way.OPENED, Way.COMPLETION);
    private static final List<Way> OF_TIME = List.of(Way.PARTICIPATIONS, Way.VISITS, Way.OPENED);
    /** A longer period is set out by months. */
    private static final long MOST_DAYS = 92;
    private static final int HOURS = 24;

    private final Reading reading;
    private final Figures figures;

    private Tables(Reading reading) {
        this.reading = reading;
        this.figures = new Figures(reading);
    }

    /** Without a table of hours where they cannot be told apart. */
    static List<FigureTable> of(Reading reading) {
        var tables = new Tables(reading);
        return List.of(tables.totals(), tables.campaigns(), tables.calendar(), tables.hours(), tables.channels(), tables.units(),
                tables.districts(), tables.laws(), new OutreachTable(tables.figures).table());
    }

    private FigureTable table(String code, List<Way> ways, List<Row> rows, List<Label> notes) {
        return new FigureTable(code, Label.of("table." + code), Label.of("table." + code + ".row"), columns(ways), rows,
                Figures.definitions(ways), asOf(), notes);
    }

    private Optional<Instant> asOf() {
        return reading.isOpen() ? Optional.of(reading.at()) : Optional.empty();
    }

    private static List<Column> columns(List<Way> ways) {
        return ways.stream().map(way -> new Column(way.code(), Label.of("way." + way.code()), Optional.of(way.unit())))
                .toList();
    }

    private List<Optional<Figure>> cells(List<Way> ways, String scope, Selection of) {
        return ways.stream().map(way -> figures.of(way, scope, of)).toList();
    }

    /** Over all campaigns together; people are not, because nobody can be recognised from one campaign to the next. */
    private FigureTable totals() {
        return table("totals", OF_ALL, List.of(new Row("total", Label.of("total"), List.of(), "",
                cells(OF_ALL, "total", reading.selection()))), List.of());
    }

    private FigureTable campaigns() {
        var rows = new ArrayList<Row>();
        var notes = new ArrayList<Label>();
        for (CampaignCount one : reading.campaigns()) {
            var title = one.campaign().definition().title();
            rows.add(new Row(one.slug(), Label.text(title), List.of(new Label("campaign.kind." + one.kind(), List.of()),
                    new Label("campaign.state." + one.campaign().stateAt(reading.at()).code(), List.of())),
                    "/console/campaigns/" + one.slug(), cells(OF_CAMPAIGN, "campaign." + one.slug(),
                    reading.selection().ofCampaign(one.campaign().slug()))));
            if (reading.selection().period().cuts(one.campaign().window())) {
                notes.add(Label.of("note.cut", title));
            }
            if (one.participants().isEmpty()) {
                notes.add(Label.of("note.counting", title));
            }
        }
        notes.add(Label.of("note.no-roster"));
        return table("campaigns", OF_CAMPAIGN, rows, notes);
    }

    private FigureTable calendar() {
        Period period = reading.selection().period();
        boolean days = period.days() <= MOST_DAYS;
        var rows = new ArrayList<Row>();
        for (LocalDate from = period.from(); from.isBefore(period.to()); ) {
            LocalDate next = days ? from.plusDays(1) : from.withDayOfMonth(1).plusMonths(1);
            var part = new Period(from, next.isBefore(period.to()) ? next : period.to());
            String key = days ? from.toString() : from.toString().substring(0, 7);
            rows.add(new Row(key, days ? Label.of("day", from) : Label.of("month", Integer.toString(from.getYear()),
                    from.getMonthValue()), List.of(), "", cells(OF_TIME, (days ? "day." : "month.") + key,
                    reading.selection().during(part))));
            from = next;
        }
        return table("calendar", OF_TIME, rows, List.of());
    }

    private FigureTable hours() {
        Selection of = reading.selection();
        var ways = List.of(Way.PARTICIPATIONS);
        if (of.channel().isPresent() || of.district().isPresent()) {
            return table("hours", ways, List.of(), List.of(Label.of("note.hours")));
        }
        if (reading.campaigns().stream().allMatch(one -> one.hours().isEmpty()) && !reading.campaigns().isEmpty()) {
            return table("hours", ways, List.of(), List.of(Label.of("note.hours-of-many", LawAnswers.AT_ONCE)));
        }
        var rows = new ArrayList<Row>();
        if (of.period().days() <= Way.MOST_DAYS_OF_HOURS) {
            of.period().from().datesUntil(of.period().to()).forEach(day -> IntStream.range(0, HOURS).forEach(hour ->
                    rows.add(hour(of.on(day), day.toString(), Label.of("hour.of-day", day, hour), hour))));
        } else {
            IntStream.range(0, HOURS).forEach(hour ->
                    rows.add(hour(of, Way.ANY_DAY, Label.of("hour", hour), hour)));
        }
        var one = reading.campaigns().size() == 1;
        return table("hours", ways, rows, one ? List.of() : List.of(Label.of("note.hours-of-one")));
    }

    private Row hour(Selection of, String day, Label label, int hour) {
        String key = String.format(Locale.ROOT, "%sT%02d", day, hour);
        String href = reading.campaigns().size() == 1
                ? Figures.entries(reading.campaigns().get(0), of, Integer.toString(hour)) : "";
        return new Row(key, label, List.of(), "", List.of(figures.of(Way.PARTICIPATIONS, "hour." + key, of,
                Statistics.more(Way.HOUR, key), href)));
    }

    /** Each channel of each campaign by which somebody came, the busiest first. */
    private FigureTable channels() {
        var rows = new ArrayList<Row>();
        for (CampaignCount one : reading.campaigns()) {
            var codes = new TreeSet<>(one.entries().channels());
            codes.addAll(one.landings().channels());
            codes.addAll(one.opened().channels());
            for (String code : codes) {
                Selection of = reading.selection().ofCampaign(one.campaign().slug()).byChannel(code);
                if (reading.selection().channel().filter(only -> !only.equals(code)).isEmpty()) {
                    rows.add(new Row(one.slug() + '/' + code, channel(one, code), List.of(
                            Label.text(one.campaign().definition().title())), "", cells(OF_TIME,
                            "channel." + one.slug() + '.' + code, of)));
                }
            }
        }
        rows.removeIf(row -> row.cells().stream().allMatch(cell -> cell.filter(one -> one.whole() > 0).isEmpty()));
        rows.sort(busiest());
        return table("channels", OF_TIME, rows, List.of());
    }

    private static Comparator<Row> busiest() {
        return Comparator.comparing((Row row) -> row.cells().get(0).map(Figure::whole).orElse(0L)).reversed();
    }

    private static Label channel(CampaignCount one, String code) {
        return code.equals(Channel.DIRECT) ? Label.of("channel.direct") : one.campaign().definition().channel(code)
                .map(channel -> Label.text(channel.name())).orElse(Label.text(code));
    }

    private FigureTable units() {
        var ways = List.of(Way.CAMPAIGNS, Way.PARTICIPATIONS);
        var codes = new TreeSet<String>();
        reading.campaigns().forEach(one -> one.unit().ifPresent(codes::add));
        var rows = new ArrayList<Row>();
        for (String code : codes) {
            rows.add(new Row(code, Label.text(reading.units().getOrDefault(code, LocalText.of(code))), List.of(), "",
                    cells(ways, "unit." + code, reading.selection().inUnit(code))));
        }
        boolean house = reading.campaigns().stream().anyMatch(one -> one.unit().isEmpty());
        return table("units", ways, rows, house ? List.of(Label.of("note.house")) : List.of());
    }

    private FigureTable laws() {
        var ways = List.of(Way.LAW_ANSWERS, Way.LAW_RIGHT, Way.LAW_AWARENESS);
        var names = new TreeSet<String>();
        reading.campaigns().forEach(one -> names.addAll(one.laws().keySet()));
        var rows = new ArrayList<Row>();
        for (String name : names) {
            var more = Statistics.more(Way.LAW, name);
            rows.add(new Row(name, Label.text('《' + name + '》'), List.of(), "", ways.stream().map(way ->
                    figures.of(way, "law." + name, reading.selection(), more, lawHref(name))).toList()));
        }
        rows.sort(busiest());
        return table("laws-of-period", ways, rows, List.of(Label.of("note.laws"), Label.of("note.voluntary")));
    }

    /** Where only one campaign asked about it, its questions; else the campaigns. */
    private String lawHref(String name) {
        var asking = reading.campaigns().stream().filter(one -> one.laws().containsKey(name)).toList();
        return asking.size() == 1 ? "/console/insight/items?campaign=" + asking.get(0).slug() + "#laws"
                : Figures.DASHBOARD + '?' + reading.selection().query() + "#campaigns";
    }

    private FigureTable districts() {
        var ways = OF_TIME;
        var names = new TreeSet<String>();
        reading.campaigns().forEach(one -> names.addAll(one.entries().districts()));
        names.remove("");
        var rows = new ArrayList<Row>();
        names.stream().filter(name -> reading.selection().district().filter(only -> !only.equals(name)).isEmpty())
                .forEach(name -> rows.add(new Row(name, Label.text(name), List.of(), "",
                        cells(ways, "district." + name, reading.selection().inDistrict(name)))));
        rows.sort(busiest());
        return table("districts", ways, rows, List.of(Label.of("note.districts")));
    }
}
