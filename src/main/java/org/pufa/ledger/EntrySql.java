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
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.Pseudonym;
import org.pufa.kernel.ReceiptCode;

/**
 * The statements that write the rows of a batch, on a connection of the lane's own: they are sent one behind the other
 * without waiting, which saves a round trip for each. Where every submission is new, that is a whole transaction in one
 * go; {@link ChainSql} has its beginning and its end.
 */
final class EntrySql {

    private static final String INSERT_ENTRIES = """
            insert into entry (campaign_id, participant, slot, attempt, channel, accepted_at, lane, height)
            select $1, participant, slot, attempt, channel, accepted_at, $2, $3
            from unnest($4::uuid[], $5::int[], $6::bigint[], $7::text[], $8::timestamptz[])
                 as u(participant, slot, attempt, channel, accepted_at)""";
    private static final String INSERT_NEW_ENTRIES = INSERT_ENTRIES + """

            on conflict do nothing
            returning participant, slot, attempt""";
    private static final String INSERT_SHEETS = """
            insert into sheet (campaign_id, number, body, score, nonce, hour)
            select $1, number, body, score, nonce, $2
            from unnest($3::bigint[], $4::text[], $5::int[], $6::bytea[]) as u(number, body, score, nonce)""";
    private static final String COUNT_NEW_PARTICIPANTS = """
            with added as (
              insert into participant (campaign_id, participant)
              select $1, participant from unnest($3::uuid[]) as u(participant)
              on conflict do nothing returning 1)
            insert into tally (campaign_id, dimension, key, lane, n)
            select $1, 'participants', '', $2, count(*) from added having count(*) > 0
            on conflict (campaign_id, dimension, key, lane) do update set n = tally.n + excluded.n""";
    private static final String ADD_TO_TALLIES = """
            insert into tally (campaign_id, dimension, key, lane, n)
            select $1, dimension, key, $2, n from unnest($3::text[], $4::text[], $5::bigint[]) as u(dimension, key, n)
            on conflict (campaign_id, dimension, key, lane) do update set n = tally.n + excluded.n""";
    private static final String IN_THE_WAY = """
            select participant, slot, attempt from entry
            where campaign_id = $1 and (attempt = any($2::bigint[]) or participant = any($3::uuid[]))""";

    static final Comparator<Pseudonym> BY_VALUE = Comparator.comparing(Pseudonym::value);
    private static final Comparator<Submission> BY_PARTICIPANT =
            Comparator.comparing(Submission::participant, BY_VALUE);

    private EntrySql() {
    }

    /** An entry that is in the database, as far as it can be in another's way. */
    record Stored(Pseudonym participant, int slot, ReceiptCode receipt) {

        private static Stored of(Row row) {
            return new Stored(new Pseudonym(row.getUUID(0)), row.getInteger(1), new ReceiptCode(row.getLong(2)));
        }
    }

    static Future<Void> insertEntries(SqlConnection connection, int lane, int height, List<Submission> batch) {
        return connection.preparedQuery(INSERT_ENTRIES).execute(entries(lane, height, batch)).mapEmpty();
    }

    /** Inserts those that are in nobody's way and tells which they are. */
    static Future<Set<Stored>> insertNewEntries(SqlConnection connection, int lane, int height,
            List<Submission> batch) {
        return connection.preparedQuery(INSERT_NEW_ENTRIES).execute(entries(lane, height, batch))
                .map(rows -> new HashSet<>(collect(rows, Stored::of)));
    }

    /** In the order of participants: two writers never wait for each other, and who came first is not to be seen. */
    private static Tuple entries(int lane, int height, List<Submission> unsorted) {
        var batch = new ArrayList<>(unsorted);
        batch.sort(BY_PARTICIPANT);
        int n = batch.size();
        var participants = new UUID[n];
        var slots = new Integer[n];
        var attempts = new Long[n];
        var channels = new String[n];
        var times = new OffsetDateTime[n];
        for (int i = 0; i < n; i++) {
            Submission one = batch.get(i);
            participants[i] = one.participant().value();
            slots[i] = one.slot();
            attempts[i] = one.attempt().value();
            channels[i] = one.channel();
            times[i] = utc(one.book().keptTime(one.arrived()));
        }
        return Tuple.of(campaign(batch).value(), (short) lane, height, participants, slots, attempts)
                .addArrayOfString(channels).addArrayOfOffsetDateTime(times);
    }

    static Future<Void> insertSheets(SqlConnection connection, CampaignId campaign, Instant hour, List<Sheet> sheets) {
        int n = sheets.size();
        var numbers = new Long[n];
        var bodies = new String[n];
        var scores = new Integer[n];
        var nonces = new Buffer[n];
        for (int i = 0; i < n; i++) {
            Sheet sheet = sheets.get(i);
            numbers[i] = sheet.number();
            bodies[i] = sheet.body();
            scores[i] = sheet.score();
            nonces[i] = Buffer.buffer(sheet.nonce());
        }
        return connection.preparedQuery(INSERT_SHEETS)
                .execute(Tuple.of(campaign.value(), hour == null ? null : utc(hour), numbers).addArrayOfString(bodies)
                        .addArrayOfInteger(scores).addArrayOfBuffer(nonces)).mapEmpty();
    }

    /** @param distinct each participant once */
    static Future<Void> countNewParticipants(SqlConnection connection, Block.Chain chain, List<Pseudonym> distinct) {
        return connection.preparedQuery(COUNT_NEW_PARTICIPANTS).execute(Tuple.of(chain.campaign().value(),
                (short) chain.lane(), distinct.stream().map(Pseudonym::value).toArray(UUID[]::new))).mapEmpty();
    }

    /** @param sums in the order of their keys, so that two writers never lock the same rows crosswise */
    static Future<Void> addToTallies(SqlConnection connection, Block.Chain chain, Map<Count, Long> sums) {
        int n = sums.size();
        var dimensions = new String[n];
        var keys = new String[n];
        var numbers = new Long[n];
        int i = 0;
        for (Map.Entry<Count, Long> sum : sums.entrySet()) {
            dimensions[i] = sum.getKey().dimension();
            keys[i] = sum.getKey().key();
            numbers[i++] = sum.getValue();
        }
        return connection.preparedQuery(ADD_TO_TALLIES).execute(Tuple.of(chain.campaign().value(),
                (short) chain.lane()).addArrayOfString(dimensions).addArrayOfString(keys).addArrayOfLong(numbers))
                .mapEmpty();
    }

    static Future<List<Stored>> inTheWayOf(SqlConnection connection, List<Submission> batch) {
        var attempts = batch.stream().map(one -> one.attempt().value()).toArray(Long[]::new);
        var participants = batch.stream().map(one -> one.participant().value()).toArray(UUID[]::new);
        return connection.preparedQuery(IN_THE_WAY)
                .execute(Tuple.of(campaign(batch).value(), attempts, participants))
                .map(rows -> collect(rows, Stored::of));
    }

    private static CampaignId campaign(List<Submission> batch) {
        return batch.get(0).book().campaign();
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
