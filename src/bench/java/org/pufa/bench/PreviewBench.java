package org.pufa.bench;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.pufa.House;
import org.pufa.bank.format.Formats;
import org.pufa.bank.intake.Intake;
import org.pufa.bank.preview.Previews;
import org.pufa.bank.preview.Shown;
import org.pufa.db.Database;
import org.pufa.db.DatabaseServer;
import org.pufa.db.EmbeddedSettings;
import org.pufa.db.Migrations;
import org.pufa.staff.SentBytes;
import org.pufa.staff.Uploads;
import org.pufa.vault.KeySource;

/**
 * Measures how long a workbook of ten thousand questions takes from its upload to its preview, and from the
 * confirmation until it is saved, on a database of its own. Run by hand; {@code src/docs/performance.md} has the command.
 */
public final class PreviewBench {

    private static final int ROUNDS = 3;
    private static final int CONNECTIONS = 4;
    private static final double LONGEST_MS = 5_000;

    private final Database database;
    private final Previews previews;
    private final double unit = Calibration.ms();

    private PreviewBench(Vertx vertx, Database database) {
        this.database = database;
        var house = new House(vertx, database, Clock.systemUTC(), new SecureRandom(), false,
                KeySource.configured("0a0b0c0d:" + "5e".repeat(32)));
        this.previews = new Previews(vertx, new Intake(Formats.readers())::read, house.laws(), house.audit(),
                Clock.systemUTC());
    }

    /** The argument is a directory for the database. */
    public static void main(String[] arguments) {
        var server = DatabaseServer.embedded(EmbeddedSettings.in(Path.of(arguments.length == 0
                ? "target/bench-preview" : arguments[0]), 0));
        Vertx vertx = Vertx.vertx();
        try {
            Migrations.packaged().apply(server.url());
            var database = Database.connect(vertx, server.url(), CONNECTIONS);
            new PreviewBench(vertx, database).run();
            database.close().await();
        } finally {
            vertx.close().await();
            server.stop();
        }
    }

    private void run() {
        System.out.printf(Locale.ROOT, "calibration %.0f ms, heap %d MB%n%n", unit,
                Runtime.getRuntime().maxMemory() >> 20);
        System.out.println("| 10,000 questions in Excel | ms | to calibration |");
        System.out.println("| --- | --- | --- |");
        for (int i = 0; i < ROUNDS; i++) {
            round();
        }
    }

    private void round() {
        var file = LargeBank.workbook();
        long from = System.nanoTime();
        var harvest = previews.read(file).await();
        long read = System.nanoTime();
        var upload = database.inTx(tx -> previews.appraise(tx, harvest, "", "", Optional.empty())
                .compose(appraised -> Uploads.keep(tx, new SentBytes(file.name(), file.content(), "",
                                Optional.empty()), Clock.systemUTC().instant())
                .compose(id -> previews.keep(tx, id, appraised).map(id)))).await();
        database.read(tx -> previews.items(tx, upload, Shown.ALL, 0, 20)).await();
        long shown = System.nanoTime();
        save(upload);
        long saved = System.nanoTime();
        print("read", from, read);
        print("preview, reading included", from, shown);
        print("save", shown, saved);
        System.out.printf(Locale.ROOT, "| heap in use afterwards, MB | %d | |%n",
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
    }

    private void save(UUID upload) {
        database.inTx(tx -> previews.save(tx, upload, LargeBank.BANK, "bench", "")).await();
        database.inTx(tx -> Uploads.drop(tx, upload.toString())).await();
    }

    private void print(String what, long from, long to) {
        double ms = (to - from) / 1e6;
        System.out.printf(Locale.ROOT, "| %s | %.0f%s | %.1f |%n", what, ms, ms > LONGEST_MS ? " missed" : "",
                ms / unit);
    }
}
