package org.pufa.ledger;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.Pseudonym;
import org.pufa.kernel.ReceiptCode;

/** How entries become values of a statement, and the statements that place them one by one. */
final class EntrySql {

    private static final String INSERT_NEW_ENTRIES = """
            insert into entry (campaign_id, lane, height, participant, slot, attempt, channel, accepted_at,
                               body, score, nonce, words)
            select $1, $2, $3, participant, slot, attempt, channel, accepted_at, body, score, nonce, words
            from unnest($4::uuid[], $5::int[], $6::bigint[], $7::text[], $8::timestamptz[],
                        $9::text[], $10::int[], $11::bytea[], $12::bytea[])
                 as u(participant, slot, attempt, channel, accepted_at, body, score, nonce, words)
            on conflict do nothing
            returning participant, slot, attempt""";
    private static final String IN_THE_WAY = """
            select participant, slot, attempt from entry
            where campaign_id = $1 and (attempt = any($2::bigint[]) or participant = any($3::uuid[]))""";

    private static final Buffer[] NONE = new Buffer[0];
    static final Comparator<Pseudonym> BY_VALUE = Comparator.comparing(Pseudonym::value);
    private static final Comparator<NewEntry> BY_PARTICIPANT =
            Comparator.comparing(one -> one.submission().participant().value());

    private EntrySql() {
    }

    /** An entry that is in the database, as far as it can be in another's way. */
    record Stored(Pseudonym participant, int slot, ReceiptCode receipt) {

        private static Stored of(Row row) {
            return new Stored(new Pseudonym(row.getUUID(0)), row.getInteger(1), new ReceiptCode(row.getLong(2)));
        }
    }

    /** Inserts those that are in nobody's way and tells which they are. */
    static Future<Set<Stored>> insertNewEntries(SqlConnection connection, int lane, int height,
            List<NewEntry> batch) {
        Tuple values = Tuple.of(campaign(batch).value(), (short) lane, height);
        addTo(values, batch);
        return connection.preparedQuery(INSERT_NEW_ENTRIES).execute(values)
                .map(rows -> new HashSet<>(collect(rows, Stored::of)));
    }

    /**
     * Adds the entries as nine arrays, those of a sheet empty where it lies apart. In the order of participants: two
     * writers never wait for each other, and who came first is not to be seen.
     */
    static void addTo(Tuple values, List<NewEntry> unsorted) {
        var batch = new ArrayList<>(unsorted);
        batch.sort(BY_PARTICIPANT);
        int n = batch.size();
        var participants = new UUID[n];
        var slots = new Integer[n];
        var attempts = new Long[n];
        var channels = new String[n];
        var times = new OffsetDateTime[n];
        for (int i = 0; i < n; i++) {
            Submission one = batch.get(i).submission();
            participants[i] = one.participant().value();
            slots[i] = one.slot();
            attempts[i] = one.attempt().value();
            channels[i] = one.channel();
            times[i] = utc(one.book().keptTime(one.arrived()));
        }
        values.addArrayOfUUID(participants).addArrayOfInteger(slots).addArrayOfLong(attempts)
                .addArrayOfString(channels).addArrayOfOffsetDateTime(times);
        addSheets(values, batch);
    }

    private static void addSheets(Tuple values, List<NewEntry> batch) {
        int n = batch.get(0).submission().book().linked() ? batch.size() : 0;
        var bodies = new String[n];
        var scores = new Integer[n];
        var nonces = new Buffer[n];
        for (int i = 0; i < n; i++) {
            Sheet sheet = batch.get(i).sheet();
            bodies[i] = sheet.body();
            scores[i] = sheet.score();
            nonces[i] = Buffer.buffer(sheet.nonce());
        }
        values.addArrayOfString(bodies).addArrayOfInteger(scores).addArrayOfBuffer(nonces)
                .addArrayOfBuffer(n == 0 ? NONE : words(batch.stream().map(NewEntry::sheet).toList()));
    }

    /** The words of the sheets, in their order; no array to speak of where nobody wrote any, as in most campaigns. */
    static Buffer[] words(List<Sheet> sheets) {
        return sheets.stream().noneMatch(sheet -> sheet.words() != null) ? NONE : sheets.stream().map(sheet ->
                sheet.words() == null ? null : Buffer.buffer(sheet.words())).toArray(Buffer[]::new);
    }

    static Future<List<Stored>> inTheWayOf(SqlConnection connection, List<Submission> batch) {
        var attempts = batch.stream().map(one -> one.attempt().value()).toArray(Long[]::new);
        var participants = batch.stream().map(one -> one.participant().value()).toArray(UUID[]::new);
        return connection.preparedQuery(IN_THE_WAY)
                .execute(Tuple.of(batch.get(0).book().campaign().value(), attempts, participants))
                .map(rows -> collect(rows, Stored::of));
    }

    private static CampaignId campaign(List<NewEntry> batch) {
        return batch.get(0).submission().book().campaign();
    }

    private static <T> List<T> collect(RowSet<Row> rows, Function<Row, T> mapper) {
        var list = new ArrayList<T>(rows.size());
        rows.forEach(row -> list.add(mapper.apply(row)));
        return list;
    }

    static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
