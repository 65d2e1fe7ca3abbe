package org.pufa;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.pufa.db.Database;
import org.pufa.db.DatabaseServer;
import org.pufa.db.EmbeddedSettings;
import org.pufa.db.Migrations;
import org.pufa.staff.Staff;
import org.pufa.yaml.YamlFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running platform: database, features and HTTP server, started and stopped in the right order. */
public final class App {

    private static final Logger LOG = LoggerFactory.getLogger(App.class);
    private static final long STEP_SECONDS = 60;

    private final Config config;
    private final DatabaseServer server;
    private final Vertx vertx;
    private final Database database;
    private final House house;
    private final FrontDoor door;
    private int port;

    private App(Config config, Clock clock) {
        this.config = config;
        var random = new SecureRandom();
        var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        byte[] secret = secret(config, random);
        // What needs no database is made ready while the database starts and is brought up to date.
        var workshop = CompletableFuture.supplyAsync(() -> FrontDoor.Workshop.of(config));
        workshop.thenRun(() -> YamlFile.read("", "a: [1]"));
        var engine = CompletableFuture.supplyAsync(() -> vertx(metrics));
        this.server = server(config);
        try {
            var migrated = CompletableFuture.runAsync(() -> Migrations.packaged().apply(server.url()));
            this.vertx = join(engine);
            this.database = Database.connect(vertx, server.url(), config.databasePool());
            database.warmUp();
            this.house = new House(vertx, database, clock, random, config.secondPerson(), config.keys(random));
            this.door = new FrontDoor(config, join(workshop), house, clock, random, secret, metrics);
            join(migrated);
        } catch (RuntimeException e) {
            server.stop();
            throw e;
        }
    }

    /** The result, or what went wrong, as if it had been done here. */
    private static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * Starts everything and returns when the platform answers. Blocks; not for event loops.
     *
     * @throws org.pufa.db.StartFailure when the database cannot be had
     * @throws UncheckedIOException with a {@link java.net.BindException} when the port is taken
     */
    public static App start(Config config, Clock clock) {
        probe(config);
        var app = new App(config, clock);
        try {
            app.start();
            return app;
        } catch (RuntimeException e) {
            app.stop();
            throw e;
        }
    }

    /** The accounts of staff without a running platform, for the command line. */
    public static Staff staff(Config config, House house) {
        var random = new SecureRandom();
        return new FrontDoor(config, FrontDoor.Workshop.of(config), house, Clock.systemUTC(), random, secret(config, random),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)).staff();
    }

    /** A port that is taken is better known before a database is started in vain. */
    private static void probe(Config config) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(config.host(), config.port()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] secret(Config config, SecureRandom random) {
        return config.secret().orElseGet(() -> {
            try {
                return SecretFile.in(config.data(), random);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static DatabaseServer server(Config config) {
        return config.databaseUrl().map(DatabaseServer::external).orElseGet(() ->
                DatabaseServer.embedded(EmbeddedSettings.in(config.data(), config.databasePort())));
    }

    private static Vertx vertx(PrometheusMeterRegistry metrics) {
        var options = new MicrometerMetricsOptions().setEnabled(true).setJvmMetricsEnabled(true)
                .setMetricsNaming(io.vertx.micrometer.MetricsNaming.v4Names());
        options.addDisabledMetricsCategory(io.vertx.micrometer.MetricsDomain.HTTP_SERVER);
        return Vertx.builder().with(new VertxOptions().setPreferNativeTransport(true)
                .setMetricsOptions(options))
                .withMetrics(new MicrometerMetricsFactory(metrics)).build();
    }

    private void start() {
        await(door.prepare());
        await(new ReadyLaws(house).loadIfEmpty());
        if (config.samples()) {
            await(new ReadyCampaigns(house).loadIfEmpty());
            await(new ReadyLessons(house).loadIfEmpty());
        }
        await(house.campaigns().start());
        await(house.learnShelf().start());
        port = await(door.open());
        LOG.info("listening on {}:{}", config.host(), port);
        CompletableFuture.runAsync(door::warmUp).exceptionally(failure -> {
            LOG.error("some pages cannot be shown", failure);
            return null;
        });
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.await(STEP_SECONDS, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("a part of the platform did not start within " + STEP_SECONDS + " s", e);
        }
    }

    /** The port it listens on, also when any free one was asked for. */
    public int port() {
        return port;
    }

    /** The address to open. */
    public String url() {
        return config.address(port);
    }

    /** A fresh one-time link that makes the first administrator, as long as there is none. */
    public Optional<String> setupLink() {
        return await(door.setupPath()).map(path -> url() + path);
    }

    public House house() {
        return house;
    }

    /** Takes no new request, lets the running ones finish, then closes everything. Repeating it does nothing. */
    public void stop() {
        for (Runnable step : List.<Runnable>of(() -> quietly(door.close(config.shutdown())),
                () -> quietly(house.campaigns().stop()), () -> quietly(house.learnShelf().stop()),
                () -> quietly(database.close()), () -> quietly(vertx.close()), server::stop)) {
            try {
                step.run();
            } catch (RuntimeException e) {
                LOG.warn("while stopping: {}", e.toString());
            }
        }
    }

    private void quietly(Future<Void> closing) {
        try {
            closing.await(config.shutdown().toSeconds() + 5, TimeUnit.SECONDS);
        } catch (Exception e) {
            LOG.warn("while stopping: {}", e.toString());
        }
    }
}
