package org.pufa.cli;

import io.vertx.core.Future;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.pufa.House;
import org.pufa.bank.Bank;
import org.pufa.bank.format.Formats;
import org.pufa.bank.intake.Harvest;
import org.pufa.bank.intake.Intake;
import org.pufa.bank.intake.SourceFile;
import org.pufa.bank.preview.PreviewItem;
import org.pufa.bank.preview.Previews;
import org.pufa.bank.preview.Saved;
import org.pufa.db.Tx;
import org.pufa.staff.SentBytes;
import org.pufa.staff.Uploads;

/** Loads files as staff upload them, as drafts, without a preview in between. */
final class IntakeImport {

    private final PrintWriter out;
    private final House house;
    private final Clock clock = Clock.systemUTC();
    private final Previews previews;

    IntakeImport(PrintWriter out, House house) {
        this.out = out;
        this.house = house;
        this.previews = new Previews(house.vertx(), new Intake(Formats.readers())::read, house.laws(), house.audit(),
                clock);
    }

    /** Whether the files were loaded: all of them or none. */
    boolean load(List<Path> files, Bank bank, boolean partly) {
        if (!new IntakeCheck(out).check(files, false) && !partly) {
            out.println("nothing was loaded");
            out.flush();
            return false;
        }
        Saved saved = Session.await(house.database().inTx(tx -> all(tx, files, bank)));
        out.printf("%s: %d new, %d changed, %d unchanged, %d retired%n", bank.code(), saved.added(), saved.changed(),
                saved.unchanged(), saved.retired());
        out.flush();
        return true;
    }

    private Future<Saved> all(Tx tx, List<Path> files, Bank bank) {
        var sum = Future.succeededFuture(new Saved(0, 0, 0, 0));
        for (Path file : files) {
            sum = sum.compose(before -> one(tx, file, bank).map(saved -> new Saved(before.added() + saved.added(),
                    before.changed() + saved.changed(), before.unchanged() + saved.unchanged(),
                    before.retired() + saved.retired())));
        }
        return sum;
    }

    private Future<Saved> one(Tx tx, Path path, Bank bank) {
        var file = new SourceFile(path.getFileName().toString(), Files.bytes(path, Intake.LARGEST_FILE));
        return previews.read(file).compose(harvest -> save(tx, file, harvest, bank));
    }

    private Future<Saved> save(Tx tx, SourceFile file, Harvest harvest, Bank bank) {
        return previews.appraise(tx, harvest, bank.law(), bank.version(), Optional.empty()).onSuccess(appraised ->
                appraised.items().stream().filter(PreviewItem::leftOut).forEach(item -> leftOut(file, item)))
                .compose(appraised -> Uploads.keep(tx, new SentBytes(file.name(), file.content(), "", Optional.empty()), clock.instant())
                        .compose(upload -> previews.keep(tx, upload, appraised)
                                .compose(kept -> previews.save(tx, upload, bank, BankCommand.ACTOR, file.name()))
                                .compose(saved -> Uploads.drop(tx, upload.toString()).map(saved))));
    }

    /** It stands in a bank, or in the file, already. */
    private void leftOut(SourceFile file, PreviewItem item) {
        out.printf("%s:%d: %d left out: the same as %s%n", file.name(), item.line(), item.number(), item.twin()
                .map(twin -> (twin.bank() + " " + twin.question()).strip()).orElse("another"));
    }
}
