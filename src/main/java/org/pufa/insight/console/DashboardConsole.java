package org.pufa.insight.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.pufa.i18n.Messages;
import org.pufa.insight.console.TableView.Cell;
import org.pufa.insight.stats.Choices;
import org.pufa.insight.stats.Comparison;
import org.pufa.insight.stats.FigureTable;
import org.pufa.insight.stats.Period;
import org.pufa.insight.stats.Selection;
import org.pufa.insight.stats.Statistics;
import org.pufa.kernel.Days;
import org.pufa.staff.Doors;
import org.pufa.staff.Navigation;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** All figures of a selection: drawn, set out in tables, and each a way to its rows. */
final class DashboardConsole implements Routes {

    static final String PATH = "/console/insight";
    /** Tables that are shown also where they have no rows, with what that means. */
    private static final Set<String> ALWAYS = Set.of("campaigns", "hours", "outreach");
    /** And those that are shown where there is no campaign. */
    private static final Set<String> OF_NONE = Set.of("comparison", "outreach");
    private static final int MOST_ROWS = 100;

    private final Doors doors;
    private final Statistics statistics;
    private final Messages messages;
    private final Clock clock;

    DashboardConsole(Doors doors, Statistics statistics, Messages messages, Clock clock) {
        this.doors = doors;
        this.statistics = statistics;
        this.messages = messages;
        this.clock = clock;
        doors.place(new Navigation.Place(Navigation.Group.RESULTS, "insight.title", PATH, Permission.SEE_CAMPAIGNS));
    }

    /**
     * Model of {@code insight/console/dashboard}.
     *
     * @param query of the selection, for the files
     * @param channel that the page is narrowed to, in words, or ""
     */
    record DashboardPage(String title, FilterView filter, String query, String channel, String period, String asOf,
            boolean mayExport, List<Tile> tiles, boolean none, List<Section> sections) {
    }

    record Tile(String label, Cell figure) {
    }

    /** A table and how it looks. @param empty what is said where it has no rows */
    record Section(TableView table, Optional<BarChart> bars, Optional<RankChart> rank, String empty) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH, Permission.SEE_CAMPAIGNS, this::dashboard);
    }

    /** What an address asks for, as far as that person may see it; this year where it names no period. */
    static Selection selection(Request request, LocalDate today) {
        return Selection.parse(request::query, Period.ofYear(today.getYear())).within(SignedIn.of(request).unit());
    }

    private Future<View> dashboard(Request request) {
        LocalDate today = Days.of(clock.instant());
        var selection = selection(request, today);
        var comparison = request.query("compare").flatMap(Comparison::parse);
        return statistics.choices(SignedIn.of(request).unit()).compose(choices -> statistics.tables(selection, comparison)
                .map(tables -> View.page("insight/console/dashboard",
                        page(request, selection, comparison, choices, tables, today))));
    }

    private DashboardPage page(Request request, Selection selection, Optional<Comparison> comparison, Choices choices,
            List<FigureTable> tables, LocalDate today) {
        SignedIn who = SignedIn.of(request);
        var words = new Words(messages, request.lang());
        var totals = TableView.of(words, tables.get(0), 1);
        var campaigns = tables.get(1);
        return new DashboardPage(words.say("title"),
                FilterView.of(words, PATH, selection, comparison, choices, who.unit().isPresent(), today),
                selection.query() + comparison.map(one -> "&compare=" + one.code()).orElse(""),
                selection.channel().map(code -> words.say("filter.channel", code)).orElse(""),
                words.say("period", selection.period().from().toString(), selection.period().last().toString()),
                totals.asOf(), who.may(Permission.EXPORT), tiles(tables.get(0), totals), campaigns.rows().isEmpty(),
                tables.stream().skip(1).filter(table -> campaigns.rows().isEmpty() ? OF_NONE.contains(table.code())
                        : !table.rows().isEmpty() || ALWAYS.contains(table.code())).map(table -> section(words, table)).toList());
    }

    private static List<Tile> tiles(FigureTable totals, TableView shown) {
        return IntStream.range(0, totals.columns().size()).mapToObj(i ->
                new Tile(shown.columns().get(i), shown.rows().get(0).cells().get(i))).toList();
    }

    private static Section section(Words words, FigureTable table) {
        boolean time = table.code().equals("calendar") || table.code().equals("hours");
        boolean ranked = table.code().equals("channels") || table.code().equals("districts");
        boolean drawn = !table.rows().isEmpty();
        return new Section(TableView.of(words, table, MOST_ROWS),
                time && drawn ? Optional.of(BarChart.of(words, table)) : Optional.empty(),
                ranked && drawn ? Optional.of(RankChart.of(words, table)) : Optional.empty(),
                words.say(switch (table.code()) {
                    case "campaigns" -> "none.campaigns";
                    case "outreach" -> "none.outreach";
                    default -> "none.rows";
                }));
    }
}
