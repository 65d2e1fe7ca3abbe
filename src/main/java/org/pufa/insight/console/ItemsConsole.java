package org.pufa.insight.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pufa.campaign.Campaign;
import org.pufa.campaign.Campaigns;
import org.pufa.i18n.Format;
import org.pufa.i18n.LocalText;
import org.pufa.i18n.Messages;
import org.pufa.insight.console.FilterView.Choice;
import org.pufa.insight.stats.FigureTable;
import org.pufa.insight.stats.Items;
import org.pufa.insight.stats.Statistics;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Slug;
import org.pufa.staff.Doors;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** How the questions of a campaign fared, and what the next round should speak of. */
final class ItemsConsole implements Routes {

    static final String PATH = DashboardConsole.PATH + "/items";
    private static final int MOST_ROWS = 200;
    private static final int BAR = 200;

    private final Doors doors;
    private final Statistics statistics;
    private final Campaigns campaigns;
    private final Messages messages;

    ItemsConsole(Doors doors, Statistics statistics, Campaigns campaigns, Messages messages) {
        this.doors = doors;
        this.statistics = statistics;
        this.campaigns = campaigns;
        this.messages = messages;
    }

    /**
     * Model of {@code insight/console/items}.
     *
     * @param campaigns whose questions can be analysed
     * @param mayExport whether the tables may be taken out
     */
    record ItemsPage(String title, String campaign, List<Choice> campaigns, boolean mayExport, String slug,
            List<Part> parts, List<OptionsView> options) {
    }

    /** @param empty what is said where it has no rows */
    record Part(TableView table, String empty) {
    }

    /** @param href of the question, or "" */
    record OptionsView(String code, String stem, String href, String answered, List<OptionView> options) {
    }

    /** @param mark that it is right, or "" @param width of its bar */
    record OptionView(String letter, String text, String mark, String figure, String share, String width) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH, Permission.SEE_CAMPAIGNS, this::items);
    }

    private Future<View> items(Request request) {
        return statistics.choices(SignedIn.of(request).unit()).compose(choices -> {
            var able = choices.campaigns().entrySet().stream().filter(one -> find(one.getKey()).isPresent()).toList();
            var asked = request.query("campaign").filter(slug -> !slug.isEmpty());
            var chosen = asked.or(() -> able.stream().map(Map.Entry::getKey).findFirst());
            if (asked.isPresent() && able.stream().noneMatch(one -> one.getKey().equals(asked.get()))) {
                throw Problem.notFound("campaign.unknown", asked.get());
            }
            return chosen.map(slug -> statistics.items().of(find(slug).orElseThrow()).map(analysis ->
                    page(request, able, slug, analysis))).orElseGet(() -> Future.succeededFuture(
                            page(request, able, "", new Items.Analysis(List.of(), List.of()))));
        });
    }

    /** One whose questions can be analysed. */
    private Optional<Campaign> find(String slug) {
        return Slug.parse(slug).flatMap(campaigns::find).filter(Items::canAnalyse);
    }

    private View page(Request request, List<Map.Entry<String, LocalText>> able, String slug, Items.Analysis analysis) {
        SignedIn who = SignedIn.of(request);
        var words = new Words(messages, request.lang());
        boolean keys = who.may(Permission.SEE_BANKS);
        return View.page("insight/console/items", new ItemsPage(words.say("items"), able.stream()
                .filter(one -> one.getKey().equals(slug)).map(one -> one.getValue().in(request.lang())).findFirst()
                .orElse(""), able.stream().map(one -> new Choice(one.getKey(), one.getValue().in(request.lang()),
                one.getKey().equals(slug))).toList(), who.may(Permission.EXPORT), slug,
                analysis.tables().stream().map(table -> part(words, table)).toList(),
                analysis.picks().stream().filter(one -> one.answered() > 0).map(one -> options(words, one, keys)).toList()));
    }

    private static Part part(Words words, FigureTable table) {
        return new Part(TableView.of(words, table, MOST_ROWS),
                words.say(table.code().equals("missed") ? "none.missed" : "none.rows"));
    }

    /** @param keys whether the person may know which options are right */
    private static OptionsView options(Words words, Items.Options one, boolean keys) {
        return new OptionsView(one.code(), one.stem().in(words.lang()), keys ? one.href() : "",
                Format.number(one.answered()), one.options().stream().map(option -> new OptionView(option.letter(),
                option.text().in(words.lang()), keys && option.right() ? words.say("items.right") : "",
                Format.number(option.n()), Format.percent((double) option.n() / one.answered()),
                Long.toString(BAR * option.n() / one.answered()))).toList());
    }
}
