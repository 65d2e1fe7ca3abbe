package org.pufa.bank.console;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import java.util.List;
import org.pufa.bank.Bank;
import org.pufa.bank.BankExport;
import org.pufa.bank.BankExport.Part;
import org.pufa.bank.Banks;
import org.pufa.bank.Exported;
import org.pufa.bank.Fared;
import org.pufa.bank.QuestionRow;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.kernel.Problem;
import org.pufa.staff.Doors;
import org.pufa.staff.Permission;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** Takes the questions that a filter shows out of the house as a file; says first what the format cannot carry. */
final class ExportPages implements Routes {

    private static final int MOST_NAMED = 200;

    private final Doors doors;
    private final Vertx vertx;
    private final Banks banks;
    private final List<BankExport> exports;
    private final Fared fared;
    private final Database database;
    private final BankWords words;

    ExportPages(Doors doors, Vertx vertx, Banks banks, List<BankExport> exports, Fared fared,
            Database database, BankWords words) {
        this.doors = doors;
        this.vertx = vertx;
        this.banks = banks;
        this.exports = List.copyOf(exports);
        this.fared = fared;
        this.database = database;
        this.words = words;
    }

    /** Model of {@code bank/console/export}. @param href nothing when no question could be carried */
    record ExportPage(String title, String bank, String bankHref, String sentence, List<Left> left, String href) {
    }

    record Left(String id, String href, String reason) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, BankPages.PATH + "/:bank/exports/:format", Permission.EXPORT_BANKS, this::export);
    }

    private Future<View> export(Request request) {
        String code = request.path("bank");
        var export = exports.stream().filter(one -> one.format().equals(request.path("format"))).findFirst()
                .orElseThrow(() -> Problem.notFound("bank.console.export.unknown"));
        return database.read(tx -> banks.bank(tx, code)
                .map(found -> found.orElseThrow(() -> Problem.notFound("bank.console.unknown", code)))
                .compose(bank -> Wanted.of(request).find(tx, banks, fared, code)
                        .compose(found -> written(tx, export, bank, found.rows())
                                .map(file -> view(request, export, bank, file)))));
    }

    private Future<Exported> written(Tx tx, BankExport export, Bank bank, List<QuestionRow> rows) {
        var questions = rows.stream().map(QuestionRow::question).toList();
        return banks.album(tx, export.keeps().contains(Part.PICTURES) ? questions : List.of())
                .compose(album -> vertx.executeBlocking(() -> export.write(bank, questions, album), false));
    }

    private View view(Request request, BankExport export, Bank bank, Exported file) {
        if (file.leftOut().isEmpty() || request.query("anyway").isPresent()) {
            return View.attachment(export.contentType(), bank.code() + '.' + export.extension(),
                    Buffer.buffer(file.content()));
        }
        String path = BankPages.PATH + '/' + bank.code();
        String url = request.url();
        var left = file.leftOut().stream().limit(MOST_NAMED).map(one -> new Left(one.question(),
                path + "/questions/" + one.question(), words.messages().get(request.lang(), one.key()))).toList();
        return View.page("bank/console/export", new ExportPage(words.say(request.lang(), "export.title",
                words.say(request.lang(), "format." + export.format())), bank.title(), path,
                words.say(request.lang(), "export.left", file.leftOut().size()), left,
                url + (url.indexOf('?') < 0 ? "?" : "&") + "anyway=1"));
    }
}
