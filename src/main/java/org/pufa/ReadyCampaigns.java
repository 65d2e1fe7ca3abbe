package org.pufa;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.pufa.audit.AuditLog;
import org.pufa.bank.BankFile;
import org.pufa.db.Tx;
import org.pufa.web.ClassPathFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives an empty database the question bank and the ready campaigns of {@code question-bank/}. */
final class ReadyCampaigns {

    private static final Logger LOG = LoggerFactory.getLogger(ReadyCampaigns.class);
    private static final String FOLDER = "question-bank";
    private static final String CAMPAIGNS = "campaigns/";
    private static final String LAWS = "laws.yaml";
    /** Nodes that start together on an empty database must not all fill it. */
    private static final String LOCK = "select pg_advisory_xact_lock(7074)";

    private final House house;

    ReadyCampaigns(House house) {
        this.house = house;
    }

    /** Does nothing where there is any campaign already; all or nothing otherwise. */
    Future<Void> loadIfEmpty() {
        return house.database().inTx(tx -> tx.one(LOCK, row -> row).compose(locked -> house.desk().isEmpty(tx))
                .compose(empty -> empty ? load(tx) : Future.succeededFuture()));
    }

    private Future<Void> load(Tx tx) {
        var files = ClassPathFiles.under(FOLDER, ".yaml");
        return loadBanks(tx, files).compose(loaded -> launchAll(tx, files));
    }

    private Future<Void> loadBanks(Tx tx, Map<String, byte[]> files) {
        List<BankFile> banks = files.entrySet().stream()
                .filter(file -> !file.getKey().startsWith(CAMPAIGNS) && !file.getKey().equals(LAWS))
                .map(file -> new BankFile(file.getKey(), text(file.getValue()))).toList();
        var reading = house.banks().check(banks);
        if (!reading.mistakes().isEmpty()) {
            throw new IllegalStateException("the packaged question bank is wrong: " + reading.mistakes());
        }
        Future<Void> all = Future.succeededFuture();
        for (var draft : reading.drafts()) {
            all = all.compose(before -> house.banks().load(tx, draft, AuditLog.SYSTEM)).mapEmpty();
        }
        return all;
    }

    private Future<Void> launchAll(Tx tx, Map<String, byte[]> files) {
        Future<Void> all = Future.succeededFuture();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (file.getKey().startsWith(CAMPAIGNS)) {
                all = all.compose(before -> launch(tx, file.getKey(), text(file.getValue())));
            }
        }
        return all;
    }

    private Future<Void> launch(Tx tx, String name, String source) {
        var reading = house.definitions().read(name, source);
        var definition = reading.definition().orElseThrow(() -> new IllegalStateException(
                "the packaged campaign " + name + " is wrong: " + reading.mistakes()));
        return house.desk().launchReady(tx, definition, source)
                .onSuccess(launched -> LOG.info("launched the ready campaign {}", definition.slug()));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
