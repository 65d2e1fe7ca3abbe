package org.pufa.ledger;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.pufa.kernel.Pseudonym;

/**
 * The statement that writes a batch: entries, the sheets that lie apart from them, tallies and block together. One
 * statement is one journey, one plan and one transaction; at two cores that is worth more than a third of the entries
 * per second.
 */
final class BatchSql {

    /** What every statement names more than once: $1 the campaign, $2 the lane, $3 the height, $4 the parent. */
    private static final int NAMED = 4;
    /** Without its parent a block has nothing to name there, which its table does not allow. */
    private static final String APPEND = """
            insert into block (campaign_id, log, lane, height, parent, root, count, leaves, sealed_at, hash)
            select $1::bigint, 0, $2::smallint, $3::int,
                   case when $3 = 1
                          or exists (select from block b where b.campaign_id = $1 and b.log = 0 and b.lane = $2
                                                           and b.height = $3 - 1 and b.hash = $4::bytea)
                        then $4::bytea end,
                   ?::bytea, ?::int, ?::bytea, ?::timestamptz, ?::bytea
            """;
    /**
     * The statement of the block is run before the others and asks for the locks, so that all writers of a chain, and
     * whoever closes its book, come one after the other.
     */
    private static final String LOCKED = """
            locked as materialized (
              select pg_advisory_xact_lock_shared(book_lock($1))::text,
                     pg_advisory_xact_lock(chain_lock($1, $2))::text)""";
    private static final String ENTRIES = """
            entries as (
              insert into entry (campaign_id, participant, slot, attempt, channel, accepted_at, lane, height,
                                 body, score, nonce, words)
              select $1::bigint, participant, slot, attempt, channel, accepted_at, $2::smallint, $3::int,
                     body, score, nonce, words
              from unnest(?::uuid[], ?::int[], ?::bigint[], ?::text[], ?::timestamptz[],
                          ?::text[], ?::int[], ?::bytea[], ?::bytea[])
                   as u(participant, slot, attempt, channel, accepted_at, body, score, nonce, words))""";
    private static final String SHEETS = """
            sheets as (
              insert into sheet (campaign_id, number, body, score, nonce, words, hour)
              select $1::bigint, number, body, score, nonce, words, ?::timestamptz
              from unnest(?::bigint[], ?::text[], ?::int[], ?::bytea[], ?::bytea[])
                   as u(number, body, score, nonce, words))""";
    /** Those who were not listed yet are counted, at once; where everyone has but one entry there are none to list. */
    private static final String LISTED = """
            listed as (
              insert into participant (campaign_id, participant)
              select $1::bigint, participant from unnest(?::uuid[]) as u(participant)
              on conflict do nothing returning 1),
            newcomers as (
              insert into tally (campaign_id, dimension, key, lane, n)
              select $1::bigint, 'participants', '', $2::smallint, count(*) from listed having count(*) > 0
              on conflict (campaign_id, dimension, key, lane) do update set n = tally.n + excluded.n)""";
    private static final String NOTED = """
            noted as (
              insert into tally_batch (campaign_id, lane, height, dimensions, keys, numbers)
              values ($1::bigint, $2::smallint, $3::int, ?::text[], ?::text[], ?::bigint[]))""";
    private static final String COUNTED = """
            taken as (
              delete from tally_batch where campaign_id = $1::bigint and lane = $2::smallint
              returning dimensions, keys, numbers),
            counted as (
              insert into tally (campaign_id, dimension, key, lane, n)
              select $1::bigint, dimension, key, $2::smallint, sum(n)
              from (select * from unnest(?::text[], ?::text[], ?::bigint[])
                    union all select u.* from taken t, unnest(t.dimensions, t.keys, t.numbers) as u
                   ) as all_counts(dimension, key, n)
              group by dimension, key order by dimension, key
              on conflict (campaign_id, dimension, key, lane) do update set n = tally.n + excluded.n)""";

    /**
     * What a batch needs written. Each shape has a statement of its own: a part that writes nothing costs PostgreSQL
     * nearly as much as one that writes a row.
     *
     * @param entries whether the entries are still to be inserted
     * @param apart whether the sheets lie apart
     * @param listed whether participants are listed
     * @param onlyNote whether the counts are noted to be added to the tallies later
     */
    private record Shape(boolean entries, boolean apart, boolean listed, boolean onlyNote) {

