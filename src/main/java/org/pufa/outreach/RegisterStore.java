package org.pufa.outreach;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pufa.db.Tx;

/** The rows of records, their revisions, figures and decisions. */
final class RegisterStore {

    private static final String ADD = """
            insert into outreach (client_key, sent_hash, unit, revision, created_by, created_at)
            values ($1, $2, $3, 1, $4, $5) on conflict (client_key) do nothing returning id""";
    private static final String BY_KEY = "select id, sent_hash, created_by from outreach where client_key = $1";
    private static final String LOCK = "select revision from outreach where id = $1 for no key update";
    private static final String MOVE_ON = "update outreach set revision = $2 where id = $1";
    private static final String ADD_REVISION = """
            insert into outreach_revision (outreach_id, number, withdrawn, kind, title, starts_on, ends_on, place,
              district, laws, audiences, partners, campaigns, notes, via, source, assured, reason, entered_by, entered_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)""";
    private static final String ADD_FIGURE = """
            insert into outreach_figure (outreach_id, revision, position, measure, amount, counted, title_id, gathering_id)
            values ($1, $2, $3, $4, $5, $6, $7, $8)""";
    private static final String DECIDE = """
            insert into outreach_decision (outreach_id, revision, entered_by, confirmed, note, decided_by, decided_at)
            values ($1, $2, $3, $4, $5, $6, $7)""";
    private static final String FIND = "select id, unit, created_by, created_at from outreach where id = $1";
    private static final String REVISIONS = """
            select r.number, r.withdrawn, r.kind, r.title, r.starts_on, r.ends_on, r.place, r.district, r.laws,
              r.audiences, r.partners, r.campaigns, r.notes, r.via, r.source, r.assured, r.reason, r.entered_by,
              r.entered_at, d.confirmed, d.note, d.decided_by, d.decided_at
            from outreach_revision r
            left join outreach_decision d on d.outreach_id = r.outreach_id and d.revision = r.number
            where r.outreach_id = $1 order by r.number desc""";
    private static final String FIGURES = """
            select revision, measure, amount, counted, title_id, gathering_id from outreach_figure where outreach_id = $1
            order by revision, position""";
    private static final String LOCK_GATHERING = "select id from gathering where id = $1 for no key update";
    private static final String COUNTED_IN = """
            select o.id from outreach o join outreach_revision r on r.outreach_id = o.id and r.number = o.revision
            join outreach_figure f on f.outreach_id = o.id and f.revision = o.revision
            where f.gathering_id = $1 and o.id <> $2 and not r.withdrawn limit 1""";
    private static final String UNIT_OF = "select unit from outreach where id = $1";
    private static final String ASSIGN = "update outreach set unit = $2 where id = $1";

    /** The id of the new record, or nothing when there is one of that key. */
    Future<Optional<Long>> add(Tx tx, Submission sent, String actor, Instant now) {
        return tx.one(ADD, row -> row.getLong(0), sent.clientKey(), Buffer.buffer(sent.hash()),
                sent.unit().orElse(null), actor, StockStore.utc(now));
    }

    /** What there is under a key. */
    record Known(long id, byte[] hash, String createdBy) {

        boolean isSame(Submission sent) {
            return Arrays.equals(hash, sent.hash());
        }
    }

    Future<Optional<Known>> byKey(Tx tx, UUID key) {
        return tx.one(BY_KEY, row -> new Known(row.getLong(0), row.getBuffer(1).getBytes(), row.getString(2)), key);
    }

    /** The number of its current revision; keeps others from changing it until the transaction ends. */
    Future<Optional<Integer>> lock(Tx tx, long id) {
        return tx.one(LOCK, row -> row.getInteger(0), id);
    }

    Future<Void> moveOn(Tx tx, long id, int revision) {
        return tx.update(MOVE_ON, id, revision).mapEmpty();
    }

    Future<Void> add(Tx tx, long id, Revision revision) {
        Activity is = revision.activity();
        return tx.update(ADD_REVISION, id, revision.number(), revision.withdrawn(), is.kind().code(), is.title(),
                is.starts(), is.ends(), is.place(), is.district(), array(is.laws()), array(is.audiences()),
                array(is.partners()), array(is.campaigns()), is.notes(), revision.origin().via(),
                revision.origin().source(), revision.origin().assured(), revision.reason(), revision.enteredBy(),
                StockStore.utc(revision.enteredAt()))
                .compose(added -> tx.batch(ADD_FIGURE, figures(id, revision)));
    }

