package org.pufa.ledger;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pufa.kernel.Pseudonym;

/**
 * The statement that writes a batch: entries, the sheets that lie apart from them, tallies and block together. One
 * statement is one journey, one plan and one transaction; at two cores that is worth more than a third of the entries
 * per second.
 */
final class BatchSql {

    private static final String APPEND = """
            insert into block (campaign_id, log, lane, height, parent, root, count, leaves, sealed_at, hash)
            select $1::bigint, 0, $2::smallint, $6::int, $7::bytea, $8::bytea, $9::int, $10::bytea, $11::timestamptz,
                   $12::bytea""";
    /**
     * What is to be noted only is told by the heights $19, and what is to be added up by the lanes $20, of which one or
     * the other is empty. Were it told by a flag, PostgreSQL would find a cheaper plan for each value of it and so
     * plan the statement anew for every batch, which takes longer than to run it.
     * Those who were not listed yet are counted; where everyone has but one entry there are none to list.
     */
    private static final String REST = """
            sheets as (
              insert into sheet (campaign_id, number, body, score, nonce, hour)
              select $1::bigint, number, body, score, nonce, $13::timestamptz
              from unnest($14::bigint[], $15::text[], $16::int[], $17::bytea[]) as u(number, body, score, nonce)),
            listed as (
              insert into participant (campaign_id, participant)
              select $1::bigint, participant from unnest($18::uuid[]) as u(participant)
              on conflict do nothing returning 1),
            noted as (
              insert into tally_batch (campaign_id, lane, height, dimensions, keys, numbers)
              select $1::bigint, $2::smallint, height, $3::text[], $4::text[], $5::bigint[]
              from unnest($19::int[]) as u(height)),
            taken as (
              delete from tally_batch where campaign_id = $1::bigint and lane = any($20::smallint[])
              returning dimensions, keys, numbers),
            counted as (
              insert into tally (campaign_id, dimension, key, lane, n)
              select $1::bigint, dimension, key, $2::smallint, sum(n)
              from (select u.* from unnest($20::smallint[]), unnest($3::text[], $4::text[], $5::bigint[])
                                                             as u(dimension, key, n)
                    union all select u.* from taken t, unnest(t.dimensions, t.keys, t.numbers) as u
                    union all select 'participants', '', count(*) from listed having count(*) > 0)
                   as all_counts(dimension, key, n)
              group by dimension, key order by dimension, key
              on conflict (campaign_id, dimension, key, lane) do update set n = tally.n + excluded.n)
            """;
    /**
     * The statement of the block is run before the others and asks for the locks, so that all writers of a chain, and
     * whoever closes its book, come one after the other.
     */
    private static final String WRITE_NEW = """
            with locked as materialized (
              select pg_advisory_xact_lock_shared(book_lock($1))::text,
                     pg_advisory_xact_lock(chain_lock($1, $2))::text),
            entries as (
              insert into entry (campaign_id, participant, slot, attempt, channel, accepted_at, lane, height,
                                 body, score, nonce)
              select $1::bigint, participant, slot, attempt, channel, accepted_at, $2::smallint, $6::int,
                     body, score, nonce
              from unnest($21::uuid[], $22::int[], $23::bigint[], $24::text[], $25::timestamptz[],
                          $26::text[], $27::int[], $28::bytea[])
                   as u(participant, slot, attempt, channel, accepted_at, body, score, nonce)),
            """ + REST + APPEND + " from locked";
    private static final String WRITE_REST = "with " + REST + APPEND;
    private static final String FOLD = """
            with taken as (
              delete from tally_batch where campaign_id = $1 and lane = $2 returning dimensions, keys, numbers)
            insert into tally (campaign_id, dimension, key, lane, n)
            select $1, u.dimension, u.key, $2, sum(u.n)
            from taken t, unnest(t.dimensions, t.keys, t.numbers) as u(dimension, key, n)
            group by u.dimension, u.key order by u.dimension, u.key
            on conflict (campaign_id, dimension, key, lane) do update set n = tally.n + excluded.n""";

    private BatchSql() {
    }

    /**
     * Writes all of it in a transaction of its own.
     *
     * @param onlyNote whether the counts are noted to be added to the tallies later; else they are added now, together
     *     with all that were noted before
     */
    static Future<Void> writeNew(SqlConnection connection, BatchRows rows, List<Sheet> sheetsApart, Block block,
            boolean onlyNote) {
        Tuple values = rest(rows, sheetsApart, block, onlyNote);
        EntrySql.addTo(values, rows.entries());
        return connection.preparedQuery(WRITE_NEW).execute(values).mapEmpty();
    }

    /** Writes what belongs to entries that the transaction has inserted before. */
    static Future<Void> writeRest(SqlConnection connection, BatchRows rows, List<Sheet> sheetsApart, Block block) {
        return connection.preparedQuery(WRITE_REST).execute(rest(rows, sheetsApart, block, false)).mapEmpty();
    }

    /** Adds to the tallies what was only noted. */
    static Future<Void> fold(SqlConnection connection, Block.Chain chain) {
        return connection.preparedQuery(FOLD).execute(Tuple.of(chain.campaign().value(), (short) chain.lane()))
                .mapEmpty();
    }

    private static Tuple rest(BatchRows rows, List<Sheet> sheetsApart, Block block, boolean onlyNote) {
        Tuple values = Tuple.of(block.chain().campaign().value(), (short) block.chain().lane());
        addSums(values, rows.sums());
        values.addInteger(block.height()).addBuffer(Buffer.buffer(block.parent()))
                .addBuffer(Buffer.buffer(block.root())).addInteger(block.count())
                .addBuffer(Buffer.buffer(block.leaves())).addOffsetDateTime(EntrySql.utc(block.sealedAt()))
                .addBuffer(Buffer.buffer(block.hash()));
        values.addOffsetDateTime(rows.sheetHour() == null ? null : EntrySql.utc(rows.sheetHour()));
        addSheets(values, sheetsApart);
        values.addArrayOfUUID(rows.participantsToList().stream().map(Pseudonym::value).toArray(UUID[]::new));
        return values.addArrayOfInteger(onlyNote ? new Integer[] {block.height()} : new Integer[0])
                .addArrayOfShort(onlyNote ? new Short[0] : new Short[] {(short) block.chain().lane()});
    }

    /** In the order of their keys, so that two writers never lock the same rows crosswise. */
    private static void addSums(Tuple values, Map<Count, Long> sums) {
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
        values.addArrayOfString(dimensions).addArrayOfString(keys).addArrayOfLong(numbers);
    }

    private static void addSheets(Tuple values, List<Sheet> sheets) {
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
        values.addArrayOfLong(numbers).addArrayOfString(bodies).addArrayOfInteger(scores).addArrayOfBuffer(nonces);
    }
}
