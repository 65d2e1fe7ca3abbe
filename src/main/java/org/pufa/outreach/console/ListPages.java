package org.pufa.outreach.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pufa.db.Database;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Days;
import org.pufa.outreach.Catalogue;
import org.pufa.outreach.Listed;
import org.pufa.outreach.Listing;
import org.pufa.outreach.Register;
import org.pufa.outreach.RegisterFilter;
import org.pufa.outreach.Status;
import org.pufa.outreach.console.EntryView.Choice;
import org.pufa.staff.Navigation;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.PlainText;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The list of records, to be narrowed down by what stands in the address. */
final class ListPages implements Routes {

    private static final int ROWS = 40;
    private static final int LONGEST_WORDS = 40;

    private final OutreachConsole.Tools tools;
    private final Database database;
    private final OutreachWords words;
    private final Clock clock;
    private final Listing listing = new Listing();

    ListPages(OutreachConsole.Tools tools, Database database, OutreachWords words, Clock clock) {
        this.tools = tools;
        this.database = database;
        this.words = words;
        this.clock = clock;
        tools.doors().place(new Navigation.Place(Navigation.Group.OUTREACH, "outreach.list.title", OutreachConsole.PATH,
                Permission.SEE_OUTREACH));
    }

    /** Model of {@code outreach/console/list}. @param none whether the register is empty */
    record ListPage(String title, boolean mayEnter, boolean none, List<Tab> tabs, List<Choice> years,
            List<Choice> kinds, List<Choice> measures, List<Kept> kept, String status, String query, String total, List<Row> rows,
            String previous, String next) {
    }

    /** What else narrows the list, as the form sends it on. */
    record Kept(String name, String value) {
    }

    record Tab(String label, String href, boolean current) {
    }

    record Row(String href, String title, String kind, String days, String district, String figures, String status,
            String tone, String people) {
    }

