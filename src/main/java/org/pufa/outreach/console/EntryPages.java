package org.pufa.outreach.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Days;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.outreach.Activity;
import org.pufa.outreach.ActivityCheck;
import org.pufa.outreach.Catalogue;
import org.pufa.outreach.OutreachHoldings;
import org.pufa.outreach.Register;
import org.pufa.outreach.Revision.Origin;
import org.pufa.outreach.Seal;
import org.pufa.outreach.Submission;
import org.pufa.outreach.Submission.Entered;
import org.pufa.outreach.console.EntryView.Offer;
import org.pufa.outreach.evidence.EvidenceFile;
import org.pufa.outreach.evidence.EvidenceIntake;
import org.pufa.staff.ErrorLine;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.FormFields;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The form in which a record is entered, made for a phone in the field, and in which it is corrected. */
final class EntryPages implements Routes {

    static final String PATH = OutreachConsole.PATH + "/field";
    private static final String CORRECTION = OutreachConsole.PATH + "/:" + OutreachHoldings.OUTREACH + "/correction";
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final OutreachConsole.Tools tools;
    private final Database database;
    private final OutreachWords words;
    private final Clock clock;
    private final Offers offers;

    EntryPages(OutreachConsole.Tools tools, Database database, OutreachWords words, Clock clock) {
        this.tools = tools;
        this.database = database;
        this.words = words;
        this.clock = clock;
        this.offers = new Offers(tools, clock);
    }

    /**
     * Model of {@code outreach/console/entry}.
     *
     * @param correcting whether an earlier record is corrected
     * @param expected number of the revision that is corrected, or ""
     * @param client key under which the form is sent however often
     * @param who account under which drafts are kept on the phone
     * @param gathering id of the gathering whose sign-in is counted, or ""
     * @param signed what signed in there
     * @param doubtful whether somebody must type that unusual figures are right
     */
    record EntryPage(String title, String action, String back, boolean correcting, String expected, String client,
            String who, String done, boolean repeated, boolean other, String gathering, List<String> signed, Fields fields, List<EntryView.Choice> kinds,
            List<EntryView.AmountRow> amounts, boolean gives, String givingKinds, boolean titles,
            List<EntryView.GivenRow> given, boolean givesMore, List<EntryView.Choice> audiences,
            List<EntryView.Choice> campaigns, List<String> districts, List<String> laws, List<ErrorLine> errors,
            boolean doubtful, String sure) {
    }

    /** What stands in the plain fields. */
    record Fields(String title, String starts, String ends, String place, String district, String laws, String partners,
            String notes, String reason, String today) {

        static Fields of(Typed typed, String today) {
            return new Fields(typed.get("title"), typed.get("starts"), typed.get("ends"), typed.get("place"),
                    typed.get("district"), typed.get("laws"), typed.get("partners"), typed.get("notes"),
                    typed.get("reason"), today);
        }
    }

    /** Which form it is. @param corrected id and current revision of the record that is corrected */
    private record Form(Optional<Long> corrected, int expected, String client) {
    }

    @Override
    public void mount(Router router) {
        tools.doors().get(router, PATH, Permission.ENTER_OUTREACH, this::blank);
        tools.doors().post(router, PATH, Permission.ENTER_OUTREACH, this::enter);
        tools.doors().get(router, CORRECTION, Permission.ENTER_OUTREACH, this::filled);
        tools.doors().post(router, CORRECTION, Permission.ENTER_OUTREACH, this::correct);
    }

    @Override
    public List<BodyLimit> bodyLimits() {
        return List.of(new BodyLimit(PATH, EvidenceIntake.LARGEST_FORM));
    }

    private Future<View> blank(Request request) {
        var form = new Form(Optional.empty(), 0, UUID.randomUUID().toString());
        return database.read(tx -> offers.gathering(tx, request, request.query("gathering").orElse("")).compose(gathering ->
                offers.read(tx, request, gathering))).map(offer -> page(request, offer, offer.gathering()
                .map(Offers::typed).orElseGet(() -> Typed.of(Map.of("kind", request.query("kind").orElse(""), "starts",
                        today()))), form, List.of(), false));
    }

    private String today() {
        return Days.of(clock.instant()).toString();
    }

    private View page(Request request, Offer offer, Typed typed, Form form, List<ErrorLine> errors, boolean doubtful) {
        Lang lang = request.lang();
        var view = new EntryView(words, tools.desk(), lang, offer, typed);
        boolean correcting = form.corrected().isPresent();
        String record = form.corrected().map(Register::path).orElse("");
        String sent = request.query("sent").filter(code -> code.matches("entered|repeated|other")).orElse("");
        return View.page("outreach/console/entry", new EntryPage(words.say(lang, correcting ? "correct.title"
                : "entry.title"), correcting ? record + "/correction" : PATH, correcting ? record : OutreachConsole.PATH,
                correcting, correcting ? Integer.toString(form.expected()) : "", form.client(),
                SignedIn.of(request).actor(), request.query("done").filter(id -> id.matches("\\d{1,18}"))
                .map(id -> Register.path(Long.parseLong(id))).orElse(""), sent.equals("repeated"), sent.equals("other"),
                offer.gathering().map(one -> Long.toString(one.id())).orElse(""), view.signed(), Fields.of(typed, today()), view.kinds(), view.amounts(), view.gives(), view.givingKinds(),
                !offer.titles().isEmpty(), view.given(), view.givesMore(), view.audiences(), view.campaigns(),
                offer.districts(), offer.laws(), errors, doubtful, CheckView.SURE));
    }

