package org.pufa.outreach.signin;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pufa.db.Tx;
import org.pufa.kernel.Window;
import org.pufa.outreach.signin.Gathering.Session;

/** The rows of gatherings, their sessions and who signed in. */
final class GatheringStore {

    private static final String ADD = """
            insert into gathering (title, place, unit, after_slug, key, created_by, created_at)
            values ($1, $2, $3, $4, $5, $6, $7) returning id""";
    private static final String ADD_SESSION = """
            insert into gathering_session (gathering_id, number, code, label, opens_at, closes_at, created_by)
            select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6 from gathering_session where gathering_id = $1""";
    private static final String LOCK = "select id from gathering where id = $1 for no key update";
    private static final String GATHERING = """
            select g.id, g.title, g.place, g.unit, g.after_slug, g.created_by,
              (select count(distinct p.who) from gathering_presence p where p.gathering_id = g.id) as heads
            from gathering g
            """;
    private static final String FIND = GATHERING + "where g.id = $1";
    private static final String ALL = GATHERING + "where $1::text is null or g.unit = $1 order by g.id desc limit 200";
    private static final String SESSIONS = """
            select s.id, s.number, s.code, s.label, s.opens_at, s.closes_at,
              (select count(*) from gathering_presence p where p.session_id = s.id) as signed,
              (select coalesce(sum(t.amount), 0)::bigint from gathering_sheet t where t.session_id = s.id) as typed
            from gathering_session s where s.gathering_id = $1 order by s.number""";
    private static final String DOOR = """
            select g.id, g.title, g.place, g.after_slug, g.key, s.id as session, s.label, s.opens_at, s.closes_at
            from gathering_session s join gathering g on g.id = s.gathering_id where s.code = $1""";
    private static final String SIGN = """
            insert into gathering_presence (gathering_id, session_id, who, signed_at)
            select gathering_id, id, $2, $3 from gathering_session
            where code = $1 and opens_at <= $3 and closes_at > $3 on conflict do nothing""";
    private static final String SIGNED = """
            select p.signed_at from gathering_presence p join gathering_session s on s.id = p.session_id
              and s.gathering_id = p.gathering_id where s.code = $1 and p.who = $2""";
    private static final String TYPE = """
            insert into gathering_sheet (session_id, amount, note, typed_by, typed_at)
            select id, $3, $4, $5, $6 from gathering_session where gathering_id = $1 and number = $2""";
    private static final String UNIT_OF = "select unit from gathering where id = $1";
    private static final String ASSIGN = "update gathering set unit = $2 where id = $1";

    /** What a session's page needs. @param key under which devices are hashed */
    record Door(long gathering, String title, String place, Optional<String> after, byte[] key, long session, String label,
            Window window) {
    }

    Future<Long> add(Tx tx, String title, String place, Optional<String> unit, Optional<String> after, byte[] key,
            String actor, Instant now) {
        return tx.get(ADD, row -> row.getLong(0), title, place, unit.orElse(null), after.orElse(null),
                Buffer.buffer(key), actor, utc(now));
    }

    /** The row of the gathering is locked, so that two new sessions get two numbers. */
    Future<Void> addSession(Tx tx, long gathering, String code, String label, Window window, String actor) {
        return tx.one(LOCK, row -> row, gathering).compose(locked -> tx.update(ADD_SESSION, gathering, code, label,
                utc(window.opens()), utc(window.closes()), actor)).mapEmpty();
    }

    Future<Optional<Gathering>> find(Tx tx, long id) {
        return tx.one(FIND, row -> row, id).compose(found -> found.isEmpty() ? Future.succeededFuture(Optional.empty())
                : sessions(tx, id).map(sessions -> Optional.of(gathering(found.get(), sessions))));
    }

    Future<List<Gathering>> all(Tx tx, Optional<String> unit) {
        return tx.list(ALL, row -> row, unit.orElse(null)).compose(rows -> {
            Future<List<Gathering>> all = Future.succeededFuture(new ArrayList<>());
            for (Row row : rows) {
                all = all.compose(found -> sessions(tx, row.getLong("id")).map(sessions -> {
                    found.add(gathering(row, sessions));
                    return found;
                }));
            }
            return all;
        });
    }

    private static Future<List<Session>> sessions(Tx tx, long gathering) {
        return tx.list(SESSIONS, row -> new Session(row.getLong("id"), row.getInteger("number"), row.getString("code"),
                row.getString("label"), window(row), row.getLong("signed"), row.getLong("typed")), gathering);
    }

    private static Gathering gathering(Row row, List<Session> sessions) {
        return new Gathering(row.getLong("id"), row.getString("title"), row.getString("place"),
                Optional.ofNullable(row.getString("unit")), Optional.ofNullable(row.getString("after_slug")),
                row.getString("created_by"), sessions, row.getLong("heads"));
    }

    private static Window window(Row row) {
        return new Window(row.getOffsetDateTime("opens_at").toInstant(), row.getOffsetDateTime("closes_at").toInstant());
    }

    Future<Optional<Door>> door(Tx tx, String code) {
        return tx.one(DOOR, row -> new Door(row.getLong("id"), row.getString("title"), row.getString("place"),
                Optional.ofNullable(row.getString("after_slug")), row.getBuffer("key").getBytes(), row.getLong("session"),
                row.getString("label"), window(row)), code);
    }

    /** Does nothing for a device that signed in before, or while the session is not open. */
    Future<Void> sign(Tx tx, String code, UUID who, Instant now) {
        return tx.update(SIGN, code, who, utc(now)).mapEmpty();
    }

    Future<Optional<Instant>> signed(Tx tx, String code, UUID who) {
        return tx.one(SIGNED, row -> row.getOffsetDateTime(0).toInstant(), code, who);
    }

    /** Whether there is such a session. */
    Future<Boolean> type(Tx tx, long gathering, int session, int amount, String note, String actor, Instant now) {
        return tx.update(TYPE, gathering, session, amount, note, actor, utc(now)).map(count -> count == 1);
    }

    Future<Optional<Optional<String>>> unitOf(Tx tx, long id) {
        return tx.one(UNIT_OF, row -> Optional.ofNullable(row.getString(0)), id);
    }

    Future<Void> assign(Tx tx, long id, Optional<String> unit) {
        return tx.update(ASSIGN, id, unit.orElse(null)).mapEmpty();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