    /**
     * What the address asks for.
     *
     * @param year 0 for all
     * @param first day on which they start, in place of a year; as other pages lead here
     * @param last day on which they start
     */
    private record Asked(int year, Optional<LocalDate> first, Optional<LocalDate> last, Optional<String> district,
            Optional<String> unit, String kind, String measure, Optional<Status> status, String query, int from) {

        static Asked of(Request request) {
            return new Asked(number(request, "year"), day(request, "first"), day(request, "last"),
                    request.query("district").filter(text -> !text.isEmpty()),
                    request.query("unit").filter(text -> !text.isEmpty()), request.query("kind").orElse(""),
                    request.query("measure").orElse(""), request.query("status").flatMap(Status::parse),
                    request.query("q").flatMap(PlainText::of).map(text -> text.substring(0,
                            Math.min(text.length(), LONGEST_WORDS))).orElse(""), number(request, "from"));
        }

        private static Optional<LocalDate> day(Request request, String name) {
            try {
                return request.query(name).filter(text -> text.matches("\\d{4}-\\d{2}-\\d{2}")).map(LocalDate::parse);
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        private static int number(Request request, String name) {
            return request.query(name).filter(text -> text.matches("\\d{1,5}")).map(Integer::valueOf).orElse(0);
        }

        RegisterFilter filter(Optional<String> unit, Optional<Status> wanted) {
            var all = year == 0 ? Optional.<RegisterFilter>empty() : Optional.of(RegisterFilter.ofYear(unit, year));
            return new RegisterFilter(unit.or(this::unit), all.flatMap(RegisterFilter::from).or(this::first),
                    all.flatMap(RegisterFilter::to).or(this::last),
                    Optional.of(kind).filter(text -> !text.isEmpty()),
                    Optional.of(measure).filter(text -> !text.isEmpty()), wanted, district, query);
        }

        String url(String status, int offset) {
            Map<String, String> parts = new LinkedHashMap<>();
            parts.put("year", year == 0 ? "" : Integer.toString(year));
            parts.put("first", first.map(LocalDate::toString).orElse(""));
            parts.put("last", last.map(LocalDate::toString).orElse(""));
            parts.put("district", district.orElse(""));
            parts.put("unit", unit.orElse(""));
            parts.put("kind", kind);
            parts.put("measure", measure);
            parts.put("q", query);
            parts.put("status", status);
            parts.put("from", offset == 0 ? "" : Integer.toString(offset));
            String sent = parts.entrySet().stream().filter(part -> !part.getValue().isEmpty()).map(part ->
                    part.getKey() + '=' + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return OutreachConsole.PATH + (sent.isEmpty() ? "" : '?' + sent);
        }
    }

    @Override
    public void mount(Router router) {
        tools.doors().get(router, OutreachConsole.PATH, Permission.SEE_OUTREACH, this::list);
    }

    private Future<View> list(Request request) {
        var asked = Asked.of(request);
        Optional<String> unit = SignedIn.of(request).unit();
        return database.read(tx -> Catalogue.read(tx).compose(catalogue -> listing.years(tx, unit).compose(years ->
                listing.counts(tx, asked.filter(unit, Optional.empty())).compose(counts -> listing.counts(tx,
                        asked.filter(unit, Optional.of(Status.WITHDRAWN))).compose(withdrawn -> {
                            counts.putAll(withdrawn);
                            return listing.page(tx, catalogue, asked.filter(unit, asked.status()), asked.from(), ROWS + 1)
                                    .map(rows -> page(request, asked, catalogue, years, counts, rows));
                        })))));
    }

    private View page(Request request, Asked asked, Catalogue catalogue, List<Integer> years, Map<Status, Long> counts,
            List<Listed> rows) {
        Lang lang = request.lang();
        var shown = rows.subList(0, Math.min(ROWS, rows.size()));
        String status = asked.status().map(Status::code).orElse("");
        return View.page("outreach/console/list", new ListPage(words.say(lang, "list.title"),
                SignedIn.of(request).may(Permission.ENTER_OUTREACH), years.isEmpty(), tabs(lang, asked, counts),
                years(years, asked.year()),
                catalogue.kinds().stream().map(kind -> new Choice(kind.code(), kind.name().in(lang),
                        kind.code().equals(asked.kind()))).toList(),
                catalogue.measures().stream().map(measure -> new Choice(measure.code(), measure.label(lang),
                        measure.code().equals(asked.measure()))).toList(), kept(asked), status, asked.query(),
                words.say(lang, "list.total", number(counts, asked)), shown.stream().map(row -> row(lang, row)).toList(),
                asked.from() == 0 ? "" : asked.url(status, Math.max(0, asked.from() - ROWS)),
                rows.size() > ROWS ? asked.url(status, asked.from() + ROWS) : ""));
    }

    private static List<Kept> kept(Asked asked) {
        return Stream.of(new Kept("first", asked.first().map(LocalDate::toString).orElse("")),
                new Kept("last", asked.last().map(LocalDate::toString).orElse("")),
                new Kept("district", asked.district().orElse("")), new Kept("unit", asked.unit().orElse("")))
                .filter(one -> !one.value().isEmpty()).toList();
    }

    private static long number(Map<Status, Long> counts, Asked asked) {
        return counts.entrySet().stream().filter(count -> asked.status().map(count.getKey()::equals)
                .orElse(count.getKey() != Status.WITHDRAWN)).mapToLong(Map.Entry::getValue).sum();
    }

    private List<Choice> years(List<Integer> years, int chosen) {
        var all = new ArrayList<>(years);
        int now = Days.of(clock.instant()).getYear();
        if (!all.contains(now)) {
            all.add(0, now);
        }
        return all.stream().map(year -> new Choice(Integer.toString(year), Integer.toString(year), year == chosen)).toList();
    }

    private List<Tab> tabs(Lang lang, Asked asked, Map<Status, Long> counts) {
        var tabs = new ArrayList<Tab>();
        tabs.add(new Tab(words.say(lang, "list.all", counts.entrySet().stream()
                .filter(count -> count.getKey() != Status.WITHDRAWN).mapToLong(Map.Entry::getValue).sum()),
                asked.url("", 0), asked.status().isEmpty()));
        Arrays.stream(Status.values()).map(status -> new Tab(words.status(lang, status, false) + ' '
                + Format.number(counts.getOrDefault(status, 0L)), asked.url(status.code(), 0),
                asked.status().equals(Optional.of(status)))).forEach(tabs::add);
        return tabs;
    }

    private Row row(Lang lang, Listed row) {
        return new Row(Register.path(row.id()), row.title(), row.kind().name().in(lang),
                OutreachWords.days(lang, row.starts(), row.ends()), row.district(),
                words.figures(lang, row.figures()), words.status(lang, row.status(), row.withdrawal()),
                OutreachWords.tone(row.status()), row.decidedBy().map(by -> words.say(lang, "list.people",
                        row.enteredBy(), by)).orElse(row.enteredBy()));
    }
}
