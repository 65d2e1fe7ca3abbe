package org.pufa.campaign.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pufa.audit.AuditLog;
import org.pufa.campaign.Channel;
import org.pufa.db.Database;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Days;
import org.pufa.ledger.Entry;
import org.pufa.ledger.EntryList;
import org.pufa.ledger.Tallies;
import org.pufa.staff.Doors;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The rows behind the figures of a campaign: its entries and its participants, page by page. */
final class EntriesConsole implements Routes {

    private static final int ROWS = 50;

    private final Doors doors;
    private final CampaignShelf shelf;
    private final Database database;
    private final AuditLog audit;
    private final ConsoleWords words;
    private final Clock clock;

    EntriesConsole(Doors doors, CampaignShelf shelf, Database database, AuditLog audit, ConsoleWords words,
            Clock clock) {
        this.doors = doors;
        this.shelf = shelf;
        this.database = database;
        this.audit = audit;
        this.words = words;
        this.clock = clock;
    }

    /**
     * Model of {@code campaign/console/entries}.
     *
     * @param anonymous whether only the hour of each entry is known
     * @param from first day of a period that the list is narrowed to, or "" @param until its last day, or ""
     * @param hour that the list is narrowed to, or ""
     * @param newest address of the first page, or "" on it
     */
    record EntriesPage(String title, HeadView head, String total, boolean anonymous, String day, String from,
            String until, String hour,
            List<ChannelChoice> channels, List<EntryRow> rows, String newest, String older) {
    }

    record ChannelChoice(String code, String label, boolean chosen) {
    }

    record EntryRow(String receipt, String when, String channel) {
    }

    /** Model of {@code campaign/console/participants}. */
    record ParticipantsPage(String title, HeadView head, String total, List<ParticipantRow> rows, String first,
            String next) {
    }

    record ParticipantRow(String code, String entries) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, StaffCampaign.ALL + "/:slug/entries", Permission.SEE_CAMPAIGNS, this::entries);
        doors.get(router, StaffCampaign.ALL + "/:slug/participants", Permission.SEE_CAMPAIGNS, this::participants);
    }

    private Future<View> entries(Request request) {
        var query = EntryQuery.of(request);
        return looked(request, "entries").compose(campaign -> database.read(tx ->
                Tallies.of(tx, campaign.row().id()).compose(tallies -> EntryList.page(tx, campaign.row().id(),
                        query.span(tallies, ROWS + 1), ROWS + 1).map(found -> View.page("campaign/console/entries",
                        entriesPage(request, campaign, query, query.count(tallies), found))))));
    }

    /** The campaign whose records are shown; that somebody looks at them is kept first. */
    private Future<StaffCampaign> looked(Request request, String page) {
        return shelf.launched(request.path("slug")).compose(campaign -> database.inTx(tx -> audit.record(tx,
                SignedIn.of(request).actor(), "campaign.look", campaign.slug().value(), Map.of("page", page)))
                .map(campaign));
    }

    private EntriesPage entriesPage(Request request, StaffCampaign campaign, EntryQuery query, long count,
            List<Entry> found) {
        Lang lang = request.lang();
        boolean more = found.size() > ROWS;
        var shown = more ? found.subList(0, ROWS) : found;
        String path = campaign.path() + "/entries";
        return new EntriesPage(words.say(lang, "entries.title", campaign.title(lang)), head(request, campaign, "entries"),
                words.say(lang, "entries.total", count), !campaign.linked(),
                query.day().map(LocalDate::toString).orElse(""), text(query.from()), text(query.until()),
                text(query.hour()), channels(lang, campaign, query),
                shown.stream().map(entry -> row(lang, campaign, entry)).toList(),
                query.before().isPresent() ? path + query.newest() : "",
                more ? path + query.after(shown.get(ROWS - 1)) : "");
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    private List<ChannelChoice> channels(Lang lang, StaffCampaign campaign, EntryQuery query) {
        var codes = new ArrayList<>(campaign.definition().channels().stream().map(Channel::code).toList());
        codes.add(Channel.DIRECT);
        return codes.stream().map(code -> new ChannelChoice(code, words.channel(lang, campaign.definition(), code),
                query.channel().filter(code::equals).isPresent())).toList();
    }

    private EntryRow row(Lang lang, StaffCampaign campaign, Entry entry) {
        String when = campaign.linked() ? ConsoleWords.exact(lang, entry.acceptedAt())
                : words.say(lang, "entries.hour", Format.day(lang, entry.acceptedAt()),
                        entry.acceptedAt().atZone(Days.ZONE).getHour());
        return new EntryRow(entry.receipt().spaced(), when,
                words.channel(lang, campaign.definition(), entry.channel()));
    }

    private HeadView head(Request request, StaffCampaign campaign, String tab) {
        return HeadView.of(words, request.lang(), campaign, SignedIn.of(request), List.of(), tab, clock.instant());
    }

    private Future<View> participants(Request request) {
        UUID after = request.query("after").filter(text -> text.matches("[0-9a-f-]{36}")).map(UUID::fromString)
                .orElse(new UUID(0, 0));
        return looked(request, "participants").compose(campaign -> database.read(tx ->
                Tallies.of(tx, campaign.row().id()).compose(tallies -> EntryList.participants(tx, campaign.row().id(),
                        after, ROWS + 1).map(found -> View.page("campaign/console/participants",
                        participantsPage(request, campaign, tallies.participants(), found))))));
    }

    private ParticipantsPage participantsPage(Request request, StaffCampaign campaign, long count,
            List<EntryList.Participant> found) {
        Lang lang = request.lang();
        boolean more = found.size() > ROWS;
        var shown = more ? found.subList(0, ROWS) : found;
        String path = campaign.path() + "/participants";
        return new ParticipantsPage(words.say(lang, "participants.title", campaign.title(lang)),
                head(request, campaign, "participants"), words.say(lang, "participants.total", count),
                shown.stream().map(one -> new ParticipantRow(one.participant().value().toString(),
                        Format.number(one.entries()))).toList(),
                request.query("after").isPresent() ? path : "",
                more ? path + "?after=" + shown.get(ROWS - 1).participant().value() : "");
    }
}
