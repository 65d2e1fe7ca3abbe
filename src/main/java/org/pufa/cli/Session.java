package org.pufa.cli;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.pufa.App;
import org.pufa.Config;
import org.pufa.House;
import org.pufa.db.Database;
import org.pufa.db.DatabaseServer;
import org.pufa.db.EmbeddedSettings;
import org.pufa.db.Migrations;
import org.pufa.kernel.Problem;

/** The platform's objects on its database for the time of one command, also beside a running server. */
final class Session {

    private static final int CONNECTIONS = 4;

    private Session() {
    }

    /** Opens, works, closes. */
    static <T> T with(Function<House, T> work) {
        var config = Config.from(System.getenv());
        DatabaseServer server = config.databaseUrl().map(DatabaseServer::external).orElseGet(() ->
                DatabaseServer.besideApplication(EmbeddedSettings.in(config.data(), config.databasePort())));
        try {
            Migrations.packaged().apply(server.url());
            return on(server, config, work);
        } finally {
            server.stop();
        }
    }

    /** The same for the accounts of staff. */
    static int withStaff(StaffCommand.Work work) {
        var config = Config.from(System.getenv());
        return with(house -> work.with(App.staff(config, house), config.address()));
    }

    private static <T> T on(DatabaseServer server, Config config, Function<House, T> work) {
        Vertx vertx = Vertx.vertx();
        var database = Database.connect(vertx, server.url(), CONNECTIONS);
        try {
            var random = new SecureRandom();
            return work.apply(new House(vertx, database, Clock.systemUTC(), random, config.secondPerson(),
                    config.keys(random)));
        } finally {
            await(database.close());
            await(vertx.close());
        }
    }

    /** Waits for a result however long it takes; a problem becomes a sentence. */
    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted");
        } catch (ExecutionException | CompletionException e) {
            if (e.getCause() instanceof Problem problem) {
                throw new CommandFailure(problem.key() + " " + problem.args());
            }
            throw e.getCause() instanceof RuntimeException runtime ? runtime
                    : new IllegalStateException(e.getCause());
        }
    }
}
