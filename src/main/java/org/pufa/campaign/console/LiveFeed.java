package org.pufa.campaign.console;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Days;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Slug;
import org.pufa.ledger.Tallies;
import org.pufa.staff.Doors;
import org.pufa.staff.SignedIn;
import org.pufa.web.EventStream;
import org.pufa.web.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pushes the figures of campaigns to the pages that show them: at most once a second and only what changed. Campaigns
 * are looked at only while somebody watches them.
 */
final class LiveFeed {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final int MOST = 100;
    private static final long EVERY_MS = 1_000;
    /** In turns of a second. */
    private static final int BEAT = 15;
    private static final int STILL_IN = 5;
    private static final int PARTS = 3;

    private final Vertx vertx;
    private final Doors doors;
    private final ConsoleWords words;
    private final Clock clock;
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private long timer = -1;
    private long turn;
    private Future<Void> running = Future.succeededFuture();

    LiveFeed(Vertx vertx, Doors doors, ConsoleWords words, Clock clock) {
        this.vertx = vertx;
        this.doors = doors;
        this.words = words;
        this.clock = clock;
    }

    /** What is so at one moment. @param parts makes the HTML that takes the place of the parts of a watcher's page */
    record Shown(Tallies tallies, Function<Request, String> parts) {
    }

    private static final class Watcher {

        private final StaffCampaign campaign;
        private final SignedIn who;
        private final Lang lang;
        private final Request request;
        private final EventStream stream;
        private final Function<StaffCampaign, Future<Shown>> look;
        private String figures;
        private String parts = "";
        private long partsTurn;

        Watcher(StaffCampaign campaign, Request request, EventStream stream,
                Function<StaffCampaign, Future<Shown>> look) {
            this.campaign = campaign;
            this.who = SignedIn.of(request);
            this.lang = request.lang();
            this.request = request;
            this.stream = stream;
            this.look = look;
            this.figures = request.header("Last-Event-ID").orElse("");
        }
    }

    /** @throws Problem BUSY when too many watch already */
    void admit() {
        if (watchers.size() >= MOST) {
            throw Problem.of(Problem.Sort.BUSY, "campaign.console.live.full");
        }
    }

    /** Serves a page until it is left, its session ends or the server stops. */
    void serve(StaffCampaign campaign, Request request, EventStream stream,
            Function<StaffCampaign, Future<Shown>> look) {
        var watcher = new Watcher(campaign, request, stream, look);
        watchers.add(watcher);
        stream.closed().onComplete(gone -> leave(watcher));
        begin();
    }

    int watching() {
        return watchers.size();
    }

    private synchronized void begin() {
        if (timer < 0) {
            timer = vertx.setPeriodic(1, EVERY_MS, again -> turn());
        }
    }

    private synchronized void leave(Watcher watcher) {
        watchers.remove(watcher);
        if (watchers.isEmpty() && timer >= 0) {
            vertx.cancelTimer(timer);
            timer = -1;
        }
    }

    private void turn() {
        if (!running.isComplete()) {
            return;
        }
        turn++;
        var seen = new HashMap<Slug, Future<Shown>>();
        var all = new ArrayList<Future<Void>>();
        for (Watcher watcher : watchers) {
            all.add(turn % STILL_IN == 0 ? stillIn(watcher).compose(in -> in ? show(watcher, seen) : bye(watcher))
                    : show(watcher, seen));
            if (turn % BEAT == 0) {
                watcher.stream.beat();
            }
        }
        running = Future.join(all).<Void>mapEmpty().onFailure(failure ->
                LOG.warn("live figures could not be read: {}", failure.toString())).otherwiseEmpty();
    }

    private Future<Boolean> stillIn(Watcher watcher) {
        return doors.isStillIn(watcher.who);
    }

    private Future<Void> bye(Watcher watcher) {
        watcher.stream.send("bye", "", "signed out");
        watcher.stream.end();
        return Future.succeededFuture();
    }

    /** Each campaign is looked at once for all who watch it. */
    private Future<Void> show(Watcher watcher, Map<Slug, Future<Shown>> seen) {
        return seen.computeIfAbsent(watcher.campaign.slug(), slug -> watcher.look.apply(watcher.campaign)).map(shown -> {
            show(watcher, shown);
            return null;
        });
    }

    private void show(Watcher watcher, Shown shown) {
        JsonObject figures = figures(shown.tallies(), Days.of(clock.instant()).toString());
        String id = Integer.toHexString(figures.encode().hashCode());
        if (!id.equals(watcher.figures)) {
            figures.put("asOf", words.say(watcher.lang, "as-of", ConsoleWords.exact(watcher.lang, clock.instant())));
            if (watcher.stream.send("figures", id, figures.encode())) {
                watcher.figures = id;
            }
        }
        boolean due = watcher.parts.isEmpty() || turn - watcher.partsTurn >= PARTS;
        if (due) {
            watcher.partsTurn = turn;
            showParts(watcher, shown.parts().apply(watcher.request));
        }
    }

    private static void showParts(Watcher watcher, String parts) {
        if (!parts.equals(watcher.parts) && watcher.stream.send("parts", "", parts)) {
            watcher.parts = parts;
        }
    }

    /** The figures by the keys under which pages show them. */
    static JsonObject figures(Tallies tallies, String today) {
        var figures = new JsonObject().put("entries", Format.number(tallies.participations()))
                .put("participants", Format.number(tallies.participants()))
                .put("today", Format.number(tallies.byDay().getOrDefault(today, 0L)));
        tallies.byChannel().forEach((code, n) -> figures.put("channel." + code, Format.number(n)));
        Map<String, Long> now = tallies.byDayAndChannel().entrySet().stream()
                .filter(one -> one.getKey().startsWith(today + '/')).collect(Collectors.toMap(
                        one -> one.getKey().substring(today.length() + 1), Map.Entry::getValue));
        now.forEach((code, n) -> figures.put("channel." + code + ".today", Format.number(n)));
        return figures;
    }
}
