package org.pufa.staff;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pufa.audit.AuditLog;
import org.pufa.db.Tx;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.Problem;

/** The maintained list of units. */
public final class Units {

    private static final String ALL = "select code, name, name_en from unit order by code";
    private static final String FIND = "select code, name, name_en from unit where code = $1";
    private static final String ADD = """
            insert into unit (code, name, name_en, created_by, created_at) values ($1, $2, $3, $4, $5)
            on conflict (code) do nothing""";
    private static final String RENAME = "update unit set name = $2, name_en = $3 where code = $1";

    private final AuditLog audit;
    private final Clock clock;

    Units(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** By code. */
    public Future<List<Unit>> all(Tx tx) {
        return tx.list(ALL, Units::unit);
    }

    /** Fails with NOT_FOUND when there is none of that code. */
    public Future<Unit> get(Tx tx, String code) {
        return tx.one(FIND, Units::unit, code)
                .map(found -> found.orElseThrow(() -> Problem.notFound("staff.unit.unknown", code)));
    }

    /**
     * The unit that a form chose.
     *
     * @param code "" for none. Fails with NOT_FOUND for one that does not exist
     */
    public Future<Optional<String>> chosen(Tx tx, String code) {
        return code.isEmpty() ? Future.succeededFuture(Optional.empty())
                : get(tx, code).map(unit -> Optional.of(unit.code()));
    }

    /** Whether the code was free. */
    Future<Boolean> add(Tx tx, Unit unit, String actor) {
        return tx.update(ADD, unit.code(), unit.name().zh(), unit.name().en(), actor,
                AccountStore.utc(clock.instant())).compose(added -> added == 0 ? Future.succeededFuture(false)
                : record(tx, "unit.add", unit, actor).map(true));
    }

    Future<Void> rename(Tx tx, Unit unit, String actor) {
        return tx.update(RENAME, unit.code(), unit.name().zh(), unit.name().en())
                .compose(renamed -> record(tx, "unit.rename", unit, actor));
    }

    private Future<Void> record(Tx tx, String action, Unit unit, String actor) {
        return audit.record(tx, actor, action, unit.code(), Map.of("name", unit.name().zh()));
    }

    private static Unit unit(Row row) {
        return new Unit(row.getString(0), new LocalText(row.getString(1), row.getString(2)));
    }
}
