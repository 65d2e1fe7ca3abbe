package org.pufa.campaign.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.pufa.campaign.Campaigns;
import org.pufa.campaign.Channel;
import org.pufa.campaign.ChannelDesk;
import org.pufa.campaign.console.ChannelTable.ChannelRow;
import org.pufa.db.Database;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.Problem;
import org.pufa.ledger.Tallies;
import org.pufa.staff.Doors;
import org.pufa.staff.ErrorLine;
import org.pufa.staff.MistakeLine;
import org.pufa.staff.Permission;
import org.pufa.staff.SentFile;
import org.pufa.staff.SignedIn;
import org.pufa.web.FormFields;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The channels of a campaign: their links and counts, new ones from a list, other names, retirement. */
final class ChannelConsole implements Routes {

    private static final String PATH = StaffCampaign.ALL + "/:slug/channels";
    private static final long LARGEST_BYTES = 256 * 1024;

    private final Doors doors;
    private final CampaignShelf shelf;
    private final ChannelDesk desk;
    private final Campaigns campaigns;
    private final Database database;
    private final ConsoleWords words;
    private final PublicAddress address;
    private final ChannelTable table;
    private final Clock clock;

    ChannelConsole(Doors doors, CampaignShelf shelf, ChannelDesk desk, Campaigns campaigns, Database database,
            ConsoleWords words, PublicAddress address, Clock clock) {
        this.doors = doors;
        this.shelf = shelf;
        this.desk = desk;
        this.campaigns = campaigns;
        this.database = database;
        this.words = words;
        this.address = address;
        this.table = new ChannelTable(words, address);
        this.clock = clock;
    }

    /**
     * Model of {@code campaign/console/channels}.
     *
     * @param notices what was done, and what should be known before printing
     * @param live address of the live figures, or "" before the launch
     */
    record ChannelsPage(String title, HeadView head, boolean launched, boolean mayChange, List<String> notices,
            ChannelTable.Table table, String path, String live, String asOf) {
    }

    /** Model of {@code campaign/console/channels-new}. */
    record NewPage(String title, HeadView head, String path, String pasted, String error, List<MistakeLine> mistakes) {
    }

    /** Model of {@code campaign/console/channel}. @param sheets what can be printed or sent */
    record ChannelPage(String title, HeadView head, ChannelRow channel, boolean launched, boolean mayChange,
            List<String> notices, String preview, List<Sheet> sheets, String name, String english, String unit,
            List<ErrorLine> errors, String path) {
    }

    record Sheet(String label, String hint, List<Link> links) {
    }

