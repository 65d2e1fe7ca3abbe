package org.pufa.campaign.console;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.pufa.db.Database;
import org.pufa.kernel.Days;
import org.pufa.ledger.Tallies;

/** The three figures of several campaigns at once. */
final class CampaignCounts {

    private final Database database;
    private final Clock clock;

    CampaignCounts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A campaign with its counts; all 0 before the launch. */
    record Counted(StaffCampaign campaign, long entries, long participants, long today) {
    }

    Future<List<Counted>> of(List<StaffCampaign> campaigns) {
        String today = Days.of(clock.instant()).toString();
        return database.read(tx -> {
            var counted = new ArrayList<Counted>();
            Future<Void> all = Future.succeededFuture();
            for (StaffCampaign campaign : campaigns) {
                all = all.compose(before -> Tallies.of(tx, campaign.row().id())).map(tallies -> {
                    counted.add(new Counted(campaign, tallies.participations(), tallies.participants(),
                            tallies.byDay().getOrDefault(today, 0L)));
                    return null;
                });
            }
            return all.map(counted);
        });
    }
}