    private static List<Tuple> figures(long id, Revision revision) {
        var rows = new ArrayList<Tuple>();
        for (Figure figure : revision.activity().figures()) {
            rows.add(Tuple.of(id, revision.number(), rows.size() + 1, figure.measure().code(), figure.amount(),
                    figure.counted().code(), figure.title().orElse(null), figure.gathering().orElse(null)));
        }
        return rows;
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }

    Future<Void> decide(Tx tx, long id, Revision revision, Decision decision) {
        return tx.update(DECIDE, id, revision.number(), revision.enteredBy(), decision.confirmed(), decision.note(),
                decision.by(), StockStore.utc(decision.at())).mapEmpty();
    }

    Future<Optional<Outreach>> find(Tx tx, Catalogue catalogue, long id) {
        return tx.one(FIND, row -> row, id).compose(found -> found.isEmpty() ? Future.succeededFuture(Optional.empty())
                : figures(tx, catalogue, id).compose(figures ->
                        tx.list(REVISIONS, row -> revision(row, catalogue, figures), id).map(revisions ->
                                Optional.of(outreach(found.get(), revisions)))));
    }

    private static Outreach outreach(Row row, List<Revision> revisions) {
        return new Outreach(row.getLong("id"), Optional.ofNullable(row.getString("unit")), row.getString("created_by"),
                row.getOffsetDateTime("created_at").toInstant(), revisions);
    }

    private static Future<Map<Integer, List<Figure>>> figures(Tx tx, Catalogue catalogue, long id) {
        var all = new HashMap<Integer, List<Figure>>();
        return tx.list(FIGURES, row -> all.computeIfAbsent(row.getInteger("revision"), number -> new ArrayList<>())
                .add(figure(row, catalogue)), id).map(read -> all);
    }

    static Figure figure(Row row, Catalogue catalogue) {
        return new Figure(catalogue.measure(row.getString("measure")).orElseThrow(), row.getLong("amount"),
                Counted.parse(row.getString("counted")).orElseThrow(), Optional.ofNullable(row.getLong("title_id")),
                Optional.ofNullable(row.getLong("gathering_id")));
    }

    private static Revision revision(Row row, Catalogue catalogue, Map<Integer, List<Figure>> figures) {
        int number = row.getInteger("number");
        var activity = new Activity(catalogue.kind(row.getString("kind")).orElseThrow(), row.getString("title"),
                row.getLocalDate("starts_on"), row.getLocalDate("ends_on"), row.getString("place"),
                row.getString("district"), CatalogueStore.texts(row, "laws"), CatalogueStore.texts(row, "audiences"),
                CatalogueStore.texts(row, "partners"), CatalogueStore.texts(row, "campaigns"), row.getString("notes"),
                figures.getOrDefault(number, List.of()));
        return new Revision(number, row.getBoolean("withdrawn"), activity, new Revision.Origin(row.getString("via"),
                row.getString("source"), row.getBoolean("assured")), row.getString("reason"),
                row.getString("entered_by"), row.getOffsetDateTime("entered_at").toInstant(), decision(row));
    }

    private static Optional<Decision> decision(Row row) {
        return row.getBoolean("confirmed") == null ? Optional.empty() : Optional.of(new Decision(
                row.getBoolean("confirmed"), row.getString("note"), row.getString("decided_by"),
                row.getOffsetDateTime("decided_at").toInstant()));
    }

    /** The id of another record that counts the same sign-in; keeps others from counting it until the transaction ends. */
    Future<Optional<Long>> countedIn(Tx tx, long gathering, long except) {
        return tx.one(LOCK_GATHERING, row -> row, gathering)
                .compose(locked -> tx.one(COUNTED_IN, row -> row.getLong(0), gathering, except));
    }

    Future<Optional<Optional<String>>> unitOf(Tx tx, long id) {
        return tx.one(UNIT_OF, row -> Optional.ofNullable(row.getString(0)), id);
    }

    Future<Void> assign(Tx tx, long id, Optional<String> unit) {
        return tx.update(ASSIGN, id, unit.orElse(null)).mapEmpty();
    }
}
