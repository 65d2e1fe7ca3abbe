package org.pufa.outreach;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.pufa.db.Tx;

/** The rows of titles and of their movements. */
final class StockStore {

    private static final String TITLE = "select id, name, measure, unit, received, handed_out from outreach_title ";
    private static final String ALL = TITLE + "where $1::text is null or unit = $1 order by measure, name, id";
    private static final String FIND = TITLE + "where id = $1";
    /** Figures that refer to the title hold its key, which stays free here. */
    private static final String LOCK = FIND + " for no key update";
    private static final String ADD = """
            insert into outreach_title (name, measure, unit, created_by, created_at) values ($1, $2, $3, $4, $5)
            on conflict do nothing returning id""";
    private static final String MOVE = """
            insert into outreach_movement (title_id, direction, amount, outreach_id, revision, note, moved_on, noted_by,
              noted_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)""";
    private static final String MOVEMENTS = """
            select direction, amount, outreach_id, note, moved_on, noted_by, noted_at from outreach_movement
            where title_id = $1 order by id desc""";
    private static final String UNIT_OF = "select unit from outreach_title where id = $1";
    private static final String ASSIGN = "update outreach_title set unit = $2 where id = $1";

    Future<List<Title>> all(Tx tx, Catalogue catalogue, Optional<String> unit) {
        return tx.list(ALL, row -> title(row, catalogue), unit.orElse(null));
    }

    Future<Optional<Title>> find(Tx tx, Catalogue catalogue, long id, boolean locked) {
        return tx.one(locked ? LOCK : FIND, row -> title(row, catalogue), id);
    }

    /** The id of the new title, or nothing when the unit has one of that name. */
    Future<Optional<Long>> add(Tx tx, String name, Measure measure, Optional<String> unit, String actor, Instant now) {
        return tx.one(ADD, row -> row.getLong(0), name, measure.code(), unit.orElse(null), actor, utc(now));
    }

    Future<Void> receive(Tx tx, long title, long amount, LocalDate day, String note, String actor, Instant now) {
        return tx.update(MOVE, title, "in", amount, null, null, note, day, actor, utc(now)).mapEmpty();
    }

    Future<Void> handOut(Tx tx, long title, long amount, long outreach, int revision, LocalDate day, String actor,
            Instant now) {
        return tx.update(MOVE, title, "out", amount, outreach, revision, "", day, actor, utc(now)).mapEmpty();
    }

    Future<List<Movement>> movements(Tx tx, long title) {
        return tx.list(MOVEMENTS, row -> new Movement(row.getString("direction").equals("in"), row.getLong("amount"),
                Optional.ofNullable(row.getLong("outreach_id")), row.getString("note"), row.getLocalDate("moved_on"),
                row.getString("noted_by"), row.getOffsetDateTime("noted_at").toInstant()), title);
    }

    Future<Optional<Optional<String>>> unitOf(Tx tx, long title) {
        return tx.one(UNIT_OF, row -> Optional.ofNullable(row.getString(0)), title);
    }

    Future<Void> assign(Tx tx, long title, Optional<String> unit) {
        return tx.update(ASSIGN, title, unit.orElse(null)).mapEmpty();
    }

    private static Title title(Row row, Catalogue catalogue) {
        return new Title(row.getLong("id"), row.getString("name"), catalogue.measure(row.getString("measure"))
                .orElseThrow(), Optional.ofNullable(row.getString("unit")), row.getLong("received"),
                row.getLong("handed_out"));
    }

    static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
