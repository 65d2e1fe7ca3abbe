package org.pufa.outreach.console;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import java.util.List;
import org.pufa.db.Database;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.outreach.OutreachHoldings;
import org.pufa.outreach.Register;
import org.pufa.outreach.evidence.Evidence;
import org.pufa.outreach.evidence.EvidenceIntake;
import org.pufa.staff.ErrorLine;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** Adds, shows and puts aside the evidence of a record. Documents are always saved, never opened in the browser. */
final class EvidencePages implements Routes {

    private static final String PATH = OutreachConsole.PATH + "/:" + OutreachHoldings.OUTREACH + "/evidence";
    private static final String ONE = PATH + "/:evidence";
    private static final String JPEG = "image/jpeg";

    private final OutreachConsole.Tools tools;
    private final Database database;
    private final OutreachWords words;

    EvidencePages(OutreachConsole.Tools tools, Database database, OutreachWords words) {
        this.tools = tools;
        this.database = database;
        this.words = words;
    }

    /** One file as the record's page shows it. @param removal why it was put aside, or "" */
    record Shown(String href, boolean photo, String name, String meta, String hash, String elsewhere, String removal) {
    }

    /** Model of {@code outreach/console/evidence}: more files for a record. */
    record AddPage(String title, String path, List<ErrorLine> errors) {
    }

    /** Model of {@code outreach/console/evidence-removal}. */
    record RemovalPage(String title, String path, String record, String name, List<ErrorLine> errors) {
    }

    static List<Shown> shown(OutreachWords words, Lang lang, long record, List<Evidence> all) {
        return all.stream().map(one -> new Shown(Register.path(record) + "/evidence/" + one.id(), one.isPhoto(),
                one.name(), words.say(lang, "evidence.meta", kilobytes(one.bytes()), one.addedBy(),
                        Format.moment(lang, one.addedAt())), one.hash().substring(0, 16),
                one.elsewhere() == 0 ? "" : words.say(lang, "evidence.elsewhere", one.elsewhere()),
                one.removal().orElse(""))).toList();
    }

    private static long kilobytes(long bytes) {
        return (bytes + 1023) / 1024;
    }

    @Override
    public void mount(Router router) {
        var doors = tools.doors();
        doors.get(router, PATH, Permission.ENTER_OUTREACH, request -> Future.succeededFuture(form(request, List.of())));
        doors.post(router, PATH, Permission.ENTER_OUTREACH, this::add);
        doors.get(router, ONE, Permission.SEE_EVIDENCE, this::look);
        doors.get(router, ONE + "/thumbnail", Permission.SEE_EVIDENCE, this::thumbnail);
        doors.get(router, ONE + "/removal", Permission.ENTER_OUTREACH, request -> removal(request, List.of()));
        doors.post(router, ONE + "/removal", Permission.ENTER_OUTREACH, this::remove);
    }

    @Override
    public List<BodyLimit> bodyLimits() {
        return List.of(new BodyLimit(OutreachConsole.PATH + "/*", EvidenceIntake.LARGEST_FORM));
    }

    private View form(Request request, List<ErrorLine> errors) {
        return View.page("outreach/console/evidence", new AddPage(words.say(request.lang(), "evidence.add"),
                Register.path(OutreachConsole.id(request)), errors));
    }

    private Future<View> add(Request request) {
        long id = OutreachConsole.id(request);
        var files = request.uploads(EvidenceIntake.FIELD);
        String actor = SignedIn.of(request).actor();
        return (files.isEmpty() ? Future.<Void>failedFuture(Problem.invalid("outreach.invalid", List.of(FieldError.of(
                EvidenceIntake.FIELD, "outreach.evidence.missing")))) : tools.intake().read(files).compose(read ->
                database.inTx(tx -> tools.evidence().add(tx, id, read, actor))))
                .map(added -> View.seeOther(Register.path(id) + "#evidence"))
                .recover(failure -> failure instanceof Problem problem && problem.sort() == Problem.Sort.INVALID
                        ? Future.succeededFuture(form(request, ErrorLine.of(words.messages(), request.lang(),
                        problem.errors())).status(422)) : Future.failedFuture(failure));
    }

    private static long evidence(Request request) {
        return OutreachConsole.number(request, "evidence");
    }

    private Future<View> look(Request request) {
        return database.inTx(tx -> tools.evidence().look(tx, OutreachConsole.id(request), evidence(request),
                SignedIn.of(request).actor())).map(content -> content.type().equals(JPEG)
                ? View.shown(JPEG, content.name().replaceFirst("\\.[^.]*$", "") + ".jpg", Buffer.buffer(content.bytes()))
                : View.attachment(content.type(), content.name(), Buffer.buffer(content.bytes()))
                        .header("Content-Security-Policy", "default-src 'none'; sandbox"));
    }

    private Future<View> thumbnail(Request request) {
        return database.read(tx -> tools.evidence().thumbnail(tx, OutreachConsole.id(request), evidence(request)))
                .map(content -> View.bytes(JPEG, Buffer.buffer(content.bytes()))
                        .header("Cache-Control", "private, max-age=600"));
    }

    private Future<View> removal(Request request, List<ErrorLine> errors) {
        long id = OutreachConsole.id(request);
        long evidence = evidence(request);
        return database.read(tx -> tools.evidence().of(tx, id)).map(all -> all.stream()
                .filter(one -> one.id() == evidence && one.removal().isEmpty()).findFirst()
                .orElseThrow(() -> Problem.notFound("outreach.evidence.none", evidence)))
                .map(one -> View.page("outreach/console/evidence-removal", new RemovalPage(
                        words.say(request.lang(), "evidence.remove"), Register.path(id) + "/evidence/" + evidence,
                        Register.path(id), one.name(), errors)));
    }

    private Future<View> remove(Request request) {
        var form = request.form();
        String reason = form.text("reason").required().atMost(500).get();
        if (!form.errors().isEmpty()) {
            return removal(request, ErrorLine.of(words.messages(), request.lang(), form.errors()))
                    .map(page -> page.status(422));
        }
        long id = OutreachConsole.id(request);
        return database.inTx(tx -> tools.evidence().remove(tx, id, evidence(request), reason,
                SignedIn.of(request).actor())).map(removed -> View.seeOther(Register.path(id) + "#evidence"));
    }
}