    /** @param sheet what is in the file, for those who hear the link alone */
    record Link(String label, String sheet, String href) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH, Permission.SEE_CAMPAIGNS, this::list);
        doors.get(router, PATH + "/_new", Permission.FILE_CAMPAIGNS, request -> shelf.get(request.path("slug"))
                .map(campaign -> newPage(request, campaign, "", "", List.of())));
        doors.post(router, PATH, Permission.FILE_CAMPAIGNS, this::add);
        doors.get(router, PATH + "/:channel", Permission.SEE_CAMPAIGNS, request -> shelf.get(request.path("slug"))
                .compose(campaign -> page(request, campaign, List.of())));
        doors.post(router, PATH + "/:channel", Permission.FILE_CAMPAIGNS, this::rename);
        doors.post(router, PATH + "/:channel/retirement", Permission.FILE_CAMPAIGNS, this::retire);
    }

    @Override
    public List<BodyLimit> bodyLimits() {
        return List.of(new BodyLimit(StaffCampaign.ALL + "/*", LARGEST_BYTES));
    }

    private Future<View> list(Request request) {
        return shelf.get(request.path("slug")).compose(campaign -> tallies(campaign).map(tallies -> {
            Lang lang = request.lang();
            boolean launched = campaign.launched().isPresent();
            return View.page("campaign/console/channels", new ChannelsPage(
                    words.say(lang, "channels.title", campaign.title(lang)), head(request, campaign), launched,
                    SignedIn.of(request).may(Permission.FILE_CAMPAIGNS), notices(request),
                    table.of(request, campaign, tallies, ChannelTable.today(clock)), campaign.path() + "/channels",
                    launched ? campaign.path() + "/live" : "",
                    launched ? words.say(lang, "as-of", ConsoleWords.exact(lang, clock.instant())) : ""));
        }));
    }

    private List<String> notices(Request request) {
        var notices = new ArrayList<String>();
        request.query("added").filter(text -> text.matches("[1-9][0-9]{0,3}")).ifPresent(count ->
                notices.add(words.say(request.lang(), "channels.added", Integer.parseInt(count))));
        request.query("done").filter(text -> text.matches("renamed|retired|restored")).ifPresent(done ->
                notices.add(words.say(request.lang(), "channels.done." + done)));
        return notices;
    }

    private Future<Tallies> tallies(StaffCampaign campaign) {
        return database.read(tx -> Tallies.of(tx, campaign.row().id()));
    }

    private Future<View> add(Request request) {
        Lang lang = request.lang();
        return shelf.get(request.path("slug")).compose(campaign -> SentFile.of(request, words.say(lang, "channels.pasted"))
                .compose(sent -> sent.problem().isPresent()
                        ? Future.succeededFuture(newPage(request, campaign, sent.pasted(),
                                words.messages().get(lang, sent.problem().get()), List.of()).status(422))
                        : add(request, campaign, sent)));
    }

    private Future<View> add(Request request, StaffCampaign campaign, SentFile sent) {
        return desk.add(campaign.slug(), sent.name(), sent.content(), SignedIn.of(request).actor()).compose(added -> {
            if (added.mistakes().isEmpty()) {
                return renewed(campaign, campaign.path() + "/channels?added=" + added.channels().size());
            }
            String error = words.say(request.lang(), "channels.mistakes", added.mistakes().size());
            return Future.succeededFuture(newPage(request, campaign, sent.content(), error,
                    MistakeLine.of(words.messages(), request.lang(), added.mistakes())).status(422));
        });
    }

    private Future<View> renewed(StaffCampaign campaign, String next) {
        return campaigns.renew(campaign.slug()).map(renewed -> View.seeOther(next));
    }

    private View newPage(Request request, StaffCampaign campaign, String pasted, String error,
            List<MistakeLine> mistakes) {
        return View.page("campaign/console/channels-new", new NewPage(words.say(request.lang(), "channels.new"),
                head(request, campaign), campaign.path() + "/channels", pasted, error, mistakes));
    }

    private Future<View> page(Request request, StaffCampaign campaign, List<ErrorLine> errors) {
        Lang lang = request.lang();
        Channel channel = channel(lang, campaign, request.path("channel"));
        var form = request.form();
        boolean again = !errors.isEmpty();
        String path = campaign.path() + "/channels/" + channel.code();
        return tallies(campaign).map(tallies -> View.page("campaign/console/channel", new ChannelPage(
                words.say(lang, "channel.title", channel.name().in(lang)), head(request, campaign),
                table.row(request, campaign, channel, tallies, ChannelTable.today(clock)),
                campaign.launched().isPresent(),
                !channel.code().equals(Channel.DIRECT) && SignedIn.of(request).may(Permission.FILE_CAMPAIGNS),
                warnings(request), path + "/files/a4.png", sheets(lang, path + "/files/"),
                again ? form.raw("name") : channel.name().zh(), again ? form.raw("english") : channel.name().en(),
                again ? form.raw("unit") : channel.unit(), errors, path)));
    }

    private List<String> warnings(Request request) {
        var notices = new ArrayList<>(notices(request));
        if (!address.isKnown()) {
            notices.add(words.say(request.lang(), "channel.no-public-url"));
        }
        return notices;
    }

    private List<Sheet> sheets(Lang lang, String files) {
        return List.of("a4", "a3", "phone", "qr").stream().map(sheet -> new Sheet(words.say(lang, "sheet." + sheet),
                words.say(lang, "sheet." + sheet + ".hint"), List.of("pdf", "png", "svg").stream()
                        .map(type -> new Link(type.toUpperCase(java.util.Locale.ROOT),
                                words.say(lang, "sheet." + sheet), files + sheet + '.' + type))
                        .toList())).toList();
    }

    /** @throws Problem NOT_FOUND when the campaign has none of that code */
    private Channel channel(Lang lang, StaffCampaign campaign, String code) {
        return code.equals(Channel.DIRECT) ? new Channel(code, LocalText.of(words.say(lang, "channel.direct")))
                : campaign.definition().channel(code)
                        .orElseThrow(() -> Problem.notFound("campaign.channel.unknown", code));
    }

    private Future<View> rename(Request request) {
        FormFields form = request.form();
        String name = form.text("name").required().atMost(40).get();
        String english = form.text("english").atMost(80).get();
        String unit = form.text("unit").atMost(60).get();
        return shelf.get(request.path("slug")).compose(campaign -> form.errors().isEmpty()
                ? desk.rename(campaign.slug(), request.path("channel"), new LocalText(name, english), unit,
                        SignedIn.of(request).actor()).compose(done -> renewed(campaign, request.path() + "?done=renamed"))
                : page(request, campaign, ErrorLine.of(words.messages(), request.lang(), form.errors()))
                        .map(view -> view.status(422)));
    }

    private Future<View> retire(Request request) {
        boolean retired = request.form().raw("retired").equals("true");
        return shelf.get(request.path("slug")).compose(campaign -> desk.retire(campaign.slug(), request.path("channel"),
                retired, SignedIn.of(request).actor()).compose(done -> renewed(campaign, campaign.path() + "/channels/"
                        + request.path("channel") + "?done=" + (retired ? "retired" : "restored"))));
    }

    private HeadView head(Request request, StaffCampaign campaign) {
        return HeadView.of(words, request.lang(), campaign, SignedIn.of(request), List.of(), "channels", clock.instant());
    }
}