        private String sql() {
            var parts = new ArrayList<String>();
            if (entries) {
                parts.add(LOCKED);
                parts.add(ENTRIES);
            }
            if (apart) {
                parts.add(SHEETS);
            }
            if (listed) {
                parts.add(LISTED);
            }
            parts.add(onlyNote ? NOTED : COUNTED);
            return numbered("with " + String.join(",\n", parts) + "\n" + APPEND + (entries ? " from locked" : ""));
        }
    }
    private static final String FOLD = """
            with taken as (
              delete from tally_batch where campaign_id = $1 and lane = $2 returning dimensions, keys, numbers)
            insert into tally (campaign_id, dimension, key, lane, n)
            select $1, u.dimension, u.key, $2, sum(u.n)
            from taken t, unnest(t.dimensions, t.keys, t.numbers) as u(dimension, key, n)
            group by u.dimension, u.key order by u.dimension, u.key
            on conflict (campaign_id, dimension, key, lane) do update set n = tally.n + excluded.n""";

    private static final Map<Shape, String> SQL = new ConcurrentHashMap<>();

    private BatchSql() {
    }

    /** Each question mark becomes the next parameter behind those that are named. */
    private static String numbered(String sql) {
        var number = new AtomicInteger(NAMED);
        return Pattern.compile("\\?").matcher(sql).replaceAll(mark -> "\\$" + number.incrementAndGet());
    }

    /**
     * Writes all of it in a transaction of its own.
     *
     * @param onlyNote whether the counts are noted to be added to the tallies later; else they are added now, together
     *     with all that were noted before
     */
    static Future<Void> writeNew(SqlConnection connection, BatchRows rows, List<Sheet> sheetsApart, Block block,
            boolean onlyNote) {
        return write(connection, rows, sheetsApart, block, true, onlyNote);
    }

    /** Writes what belongs to entries that the transaction has inserted before. */
    static Future<Void> writeRest(SqlConnection connection, BatchRows rows, List<Sheet> sheetsApart, Block block) {
        return write(connection, rows, sheetsApart, block, false, false);
    }

    private static Future<Void> write(SqlConnection connection, BatchRows rows, List<Sheet> sheetsApart, Block block,
            boolean entries, boolean onlyNote) {
        List<Pseudonym> toList = rows.participantsToList();
        var shape = new Shape(entries, !sheetsApart.isEmpty(), !toList.isEmpty(), onlyNote);
        Tuple values = Tuple.of(block.chain().campaign().value(), (short) block.chain().lane(), block.height(),
                Buffer.buffer(block.parent()));
        if (entries) {
            EntrySql.addTo(values, rows.entries());
        }
        if (shape.apart) {
            values.addOffsetDateTime(EntrySql.utc(rows.sheetHour()));
            addSheets(values, sheetsApart);
        }
        if (shape.listed) {
            values.addArrayOfUUID(toList.stream().map(Pseudonym::value).toArray(UUID[]::new));
        }
        addSums(values, rows.sums());
        addBlock(values, block);
        return connection.preparedQuery(SQL.computeIfAbsent(shape, Shape::sql)).execute(values).mapEmpty();
    }

    /** Adds to the tallies what was only noted. */
    static Future<Void> fold(SqlConnection connection, Block.Chain chain) {
        return connection.preparedQuery(FOLD).execute(Tuple.of(chain.campaign().value(), (short) chain.lane()))
                .mapEmpty();
    }

    private static void addBlock(Tuple values, Block block) {
        values.addBuffer(Buffer.buffer(block.root())).addInteger(block.count()).addBuffer(Buffer.buffer(block.leaves()))
                .addOffsetDateTime(EntrySql.utc(block.sealedAt())).addBuffer(Buffer.buffer(block.hash()));
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
        values.addArrayOfLong(numbers).addArrayOfString(bodies).addArrayOfInteger(scores).addArrayOfBuffer(nonces)
                .addArrayOfBuffer(EntrySql.words(sheets));
    }
}
