package org.pufa;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import org.pufa.audit.AuditLog;
import org.pufa.bank.law.LawsYaml;
import org.pufa.db.Tx;
import org.pufa.web.ClassPathFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a database that knows no law the list of {@code question-bank/laws.yaml}. */
final class ReadyLaws {

    private static final Logger LOG = LoggerFactory.getLogger(ReadyLaws.class);
    private static final String FOLDER = "question-bank";
    private static final String FILE = "laws.yaml";
    /** Nodes that start together must not both fill it; the ready campaigns take the same lock. */
    private static final String LOCK = "select pg_advisory_xact_lock(7074)";

    private final House house;

    ReadyLaws(House house) {
        this.house = house;
    }

    /** Does nothing where any law is known already; all or nothing otherwise. */
    Future<Void> loadIfEmpty() {
        return house.database().inTx(tx -> tx.one(LOCK, row -> row).compose(locked -> house.laws().isEmpty(tx))
                .compose(empty -> empty ? load(tx) : Future.succeededFuture()));
    }

    private Future<Void> load(Tx tx) {
        var reading = LawsYaml.read(FILE,
                new String(ClassPathFiles.under(FOLDER, FILE).get(FILE), StandardCharsets.UTF_8));
        if (!reading.mistakes().isEmpty()) {
            throw new IllegalStateException("the packaged list of laws is wrong: " + reading.mistakes());
        }
        Future<Void> all = Future.succeededFuture();
        for (var entry : reading.entries()) {
            all = all.compose(before -> house.laws().add(tx, entry.law(), entry.version(), AuditLog.SYSTEM)).mapEmpty();
        }
        return all.onSuccess(done -> LOG.info("loaded a list of {} laws", reading.entries().size()));
    }
}
