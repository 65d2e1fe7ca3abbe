package org.pufa.outreach.signin;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.pufa.audit.AuditLog;
import org.pufa.db.Tx;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.Hmac;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Pseudonym;
import org.pufa.kernel.Window;
import org.pufa.staff.Holdings;

/** Gatherings and their sessions: made by staff, signed in at by anyone with a phone, once for each device. */
public final class Gatherings implements Holdings {

    /** The part of a path that names one. */
    public static final String GATHERING = "gathering";
    /** Where staff find them. */
    public static final String PATH = "/console/outreach/gatherings";
    static final int MOST_SESSIONS = 60;
    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int CODE_LENGTH = 8;
    private static final int KEY_BYTES = 32;

    private final AuditLog audit;
    private final SecureRandom random;
    private final Clock clock;
    private final GatheringStore store = new GatheringStore();

    public Gatherings(AuditLog audit, SecureRandom random, Clock clock) {
        this.audit = Objects.requireNonNull(audit);
        this.random = Objects.requireNonNull(random);
        this.clock = Objects.requireNonNull(clock);
    }

    /** What staff said of a new gathering. @param after slug of what is offered afterwards */
    public record Plan(String title, String place, Optional<String> unit, Optional<String> after) {
    }

    /** The id of a new gathering with its first session. */
    public Future<Long> add(Tx tx, Plan plan, String label, Window window, String actor) {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return store.add(tx, plan.title(), plan.place(), plan.unit(), plan.after(), key, actor, clock.instant())
                .compose(id -> store.addSession(tx, id, code(), label, window, actor)
                        .compose(added -> audit.record(tx, actor, "outreach.gathering", Long.toString(id),
                                Map.of("title", plan.title()))).map(id));
    }

    private String code() {
        var code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** One more session. Fails with CONFLICT when there are too many. */
    public Future<Void> addSession(Tx tx, long gathering, String label, Window window, String actor) {
        return get(tx, gathering).compose(found -> {
            if (found.sessions().size() >= MOST_SESSIONS) {
                throw Problem.conflict("outreach.signin.many", MOST_SESSIONS);
            }
            return store.addSession(tx, gathering, code(), label, window, actor);
        }).compose(added -> audit.record(tx, actor, "outreach.session", Long.toString(gathering), Map.of("name", label)));
    }

    /** Fails with NOT_FOUND. */
    public Future<Gathering> get(Tx tx, long id) {
        return store.find(tx, id).map(found -> found.orElseThrow(() -> unknown(Long.toString(id))));
    }

    /** The latest ones of one unit; of all when none is named. */
    public Future<List<Gathering>> all(Tx tx, Optional<String> unit) {
        return store.all(tx, unit);
    }

    /**
     * Notes people on a sheet of paper. Fails with NOT_FOUND.
     *
     * @param amount negative with a note where an earlier number is corrected
     */
    public Future<Void> type(Tx tx, long gathering, int session, int amount, String note, String actor) {
        return store.type(tx, gathering, session, amount, note, actor, clock.instant()).compose(typed -> typed
                ? audit.record(tx, actor, "outreach.sheet", Long.toString(gathering), Map.of("amount", amount, "reason",
                        note)) : Future.failedFuture(unknown(Long.toString(gathering))));
    }

    /**
     * A session as its page shows it.
     *
     * @param window when people can sign in
     * @param after slug of what is offered afterwards
     * @param signed when this device signed in
     */
    record Seen(String title, String place, String label, Window window, Optional<String> after, Optional<Instant> signed) {
    }

    /** @param identity of the device, if it is known. Fails with NOT_FOUND */
    Future<Seen> look(Tx tx, String code, Optional<byte[]> identity) {
        return door(tx, code).compose(door -> signed(tx, code, door, identity).map(signed -> new Seen(door.title(),
                door.place(), door.label(), door.window(), door.after(), signed)));
    }

    private Future<GatheringStore.Door> door(Tx tx, String code) {
        return store.door(tx, code).map(found -> found.orElseThrow(() -> Problem.notFound("outreach.signin.unknown")));
    }

    private Future<Optional<Instant>> signed(Tx tx, String code, GatheringStore.Door door, Optional<byte[]> identity) {
        return identity.isEmpty() ? Future.succeededFuture(Optional.empty())
                : store.signed(tx, code, pseudonym(door, identity.get()));
    }

    private static UUID pseudonym(GatheringStore.Door door, byte[] identity) {
        return Pseudonym.ofHash(new Hmac(door.key()).of("gathering".getBytes(StandardCharsets.US_ASCII), identity)).value();
    }

    /** Signs a device in, once. Fails with NOT_FOUND, or with FORBIDDEN outside the session's time. */
    Future<Void> sign(Tx tx, String code, byte[] identity) {
        Instant now = clock.instant();
        return door(tx, code).compose(door -> {
            if (!door.window().contains(now)) {
                throw Problem.forbidden(door.window().isBefore(now) ? "outreach.signin.early" : "outreach.signin.late")
                        .with("next", "/s/" + code);
            }
            return store.sign(tx, code, pseudonym(door, identity), now);
        });
    }

    @Override
    public String parameter() {
        return GATHERING;
    }

    @Override
    public String labelKey() {
        return "outreach.signin.holdings";
    }

    @Override
    public Future<Optional<Optional<String>>> unitOf(Tx tx, String id) {
        return id.matches("[1-9]\\d{0,17}") ? store.unitOf(tx, Long.parseLong(id))
                : Future.succeededFuture(Optional.empty());
    }

    @Override
    public Problem unknown(String id) {
        return Problem.notFound("outreach.signin.none", id);
    }

    @Override
    public Future<Void> assign(Tx tx, String id, Optional<String> unit) {
        return store.assign(tx, Long.parseLong(id), unit);
    }

    @Override
    public Future<List<Holding>> all(Tx tx) {
        return store.all(tx, Optional.empty()).map(all -> all.stream().map(one -> new Holding(Long.toString(one.id()),
                LocalText.of(one.title()), PATH + '/' + one.id(), one.unit())).toList());
    }
}
