package org.pufa.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.pufa.db.Database;
import org.pufa.db.DatabaseUrl;

/**
 * A fresh database of its own for a test class, cloned from a template that is migrated once for the whole run, on the
 * one server of the run. Register it as a static field:
 * {@code @RegisterExtension static final TestDatabase database = TestDatabase.migrated();}
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {

    private static final int POOL = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final String migrations;
    private TestServer server;
    private DatabaseUrl address;
    private Vertx vertx;
    private Database database;

    private TestDatabase(String migrations) {
        this.migrations = migrations;
    }

    /** With the schema of the program. */
    public static TestDatabase migrated() {
        return migratedFrom("db/migration");
    }

    /** With the migrations under another place of the classpath. */
    public static TestDatabase migratedFrom(String location) {
        return new TestDatabase(location);
    }

    /** Without any table. */
    public static TestDatabase empty() {
        return new TestDatabase("");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        server = context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(TestServer.class, key -> TestServer.start(), TestServer.class);
        address = server.create(migrations, context.getRequiredTestClass().getSimpleName());
        vertx = Vertx.vertx();
        database = Database.connect(vertx, url(), POOL);
    }

    /** Also finds connections that were left in an open transaction. */
    @Override
    public void afterAll(ExtensionContext context) {
        try {
            assertNoTransactionIsForgotten();
        } finally {
            database.close().await();
            vertx.close().await();
            server.drop(address.database());
        }
    }

    private void assertNoTransactionIsForgotten() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (server.forgottenTransactions(address.database()) > 0 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(server.forgottenTransactions(address.database())).as("transactions left open").isZero();
    }

    /** The Vert.x of this test class. */
    public Vertx vertx() {
        return vertx;
    }

    /** A pool on the database of this test class. */
    public Database database() {
        return database;
    }

    /** Where the database of this test class is, as the application takes it. */
    public String url() {
        return address.text();
    }
}
