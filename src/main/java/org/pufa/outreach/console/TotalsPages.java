package org.pufa.outreach.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pufa.db.Database;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Days;
import org.pufa.outreach.Catalogue;
import org.pufa.outreach.Listing;
import org.pufa.outreach.RegisterFilter;
import org.pufa.outreach.Status;
import org.pufa.outreach.Totals;
import org.pufa.outreach.Totals.Sum;
import org.pufa.outreach.console.EntryView.Choice;
import org.pufa.staff.Navigation;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The sums of a year, each a link to the records behind it. */
final class TotalsPages implements Routes {

    private static final String PATH = OutreachConsole.PATH + "/totals";

    private final OutreachConsole.Tools tools;
    private final Database database;
    private final OutreachWords words;
    private final Clock clock;
    private final Listing listing = new Listing();

    TotalsPages(OutreachConsole.Tools tools, Database database, OutreachWords words, Clock clock) {
        this.tools = tools;
        this.database = database;
        this.words = words;
        this.clock = clock;
        tools.doors().place(new Navigation.Place(Navigation.Group.OUTREACH, "outreach.totals.title", PATH,
                Permission.SEE_OUTREACH));
    }

    /**
     * Model of {@code outreach/console/totals}.
     *
     * @param at the day up to which is counted, or "" for now
     * @param waiting what is not counted, or ""
     * @param waitingHref where it is
     */
    record TotalsPage(String title, String year, List<Choice> years, String at, String asOf, String waiting,
            String waitingHref, List<Row> overall, List<Kind> kinds) {
    }

    record Kind(String name, List<Row> rows) {
    }

    record Row(String label, String unit, String amount, String href, String records, String ways) {
    }

    @Override
    public void mount(Router router) {
        tools.doors().get(router, PATH, Permission.SEE_OUTREACH, this::totals);
    }

    private Future<View> totals(Request request) {
        int year = request.query("year").filter(text -> text.matches("(19|20)\\d\\d")).map(Integer::valueOf)
                .orElseGet(() -> Days.of(clock.instant()).getYear());
        Optional<LocalDate> day = request.query("at").flatMap(TotalsPages::day);
        Instant at = day.map(one -> Days.startOf(one.plusDays(1))).orElseGet(clock::instant);
        Optional<String> unit = SignedIn.of(request).unit();
        return database.read(tx -> Catalogue.read(tx).compose(catalogue -> listing.years(tx, unit).compose(years ->
                listing.counts(tx, RegisterFilter.ofYear(unit, year)).compose(counts ->
                        Totals.read(tx, catalogue, unit, year, at).map(totals ->
                                page(request.lang(), year, years, day, counts, totals))))));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private View page(Lang lang, int year, List<Integer> years, Optional<LocalDate> day, Map<Status, Long> counts,
            Totals totals) {
        long open = counts.getOrDefault(Status.WAITING, 0L) + counts.getOrDefault(Status.RETURNED, 0L);
        var all = new ArrayList<>(years);
        if (!all.contains(year)) {
            all.add(0, year);
        }
        return View.page("outreach/console/totals", new TotalsPage(words.say(lang, "totals.title"),
                Integer.toString(year), all.stream().map(one -> new Choice(Integer.toString(one),
                Integer.toString(one), one == year)).toList(), day.map(LocalDate::toString).orElse(""),
                day.map(one -> words.say(lang, "totals.at-day", Format.fullDay(lang, one)))
                        .orElseGet(() -> words.say(lang, "totals.at", Format.moment(lang, clock.instant()))),
                open == 0 ? "" : words.say(lang, "totals.waiting", open),
                OutreachConsole.PATH + "?year=" + year + "&status=waiting",
                totals.overall().stream().map(sum -> row(lang, year, sum)).toList(), kinds(lang, year, totals)));
    }

    private List<Kind> kinds(Lang lang, int year, Totals totals) {
        return totals.byKind().stream().map(sum -> sum.kind().get()).distinct().map(kind -> new Kind(
                kind.name().in(lang), totals.byKind().stream().filter(sum -> sum.kind().get().equals(kind))
                .map(sum -> row(lang, year, sum)).toList())).toList();
    }

    private Row row(Lang lang, int year, Sum sum) {
        String href = OutreachConsole.PATH + "?year=" + year + "&status=confirmed&measure=" + sum.measure().code()
                + sum.kind().map(kind -> "&kind=" + kind.code()).orElse("");
        return new Row(sum.measure().name().in(lang), sum.measure().unit().name().in(lang),
                Format.number(sum.amount().value()), href, Format.number(sum.records()), ways(lang, sum));
    }

    private String ways(Lang lang, Sum sum) {
        return sum.ways().entrySet().stream().sorted(Map.Entry.comparingByKey()).map(way -> words.say(lang,
                "totals.way", words.counted(lang, way.getKey()), way.getValue()))
                .collect(Collectors.joining(lang == Lang.ZH ? "，" : ", "));
    }
}
