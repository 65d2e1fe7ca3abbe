package org.pufa.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.db.Database;
import org.pufa.kernel.Problem;
import org.pufa.support.TestDatabase;

/** A connection that neither answers nor breaks, as behind a firewall that has forgotten it. */
class SilentConnectionTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    private final List<NetSocket> ends = new CopyOnWriteArrayList<>();

    @Test
    void aBatchOnASilentConnectionIsGivenUpAndTheLaneGoesOn() {
        int port = java.net.URI.create(DATABASE.url()).getPort();
        NetServer wire = wireTo(port);
        var database = Database.connect(DATABASE.vertx(),
                DATABASE.url().replace(":" + port, ":" + wire.actualPort()), 4);
        var bench = new Bench(DATABASE.vertx(), database);
        var ledger = bench.ledger(new Ledger.Settings(1, 100, Duration.ofMillis(700)));
        var book = bench.open(true, Limit.ONCE);
        ledger.submit(bench.submission(book, 1)).await();
        var submission = bench.submission(book, 2);
        var silenced = List.copyOf(ends);
        silenced.forEach(NetSocket::pause);

        assertThatThrownBy(() -> ledger.submit(submission).await()).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.sort()).isEqualTo(Problem.Sort.BUSY));
        Outcome outcome = untilConfirmed(ledger, submission);

        assertThat(outcome).isInstanceOfAny(Outcome.Accepted.class, Outcome.Replayed.class);
        silenced.forEach(NetSocket::resume);
        var outside = new Bench(DATABASE);
        assertThat(outside.verify(book).findings()).isEmpty();
        assertThat(outside.rows("entry", book)).isEqualTo(2);
        bench.stop();
        database.close().await();
        wire.close().await();
    }

    private static Outcome untilConfirmed(Ledger ledger, Submission submission) {
        for (int tries = 0; tries < 10; tries++) {
            var outcome = ledger.submit(submission).otherwise(busy -> null).await();
            if (outcome != null) {
                return outcome;
            }
        }
        throw new AssertionError("never confirmed");
    }

    private NetServer wireTo(int port) {
        var vertx = DATABASE.vertx();
        var client = vertx.createNetClient();
        return vertx.createNetServer().connectHandler(near -> {
            near.pause();
            client.connect(port, "127.0.0.1").onSuccess(far -> {
                ends.add(far);
                near.handler(far::write);
                far.handler(near::write);
                near.closeHandler(closed -> far.close());
                far.closeHandler(closed -> near.close());
                near.resume();
            });
        }).listen(0, "127.0.0.1").await();
    }
}
