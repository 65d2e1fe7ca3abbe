package org.pufa.outreach.kiosk;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.pufa.db.Tx;
import org.pufa.kernel.Slug;
import org.pufa.kernel.Window;

/** The rows of kiosks and of who began there. */
final class KioskStore {

    private static final String ADD = """
            insert into kiosk (code, slug, channel, title, place, unit, opens_at, closes_at, created_by, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)""";
    private static final String KIOSK = """
            select k.id, k.code, k.slug, k.channel, k.title, k.place, k.unit, k.opens_at, k.closes_at,
              (select count(*) from kiosk_person p where p.kiosk_id = k.id) as persons
            from kiosk k
            """;
    private static final String ALL = KIOSK + "where $1::text is null or k.unit = $1 order by k.opens_at desc, k.id desc limit 100";
    private static final String BY_CODE = KIOSK + "where k.code = $1";
    private static final String BY_ID = KIOSK + "where k.id = $1";
    private static final String BEGIN = "insert into kiosk_person (kiosk_id, began_at) values ($1, $2)";

    Future<Void> add(Tx tx, Kiosk kiosk, String actor, Instant now) {
        return tx.update(ADD, kiosk.code(), kiosk.slug().value(), kiosk.channel(), kiosk.title(), kiosk.place(),
                kiosk.unit().orElse(null), utc(kiosk.window().opens()), utc(kiosk.window().closes()), actor, utc(now))
                .mapEmpty();
    }

    Future<List<Kiosk>> all(Tx tx, Optional<String> unit) {
        return tx.list(ALL, KioskStore::kiosk, unit.orElse(null));
    }

    Future<Optional<Kiosk>> byCode(Tx tx, String code) {
        return tx.one(BY_CODE, KioskStore::kiosk, code);
    }

    Future<Optional<Kiosk>> byId(Tx tx, long id) {
        return tx.one(BY_ID, KioskStore::kiosk, id);
    }

    Future<Void> begin(Tx tx, long kiosk, Instant now) {
        return tx.update(BEGIN, kiosk, utc(now)).mapEmpty();
    }

    private static Kiosk kiosk(Row row) {
        return new Kiosk(row.getLong("id"), row.getString("code"), Slug.parse(row.getString("slug")).orElseThrow(),
                row.getString("channel"), row.getString("title"), row.getString("place"),
                Optional.ofNullable(row.getString("unit")), new Window(row.getOffsetDateTime("opens_at").toInstant(),
                row.getOffsetDateTime("closes_at").toInstant()), row.getLong("persons"));
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
