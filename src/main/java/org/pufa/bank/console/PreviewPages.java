package org.pufa.bank.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.pufa.bank.Bank;
import org.pufa.bank.BankSummary;
import org.pufa.bank.Banks;
import org.pufa.bank.QuestionPicture;
import org.pufa.bank.picture.PicturePages;
import org.pufa.bank.preview.Counts;
import org.pufa.bank.preview.Mended;
import org.pufa.bank.preview.PreviewItem;
import org.pufa.bank.preview.Previews;
import org.pufa.bank.preview.Previews.Overview;
import org.pufa.bank.preview.Readings;
import org.pufa.bank.preview.Shown;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Problem;
import org.pufa.staff.Doors;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.staff.Uploads;
import org.pufa.web.FormFields;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** Shows what a file holds, lets staff mend it or leave parts out, and writes the rest into a bank once confirmed. */
final class PreviewPages implements Routes {

    private static final int ROWS = 20;
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_TEXT = 4000;
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final String UPLOAD = LoadPages.PATH + "/:upload";

    private final Doors doors;
    private final Banks banks;
    private final Previews previews;
    private final Readings readings;
    private final Database database;
    private final BankWords words;

    PreviewPages(Doors doors, Banks banks, Previews previews, Readings readings, Database database, BankWords words) {
        this.doors = doors;
        this.banks = banks;
        this.previews = previews;
        this.readings = readings;
        this.database = database;
        this.words = words;
    }

    /**
     * Model of {@code bank/console/check}.
     *
     * @param confirm null when nothing can be taken
     */
    record CheckPage(String title, String meta, List<Figure> figures, List<Tab> tabs,
            List<PreviewView> items, String range, String previous, String next, Confirm confirm) {
    }

    record Figure(String label, String figure, String note) {
    }

    record Tab(String label, String href, boolean current) {
    }

