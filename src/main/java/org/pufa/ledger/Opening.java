package org.pufa.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.Window;

/** Whether a book takes entries, as the database says now and not as a submission's copy of the book remembers. */
record Opening(boolean accepting, Window window) {

    private static final String ONE = "select accepting, opens_at, closes_at from book where campaign_id = $1";

    static Future<Opening> of(SqlConnection connection, CampaignId campaign) {
        return connection.preparedQuery(ONE).execute(Tuple.of(campaign.value())).map(rows -> {
            var row = rows.iterator().next();
            return new Opening(row.getBoolean(0),
                    new Window(row.getOffsetDateTime(1).toInstant(), row.getOffsetDateTime(2).toInstant()));
        });
    }

    /** The rule of the database, for a time kept as coarsely as it keeps it. */
    boolean takes(Submission submission) {
        Book book = submission.book();
        Instant kept = book.keptTime(submission.arrived());
        return accepting && !kept.isBefore(book.keptTime(window.opens())) && !window.isAfter(kept);
    }
}
