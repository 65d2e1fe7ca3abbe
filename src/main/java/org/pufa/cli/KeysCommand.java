package org.pufa.cli;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.pufa.House;
import org.pufa.vault.Keys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What operators do with the keys that seal personal data. */
@Command(name = "keys", mixinStandardHelpOptions = true, description = "个人信息密钥 · Keys that seal personal data.")
final class KeysCommand {

    @Spec
    private CommandSpec spec;

    @Command(name = "list", mixinStandardHelpOptions = true,
            description = "列出密钥 · List the keys and how many records each of them sealed.")
    int list() {
        return Session.with(house -> {
            Session.await(keys(house).all()).forEach(key -> out().printf("%s  %d records%s%n", key.id(), key.records(),
                    key.current() ? "  seals" : ""));
            out().flush();
            return PufaCommand.OK;
        });
    }

    @Command(name = "rotate", mixinStandardHelpOptions = true, description = "更换密钥 · Make a new key, then seal all"
            + " records anew with it. It may be stopped at any time; reseal goes on. The old key stays until it is dropped.")
    int rotate() {
        return Session.with(house -> {
            out().println("new key " + Session.await(keys(house).rotate()));
            return reseal(house);
        });
    }

    @Command(name = "reseal", mixinStandardHelpOptions = true,
            description = "重新加密 · Seal anew what older keys sealed; also what an earlier run left.")
    int resealAll() {
        return Session.with(house -> {
            Session.await(house.database().inTx(house.vault()::check));
            return reseal(house);
        });
    }

    private int reseal(House house) {
        var resealing = house.resealing();
        long left = Session.await(resealing.left());
        out().printf("%d records to be sealed anew%n", left);
        out().flush();
        var done = new AtomicLong();
        Session.await(resealing.run(n -> {
            out().printf("%d of %d%n", done.addAndGet(n), left);
            out().flush();
        }));
        out().println("done");
        out().flush();
        return PufaCommand.OK;
    }

    @Command(name = "drop", mixinStandardHelpOptions = true, description = "删去旧密钥 · Drop a key that seals nothing"
            + " any more.")
    int drop(@Parameters(paramLabel = "ID") String id, @Option(names = "--lost", description = "the key is lost for good:"
            + " what it sealed is emptied, for nobody can read it any more") boolean lost) {
        return Session.with(house -> {
            out().printf("%d records emptied%n", Session.await(keys(house).drop(id, lost)));
            out().flush();
            return PufaCommand.OK;
        });
    }

    private static Keys keys(House house) {
        return new Keys(house.database(), house.vault(), house.resealing(), house.audit());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