    /** @param code, title, law, version of a new bank, as far as the file says them */
    record Confirm(String action, String sentence, String button, List<BankWords.Choice> banks, String code,
            String title, String law, String version) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, UPLOAD, Permission.LOAD_BANKS, this::show);
        doors.get(router, UPLOAD + "/pictures/:picture", Permission.LOAD_BANKS, this::picture);
        doors.post(router, UPLOAD + "/items/:number", Permission.LOAD_BANKS, this::mend);
        doors.post(router, UPLOAD + "/items/:number/leaving", Permission.LOAD_BANKS, this::leave);
        doors.post(router, UPLOAD + "/loading", Permission.LOAD_BANKS, this::load);
    }

    /** While the file is being read, how far that has come. */
    private Future<View> show(Request request) {
        return database.read(tx -> Uploads.find(tx, SignedIn.of(request), request.path("upload"))
                .compose(file -> readings.find(tx, file.id()).compose(state -> state.isPresent()
                        ? Future.succeededFuture(ReadingPage.view(words, request.lang(), file, state.get()))
                        : show(tx, request, file))));
    }

    private Future<View> show(Tx tx, Request request, Uploads.Sent file) {
        Shown shown = request.query("show").flatMap(Shown::parse).orElse(Shown.ALL);
        int from = request.query("from").filter(text -> text.matches("\\d{1,6}")).map(Integer::valueOf).orElse(0);
        return previews.overview(tx, file.id()).compose(overview -> previews.items(tx, file.id(), shown, from, ROWS + 1)
                .compose(items -> banks.summaries(tx, SignedIn.of(request).unit())
                        .map(all -> page(request, file, overview, items, all, new Place(shown, from)))));
    }

    /** Which part of the items a page shows. */
    private record Place(Shown shown, int from) {

        String query(int other) {
            return "?show=" + shown.code() + (other == 0 ? "" : "&from=" + other);
        }
    }

    private View page(Request request, Uploads.Sent file, Overview overview, List<PreviewItem> items,
            List<BankSummary> all, Place place) {
        Lang lang = request.lang();
        String path = LoadPages.PATH + '/' + file.id();
        var counts = overview.counts();
        var shown = items.subList(0, Math.min(ROWS, items.size()));
        return View.page("bank/console/check", new CheckPage(words.say(lang, "check.title"),
                words.say(lang, "check.meta", file.name(), counts.read(), overview.format().isEmpty()
                        ? "–" : words.say(lang, "format." + overview.format())), figures(lang, counts),
                tabs(lang, path, counts, place),
                shown.stream().map(item -> PreviewView.of(words, lang, path,
                        place.query(place.from()), item)).toList(),
                shown.isEmpty() ? words.say(lang, "preview.none")
                        : words.say(lang, "preview.range", place.from() + 1, place.from() + shown.size()),
                place.from() == 0 ? "" : path + place.query(Math.max(0, place.from() - ROWS)),
                items.size() <= ROWS ? "" : path + place.query(place.from() + ROWS),
                counts.taken() == 0 ? null : confirm(lang, path, counts, all,
                        BankHead.of(file.head()))));
    }

    private List<Figure> figures(Lang lang, Counts counts) {
        return List.of(figure(lang, "accepted", counts.accepted()), figure(lang, "warned", counts.warned()),
                figure(lang, "refused", counts.refused()), figure(lang, "left", counts.left()),
                figure(lang, "uncited", counts.uncited()));
    }

    private Figure figure(Lang lang, String name, int count) {
        return new Figure(words.say(lang, "check." + name), Format.number(count),
                words.say(lang, "check." + name + ".note"));
    }

    private List<Tab> tabs(Lang lang, String path, Counts counts, Place place) {
        return Arrays.stream(Shown.values()).map(shown -> new Tab(words.say(lang, "preview.tab." + shown.code(),
                switch (shown) {
                    case ALL -> counts.read();
                    case WARNED -> counts.warned();
                    case REFUSED -> counts.refused();
                    case ACCEPTED -> counts.accepted();
                    case LEFT -> counts.left();
                }), path + "?show=" + shown.code(), shown == place.shown())).toList();
    }

    private Confirm confirm(Lang lang, String path, Counts counts, List<BankSummary> all, BankHead head) {
        return new Confirm(path + "/loading", words.say(lang, "check.sentence", counts.taken(), counts.refused(),
                counts.left()), words.say(lang, "check.button", counts.taken()),
                all.stream().map(summary -> new BankWords.Choice(summary.bank().code(), summary.bank().title(),
                        summary.bank().code().equals(head.code()))).toList(),
                head.code(), head.title(), head.law(), head.version());
    }

    /** Its address is only that of the file's sender, and goes with the file. */
    private Future<View> picture(Request request) {
        String hash = request.path("picture").replaceFirst("\\.(png|jpg)$", "");
        return database.read(tx -> Uploads.find(tx, SignedIn.of(request), request.path("upload"))
                .compose(file -> previews.picture(tx, file.id(), hash)))
                .map(picture -> PicturePages.view(picture).header("Cache-Control", "private, max-age=3600"));
    }

    private Future<View> mend(Request request) {
        int number = number(request);
        var form = request.form();
        var mended = mended(form);
        return form.orInvalid(() -> database.inTx(tx -> Uploads.find(tx, SignedIn.of(request), request.path("upload"))
                .compose(file -> previews.mend(tx, file.id(), number, mended,
                        SignedIn.of(request).unit())))
                .map(item -> back(request, number)));
    }

    private static Mended mended(FormFields form) {
        return new Mended(form.text("type").atMost(LONGEST_TITLE).get(), form.text("stem").atMost(LONGEST_TEXT).get(),
                form.text("options").atMost(LONGEST_TEXT).get().lines().map(String::strip)
                        .filter(line -> !line.isEmpty()).limit(26).toList(),
                form.text("answer").atMost(LONGEST_TITLE).get(), form.text("citation").atMost(200).get(),
                form.text("quote").atMost(LONGEST_TEXT).get(), form.text("explanation").atMost(LONGEST_TEXT).get(),
                form.text("topic").atMost(LONGEST_TITLE).get(), form.text("difficulty").atMost(10).get(),
                PictureView.told(form, QuestionPicture.MOST * 2));
    }

    private static int number(Request request) {
        String number = request.path("number");
        if (!number.matches("[1-9]\\d{0,6}")) {
            throw Problem.notFound("bank.preview.no-item", number);
        }
        return Integer.parseInt(number);
    }

    private static View back(Request request, int number) {
        String here = request.form().raw("here");
        String query = here.matches("\\?show=[a-z]{1,10}(&from=\\d{1,6})?") ? here : "";
        return View.seeOther(LoadPages.PATH + '/' + request.path("upload") + query + "#n" + number);
    }

    private Future<View> leave(Request request) {
        int number = number(request);
        boolean out = request.form().raw("out").equals("1");
        return database.inTx(tx -> Uploads.find(tx, SignedIn.of(request), request.path("upload"))
                .compose(file -> previews.leaveOut(tx, file.id(), number, out))).map(left -> back(request, number));
    }

    private Future<View> load(Request request) {
        SignedIn who = SignedIn.of(request);
        return database.inTx(tx -> Uploads.find(tx, who, request.path("upload"))
                .compose(file -> bank(tx, who, request.form())
                        .compose(bank -> previews.save(tx, file.id(), bank, who.actor(),
                                words.say(Lang.ZH, "preview.reason", file.name()))
                                .compose(saved -> own(tx, who, request.form(), bank))
                                .compose(owned -> Uploads.drop(tx, request.path("upload")))
                                .map(dropped -> View.seeOther(BankPages.PATH + '/' + bank.code() + "?state=draft")))));
    }

    /** A new bank belongs to the unit of whoever made it. */
    private Future<Void> own(Tx tx, SignedIn who, FormFields form, Bank bank) {
        return who.unit().isPresent() && form.raw("bank").isEmpty() ? banks.assign(tx, bank.code(), who.unit())
                : Future.succeededFuture();
    }

    /** The bank that was chosen, or the new one that was named. */
    private Future<Bank> bank(Tx tx, SignedIn who, FormFields form) {
        String chosen = form.raw("bank");
        if (!chosen.isEmpty()) {
            return doors.reach().check(tx, who, BankHoldings.BANK, chosen).compose(own -> banks.bank(tx, chosen))
                    .map(found -> found.orElseThrow(() -> Problem.notFound("bank.console.unknown", chosen)));
        }
        var code = form.text("code").required().between(3, LONGEST_TITLE).matching(CODE, "bank.console.code");
        var title = form.text("title").required().atMost(LONGEST_TITLE);
        var law = form.text("law").atMost(LONGEST_TITLE);
        var version = form.text("version").atMost(LONGEST_TITLE);
        return banks.bank(tx, code.get()).map(known -> {
            if (known.isPresent()) {
                form.refuse("code", "bank.console.code.taken", code.get());
            }
            return form.orInvalid(() -> new Bank(code.get(), title.get(), law.get().replaceAll("[《》]", ""),
                    version.get()));
        });
    }
}
