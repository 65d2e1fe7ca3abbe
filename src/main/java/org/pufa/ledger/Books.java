package org.pufa.ledger;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pufa.db.Tx;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.Hmac;
import org.pufa.kernel.Sha256;
import org.pufa.kernel.Window;

/** Opens, pauses and closes the books of campaigns; the caller's transaction decides when it counts. */
public final class Books {

    private static final String OPEN = """
            insert into book (campaign_id, linked, limit_per, limit_times, opens_at, closes_at, accepting, secret)
            values ($1, $2, $3, $4, $5, $6, true, $7)""";
    private static final String LOCK = "select pg_advisory_xact_lock(book_lock($1))::text";
    private static final String SET_ACCEPTING = "update book set accepting = $2 where campaign_id = $1";
    private static final String SET_CLOSING = "update book set closes_at = $2 where campaign_id = $1";
    private static final String COLUMNS =
            "select campaign_id, linked, limit_per, limit_times, opens_at, closes_at, accepting, secret from book";
    private static final String ONE = COLUMNS + " where campaign_id = $1";
    private static final String ALL = COLUMNS + " order by campaign_id";

    /** @param secret 32 random bytes, kept nowhere else */
    public Future<Void> open(Tx tx, CampaignId campaign, boolean linked, Limit limit, Window window, byte[] secret) {
        return tx.update(OPEN, campaign.value(), linked, limit.per().code(), limit.times(),
                EntrySql.utc(window.opens()), EntrySql.utc(window.closes()), Buffer.buffer(secret)).mapEmpty();
    }

    /**
     * Lets entries in or keeps them out from the moment the transaction commits: it waits for every batch that is being
     * written, so that nothing can be added afterwards.
     */
    public Future<Void> setAccepting(Tx tx, CampaignId campaign, boolean accepting) {
        return tx.one(LOCK, row -> row, campaign.value())
                .compose(locked -> tx.update(SET_ACCEPTING, campaign.value(), accepting)).mapEmpty();
    }

    /**
     * Moves the end of the window, as exactly as {@link #setAccepting} where sheets are linked. Where they are not,
     * only the hour of an entry is known to the database: nodes go by the end they remember until they have read the
     * new one. To end such a campaign on the spot, {@link #setAccepting} is what counts.
     */
    public Future<Void> setClosing(Tx tx, CampaignId campaign, Instant closes) {
        return tx.one(LOCK, row -> row, campaign.value())
                .compose(locked -> tx.update(SET_CLOSING, campaign.value(), EntrySql.utc(closes))).mapEmpty();
    }

    /**
     * Lets no entry in before the transaction ends, and waits for every batch that is being written: what follows sees
     * every entry there is, and none comes while it works.
     */
    public Future<Void> hold(Tx tx, CampaignId campaign) {
        return tx.one(LOCK, row -> row, campaign.value()).mapEmpty();
    }

    public Future<Optional<Book>> find(Tx tx, CampaignId campaign) {
        return tx.one(ONE, Books::book, campaign.value());
    }

    public Future<List<Book>> all(Tx tx) {
        return tx.list(ALL, Books::book);
    }

    private static Book book(Row row) {
        return new Book(new CampaignId(row.getLong("campaign_id")), row.getBoolean("linked"),
                new Limit(Limit.Period.of(row.getString("limit_per")), row.getInteger("limit_times")),
                new Window(instant(row, "opens_at"), instant(row, "closes_at")),
                row.getBoolean("accepting"), secret(row.getBuffer("secret")));
    }

    /** Where the key is destroyed, any other will do: nobody takes part any more, and nothing can be told by it. */
    private static Hmac secret(Buffer stored) {
        return new Hmac(stored == null ? Sha256.of(UUID.randomUUID().toString()) : stored.getBytes());
    }

    private static Instant instant(Row row, String column) {
        return row.get(OffsetDateTime.class, column).toInstant();
    }
}