    private Future<View> filled(Request request) {
        return database.read(tx -> Catalogue.read(tx).compose(catalogue -> tools.register().get(tx, catalogue, id(request)))
                .compose(record -> {
                    var typed = Typed.of(record.current().activity());
                    var form = new Form(Optional.of(record.id()), record.current().number(), "");
                    return offers.gathering(tx, request, typed.get("gathering")).compose(gathering ->
                            offers.read(tx, request, gathering)).map(offer -> page(request, offer, typed, form, List.of(),
                            false));
                }));
    }

    private static long id(Request request) {
        return OutreachConsole.id(request);
    }

    private Future<View> enter(Request request) {
        FormFields form = request.form();
        String client = form.raw("client");
        if (!KEY.matcher(client).matches()) {
            return Future.failedFuture(Problem.malformed("outreach.form.key"));
        }
        var files = new ArrayList<>(request.uploads("shot"));
        files.addAll(request.uploads(EvidenceIntake.FIELD));
        return offer(request).compose(offer -> {
            var activity = new ActivityForm(form, offer, offer.gathering()).read();
            return activity.isEmpty() ? refused(request, offer, new Form(Optional.empty(), 0, client), form.errors())
                    : checked(form, activity.get(), Optional.empty())
                    .compose(assured -> tools.intake().read(files).compose(evidence -> database.inTx(tx ->
                            enter(tx, request, offer, new Submission(UUID.fromString(client), Seal.of(activity.get(),
                                    evidence.stream().map(EvidenceFile::sent).toList()), SignedIn.of(request).unit(),
                                    activity.get(), Origin.form(assured)), evidence))))
                    .map(entered -> entered(request, entered))
                    .recover(failure -> again(request, offer, new Form(Optional.empty(), 0, client), failure));
        });
    }

    private Future<Offer> offer(Request request) {
        return database.read(tx -> offers.gathering(tx, request, request.form().raw("gathering"))
                .compose(gathering -> offers.read(tx, request, gathering)));
    }

    /** Whether the person typed that unusual figures are right; fails with INVALID where something must be mended. */
    private Future<Boolean> checked(FormFields form, Activity activity, Optional<Activity> before) {
        var check = ActivityCheck.of(activity, before, Days.of(clock.instant()));
        boolean sure = form.raw("sure").strip().equals(CheckView.SURE);
        if (!check.faults().isEmpty()) {
            return Future.failedFuture(Problem.invalid("outreach.invalid", check.faults()));
        } else if (!check.doubts().isEmpty() && !sure) {
            return Future.failedFuture(Problem.invalid("outreach.doubtful", check.doubts()));
        }
        return Future.succeededFuture(!check.doubts().isEmpty());
    }

    private Future<Entered> enter(Tx tx, Request request, Offer offer, Submission sent, List<EvidenceFile> evidence) {
        String actor = SignedIn.of(request).actor();
        return tools.register().enter(tx, offer.catalogue(), sent, actor).compose(entered ->
                entered.outcome() == Submission.Outcome.ENTERED
                        ? tools.evidence().add(tx, entered.id(), evidence, actor).map(entered)
                        : Future.succeededFuture(entered));
    }

    private static View entered(Request request, Entered entered) {
        String outcome = entered.outcome().name().toLowerCase(java.util.Locale.ROOT);
        String url = PATH + "?done=" + entered.id() + "&sent=" + outcome;
        return request.wantsJson() ? View.json(Map.of("url", url, "record", Register.path(entered.id()), "outcome",
                outcome)) : View.seeOther(url);
    }

    /** The form again with what was typed and what is wrong; files have to be chosen again. */
    private Future<View> again(Request request, Offer offer, Form form, Throwable failure) {
        if (failure instanceof Problem problem && problem.sort() == Problem.Sort.INVALID && !request.wantsJson()) {
            var lines = ErrorLine.of(words.messages(), request.lang(), problem.errors());
            return Future.succeededFuture(page(request, offer, Typed.of(request.form()), form, lines,
                    problem.key().equals("outreach.doubtful")).status(422));
        }
        return Future.failedFuture(failure);
    }

    private Future<View> refused(Request request, Offer offer, Form form, List<FieldError> errors) {
        return again(request, offer, form, Problem.invalid("outreach.invalid", errors));
    }

    private Future<View> correct(Request request) {
        FormFields form = request.form();
        int expected = OutreachConsole.number(form.raw("expected"));
        String reason = form.text("reason").required().atMost(500).get();
        var again = new Form(Optional.of(id(request)), expected, "");
        return offer(request).compose(offer -> database.read(tx -> tools.register().get(tx, offer.catalogue(), id(request)))
                .map(record -> new Found(offer, record.current().activity()))).compose(found -> {
                    var activity = new ActivityForm(form, found.offer(), found.offer().gathering()).read();
                    return activity.isEmpty() ? refused(request, found.offer(), again, form.errors())
                            : checked(form, activity.get(), Optional.of(found.before())).compose(assured ->
                            database.inTx(tx -> tools.register().correct(tx, found.offer().catalogue(), id(request),
                                    expected, activity.get(), Origin.form(assured), reason,
                                    SignedIn.of(request).actor())))
                            .map(number -> View.seeOther(Register.path(id(request))))
                            .recover(failure -> again(request, found.offer(), again, failure));
                });
    }

    private record Found(Offer offer, Activity before) {
    }
}
