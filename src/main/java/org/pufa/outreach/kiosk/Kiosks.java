package org.pufa.outreach.kiosk;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pufa.audit.AuditLog;
import org.pufa.campaign.Campaigns;
import org.pufa.campaign.ChannelDesk;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Slug;
import org.pufa.kernel.Window;

/** Kiosks: each counts under a channel of its own in its campaign, so that assisted participations stand apart. */
public final class Kiosks {

    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int CODE_LENGTH = 8;
    private static final String CHANNEL = "kiosk-";
    private static final Pattern CODE = Pattern.compile(CHANNEL + '[' + LETTERS + "]{" + CODE_LENGTH + '}');

    private final Database database;
    private final ChannelDesk channels;
    private final Campaigns campaigns;
    private final AuditLog audit;
    private final SecureRandom random;
    private final Clock clock;
    private final KioskStore store = new KioskStore();

    public Kiosks(Database database, ChannelDesk channels, Campaigns campaigns, AuditLog audit, SecureRandom random,
            Clock clock) {
        this.database = Objects.requireNonNull(database);
        this.channels = Objects.requireNonNull(channels);
        this.campaigns = Objects.requireNonNull(campaigns);
        this.audit = Objects.requireNonNull(audit);
        this.random = Objects.requireNonNull(random);
        this.clock = Objects.requireNonNull(clock);
    }

    /** Whether a channel of that code belongs to a kiosk. */
    static boolean isChannel(String code) {
        return CODE.matcher(code).matches();
    }

    /** What staff said of a new kiosk. @param channelName what its channel is called in the counts */
    public record Plan(Slug slug, String title, String place, Optional<String> unit, Window window, String channelName) {
    }

    /** Makes a kiosk and its channel. Fails with INVALID when the campaign has a channel of that name. */
    public Future<Void> add(Plan plan, String actor) {
        String channel = CHANNEL + letters();
        String name = plan.channelName().replaceAll("[,，\\t\\n]", " ");
        return channels.add(plan.slug(), "kiosk", name + ',' + channel, actor).compose(added -> {
            if (!added.mistakes().isEmpty()) {
                throw Problem.invalid("outreach.invalid", List.of(Problem.FieldError.of("title",
                        added.mistakes().get(0).key(), added.mistakes().get(0).args().toArray())));
            }
            return database.inTx(tx -> store.add(tx, new Kiosk(0, letters(), plan.slug(), channel, plan.title(),
                            plan.place(), plan.unit(), plan.window(), 0), actor, clock.instant())
                    .compose(kept -> audit.record(tx, actor, "outreach.kiosk", plan.slug().value(),
                            Map.of("name", plan.title()))));
        }).compose(kept -> campaigns.renew(plan.slug()));
    }

    private String letters() {
        var letters = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }

    /** The latest ones of one unit; of all when none is named. */
    public Future<List<Kiosk>> all(Tx tx, Optional<String> unit) {
        return store.all(tx, unit);
    }

    Future<Optional<Kiosk>> byCode(Tx tx, String code) {
        return store.byCode(tx, code);
    }

    Future<Optional<Kiosk>> byId(Tx tx, long id) {
        return store.byId(tx, id);
    }

    /** Notes that somebody begins. */
    Future<Void> begin(Tx tx, Kiosk kiosk) {
        return store.begin(tx, kiosk.id(), clock.instant());
    }
}
