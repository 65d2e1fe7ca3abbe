package org.pufa.settings;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pufa.db.Tx;

/** The rows of settings, and the logo. */
final class SettingStore {

    static final String NOTIFICATIONS = "pufa_settings";

    private static final String ALL = "select name, value, changed_by, changed_at from setting";
    private static final String LOCK = "lock table setting in share row exclusive mode";
    private static final String PUT = """
            insert into setting (name, value, changed_by, changed_at) values ($1, $2, $3, $4)
            on conflict (name) do update set value = excluded.value, changed_by = excluded.changed_by,
              changed_at = excluded.changed_at""";
    private static final String LOGO = "select type, width, height, picture from site_logo";
    private static final String PUT_LOGO = """
            insert into site_logo (type, width, height, picture, changed_by, changed_at)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (one) do update set type = excluded.type, width = excluded.width, height = excluded.height,
              picture = excluded.picture, changed_by = excluded.changed_by, changed_at = excluded.changed_at""";
    private static final String DROP_LOGO = "delete from site_logo";
    private static final String NOTIFY = "select pg_notify('" + NOTIFICATIONS + "', '')::text";

    /** Everything that was changed, by name. */
    Future<Map<String, Stored>> all(Tx tx) {
        return tx.list(ALL, row -> new Stored(row.getString(0), row.getString(1), row.getString(2),
                        row.get(OffsetDateTime.class, 3).toInstant()))
                .map(rows -> rows.stream().collect(Collectors.toUnmodifiableMap(Stored::name, row -> row)));
    }

    /** Nobody else changes settings before the transaction ends. */
    Future<Void> lock(Tx tx) {
        return tx.update(LOCK).mapEmpty();
    }

    Future<Void> put(Tx tx, String name, String value, String actor, Instant now) {
        return tx.update(PUT, name, value, actor, utc(now)).mapEmpty();
    }

    Future<Optional<Logo>> logo(Tx tx) {
        return tx.one(LOGO, row -> new Logo(row.getString(0), row.getInteger(1), row.getInteger(2),
                row.getBuffer(3).getBytes()));
    }

    Future<Void> putLogo(Tx tx, Logo logo, String actor, Instant now) {
        return tx.update(PUT_LOGO, logo.type(), logo.width(), logo.height(), Buffer.buffer(logo.picture()), actor,
                utc(now)).mapEmpty();
    }

    Future<Void> dropLogo(Tx tx) {
        return tx.update(DROP_LOGO).mapEmpty();
    }

    /** Has all nodes read the settings anew once the transaction commits. */
    Future<Void> tellOthers(Tx tx) {
        return tx.one(NOTIFY, row -> row).mapEmpty();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
