package org.pufa.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** What the driver itself asks of the database: counts, and campaigns that only the benchmark needs. */
final class Rows implements AutoCloseable {

    /** What was only noted of late counts as well. */
    private static final String ALL_COUNTS = """
            with all_counts as (
              select campaign_id, dimension, key, n from tally
              union all select b.campaign_id, u.* from tally_batch b, unnest(b.dimensions, b.keys, b.numbers) as u)
            """;
    private static final String COUNT_ENTRIES = """
            select count(*) from entry where campaign_id = (select id from campaign where slug = ?)""";
    private static final String COUNTED = ALL_COUNTS + """
            select coalesce(sum(n), 0)::bigint from all_counts
            where dimension = 'day' and campaign_id = (select id from campaign where slug = ?)""";
    private static final String COPY_CAMPAIGN = """
            with old as (select * from campaign where slug = ?),
            new as (insert into campaign (slug, kind, state, version)
                    select ?, kind, state, version from old returning id, version, slug),
            version as (insert into campaign_version
                    (campaign_id, version, source, pinned, reason, created_by, created_at)
                    select new.id, v.version, replace(v.source, 'slug: ' || old.slug, 'slug: ' || new.slug), v.pinned,
                           v.reason, v.created_by, v.created_at
                    from campaign_version v join old on v.campaign_id = old.id and v.version = old.version, new),
            book as (insert into book
                    (campaign_id, linked, limit_per, limit_times, opens_at, closes_at, accepting, secret)
                    select new.id, linked, limit_per, limit_times, opens_at, closes_at, accepting, secret
                    from book b join old on b.campaign_id = old.id, new)
            select pg_notify('pufa_campaign', slug) from new""";
    private static final String MULTIPLY_ENTRIES = """
            insert into entry (campaign_id, participant, slot, attempt, channel, accepted_at, lane, height,
                               body, score, nonce)
            select ?, gen_random_uuid(), slot, row_number() over (), channel, accepted_at, lane, height,
                   body, score, nonce
            from entry, generate_series(1, ?) where campaign_id = ?""";
    private static final String MULTIPLY_TALLIES = ALL_COUNTS + """
            insert into tally (campaign_id, dimension, key, lane, n)
            select ?, dimension, key, 0, sum(n) * ? from all_counts where campaign_id = ? group by dimension, key""";

    private final Connection connection;

    private Rows(Connection connection) {
        this.connection = connection;
    }

    static Rows open(String database, String password) throws IOException {
        try {
            return new Rows(DriverManager.getConnection("jdbc:postgresql://" + database, "pufa", password));
        } catch (SQLException e) {
            throw new IOException("the database cannot be reached", e);
        }
    }

    void createPlainTable() throws IOException {
        run(PlainDesign.TABLE);
    }

    long plainBallots() throws IOException {
        return number("select count(*) from bench_ballot");
    }

    long entries(String slug) throws IOException {
        return number(COUNT_ENTRIES, slug);
    }

    /** What the tallies say that {@link #entries} should be. */
    long counted(String slug) throws IOException {
        return number(COUNTED, slug);
    }

    /** A second campaign like the first, without its entries. */
    void copyCampaign(String slug, String copy) throws IOException {
        run(COPY_CAMPAIGN, slug, copy);
    }

    /** Gives {@code to}, which is empty, {@code times} as many entries and counts as {@code from} has. */
    void multiply(String from, String to, int times) throws IOException {
        long source = number("select id from campaign where slug = ?", from);
        long target = number("select id from campaign where slug = ?", to);
        run(MULTIPLY_ENTRIES, target, times, source);
        run(MULTIPLY_TALLIES, target, times, source);
        run("analyze");
    }

    String version() throws IOException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("show server_version")) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private long number(String sql, Object... values) throws IOException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IOException(sql, e);
        }
    }

    private void run(String sql, Object... values) throws IOException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IOException(sql, e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
