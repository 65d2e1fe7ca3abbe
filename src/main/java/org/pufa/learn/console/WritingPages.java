package org.pufa.learn.console;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pufa.bank.Album;
import org.pufa.bank.Picture;
import org.pufa.bank.picture.PictureStore;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.learn.LearnWords;
import org.pufa.learn.Lesson;
import org.pufa.learn.LessonPicture;
import org.pufa.learn.LessonText;
import org.pufa.learn.Lessons.Saving;
import org.pufa.learn.PictureIntake;
import org.pufa.learn.QuestionRef;
import org.pufa.staff.ErrorLine;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.SecurityHeaders;
import org.pufa.web.View;

/** The form in which a page is written, with the phone beside it. It saves itself while one types. */
final class WritingPages implements Routes {

    private static final String PATH = LearnConsole.ONE + "/writing";
    private static final long LARGEST_FORM = 22L << 20;

    private final LearnConsole.Tools tools;
    private final Offers offers;
    private final Database database;
    private final LearnWords words;
    private final PictureStore pictures = new PictureStore();

    WritingPages(LearnConsole.Tools tools, Offers offers, Database database, LearnWords words) {
        this.tools = tools;
        this.offers = offers;
        this.database = database;
        this.words = words;
    }

    /**
     * Model of {@code learn/console/writing}.
     *
     * @param conflict says that a colleague has saved meanwhile, or ""
     * @param last who saved last, and when
     */
    record WritingPage(String title, String name, String path, String version, String conflict, List<ErrorLine> errors,
            List<Choice> sorts, Field heading, Field summary, Field body, Field cites, Field questions, Field audience,
            List<Choice> campaigns, String otherCampaigns, List<PictureRow> pictures, String alt,
            List<Offers.Suggested> suggested, String last) {
    }

    /** @param other what a colleague saved in it meanwhile, where it differs; or "" */
    record Field(String value, String other) {

        static Field of(String value, String stored, boolean conflict) {
            return new Field(value, conflict && !value.equals(stored) ? stored.isEmpty() ? "–" : stored : "");
        }
    }

    record PictureRow(String name, String src, int width, int height, String alt, String insert) {
    }

    @Override
    public void mount(Router router) {
        tools.doors().get(router, PATH, Permission.WRITE_LEARNING, this::show);
        tools.doors().post(router, PATH, Permission.WRITE_LEARNING, this::save);
    }

    @Override
    public List<BodyLimit> bodyLimits() {
        return List.of(new BodyLimit(LearnConsole.PATH + "/*", LARGEST_FORM));
    }

    private Future<View> show(Request request) {
        return database.read(tx -> tools.lessons().get(tx, LearnConsole.id(request)).compose(lesson ->
                lesson.latest().status().isOpen() ? page(tx, request, lesson, lesson.latest().text(), false, List.of())
                        : Future.succeededFuture(View.seeOther(lesson.path()))));
    }

    /** @param typed what stands in the form @param conflict whether a colleague has saved meanwhile */
    private Future<View> page(Tx tx, Request request, Lesson lesson, LessonText typed, boolean conflict,
            List<ErrorLine> errors) {
        return offers.read(tx, request, typed).map(offer -> View.page("learn/console/writing",
                page(request, lesson, typed, conflict, errors, offer))
                .header("Content-Security-Policy", SecurityHeaders.FRAMING));
    }

    private WritingPage page(Request request, Lesson lesson, LessonText typed, boolean conflict,
            List<ErrorLine> errors, Offers.Offer offer) {
        Lang lang = request.lang();
        var stored = lesson.latest().text();
        String name = typed.title().isBlank() ? lesson.slug().value() : typed.title();
        String others = String.join("、", stored.campaigns());
        return new WritingPage(words.say(lang, "writing.title", name), name, lesson.path(),
                Integer.toString(lesson.latest().version()),
                conflict ? words.say(lang, "writing.conflict", lesson.latest().changedBy(),
                        Format.moment(lang, lesson.latest().changedAt())) : "", errors,
                NewPages.sorts(words, lang, typed.sort()), Field.of(typed.title(), stored.title(), conflict),
                Field.of(typed.summary(), stored.summary(), conflict), Field.of(typed.body(), stored.body(), conflict),
                Field.of(typed.cites(), stored.cites(), conflict),
                Field.of(typed.questions(), stored.questions(), conflict),
                Field.of(typed.audience(), stored.audience(), conflict), campaigns(offer, typed),
                conflict && !typed.campaigns().equals(stored.campaigns()) ? others.isEmpty() ? "–" : others : "",
                stored.pictures().stream().map(WritingPages::row).toList(), request.form().raw("alt"),
                offer.questions(), last(lang, lesson));
    }

    private static List<Choice> campaigns(Offers.Offer offer, LessonText typed) {
        var choices = new ArrayList<>(IntStream.range(0, offer.campaigns().size()).mapToObj(i -> new Choice(
                offer.campaigns().get(i).slug().value(), offer.titles().get(i),
                typed.campaigns().contains(offer.campaigns().get(i).slug().value()))).toList());
        var known = choices.stream().map(Choice::value).toList();
        typed.campaigns().stream().filter(slug -> !known.contains(slug))
                .forEach(slug -> choices.add(new Choice(slug, slug, true)));
        return choices;
    }

    private static PictureRow row(LessonPicture picture) {
        return new PictureRow(picture.name(), picture.url(), picture.width(), picture.height(), picture.alt(),
                "![" + picture.alt() + "](" + picture.name() + ")");
    }

    private String last(Lang lang, Lesson lesson) {
        return words.say(lang, "writing.saved", Format.moment(lang, lesson.latest().changedAt()),
                lesson.latest().changedBy());
    }

    private Future<View> save(Request request) {
        var files = request.uploads(PictureIntake.FIELD);
        boolean upload = !files.isEmpty() && !request.wantsJson();
        return (upload ? tools.intake().read(files.get(0)).map(Optional::of)
                : Future.succeededFuture(Optional.<Picture>empty())).transform(painted -> painted.succeeded()
                ? save(request, painted.result(), List.of())
                : save(request, Optional.empty(), refused(painted.cause())));
    }

    /** A picture that cannot be used must not cost what was typed: the rest is saved all the same. */
    private static List<FieldError> refused(Throwable failure) {
        if (failure instanceof Problem problem && problem.sort() == Problem.Sort.INVALID) {
            return problem.errors();
        } else if (failure instanceof Problem busy) {
            return List.of(new FieldError(PictureIntake.FIELD, busy.key(), busy.args()));
        }
        throw failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
    }

    private Future<View> save(Request request, Optional<Picture> picture, List<FieldError> faults) {
        var form = request.form();
        return database.inTx(tx -> tools.lessons().get(tx, LearnConsole.id(request)).compose(lesson -> {
            LessonText typed = new WritingForm(form, lesson.latest().text()).read();
            var errors = new ArrayList<>(form.errors());
            errors.addAll(faults);
            if (!form.errors().isEmpty()) {
                return wrong(tx, request, lesson, typed, errors);
            }
            LessonText whole = picture.map(one -> with(typed, one, form.text("alt").atMost(LessonPicture.LONGEST_ALT)
                    .get(), errors)).orElse(typed);
            return reachable(tx, request, lesson, whole).compose(reached -> picture.isEmpty()
                            ? Future.<Void>succeededFuture() : pictures.add(tx, Album.of(List.of(picture.get()))))
                    .compose(kept -> tools.lessons().save(tx, lesson.id(), LearnConsole.number(form.raw("version")),
                            whole, SignedIn.of(request).actor()))
                    .compose(saving -> answer(tx, request, saving, whole, errors));
        }));
    }

    private static LessonText with(LessonText typed, Picture picture, String alt, List<FieldError> errors) {
        if (alt.isEmpty()) {
            errors.add(FieldError.of("alt", "learn.picture.alt"));
            return typed;
        } else if (typed.pictures().size() >= LessonPicture.MOST) {
            errors.add(FieldError.of(PictureIntake.FIELD, "learn.picture.many", LessonPicture.MOST));
            return typed;
        }
        return LessonForms.with(typed, alt, picture);
    }

    /** What somebody bound to a unit names anew must be theirs to see. */
    private Future<Void> reachable(Tx tx, Request request, Lesson lesson, LessonText typed) {
        var who = SignedIn.of(request);
        var stored = lesson.latest().text();
        Future<Void> all = Future.succeededFuture();
        for (QuestionRef ref : typed.questionRefs()) {
            if (!stored.questionRefs().contains(ref)) {
                all = all.compose(before -> tools.doors().reach().check(tx, who, "bank", ref.bank()));
            }
        }
        for (String slug : typed.campaigns()) {
            if (!stored.campaigns().contains(slug) && org.pufa.kernel.Slug.parse(slug).isPresent()) {
                all = all.compose(before -> tools.doors().reach().check(tx, who, "slug", slug));
            }
        }
        return all;
    }

    private Future<View> wrong(Tx tx, Request request, Lesson lesson, LessonText typed, List<FieldError> errors) {
        var lines = ErrorLine.of(words.messages(), request.lang(), errors);
        return request.wantsJson() ? Future.succeededFuture(told(409, lines.stream().map(ErrorLine::sentence)
                .collect(Collectors.joining()))) : page(tx, request, lesson, typed, false, lines)
                .map(view -> view.status(422));
    }

    private static View told(int status, String sentence) {
        return View.json(status, new JsonObject().put("sentence", sentence));
    }

    private Future<View> answer(Tx tx, Request request, Saving saving, LessonText typed, List<FieldError> errors) {
        Lang lang = request.lang();
        Lesson now = saving.lesson();
        if (!saving.saved()) {
            return request.wantsJson() ? Future.succeededFuture(told(409, words.say(lang, "writing.conflict.short",
                    now.latest().changedBy()))) : page(tx, request, now, typed, true, List.of())
                    .map(view -> view.status(409));
        } else if (request.wantsJson()) {
            return Future.succeededFuture(View.json(new JsonObject().put("version", now.latest().version())
                    .put("notes", new JsonObject()).put("sentence", last(lang, now))));
        } else if (!errors.isEmpty()) {
            return wrong(tx, request, now, typed, errors);
        }
        String act = request.form().raw("act");
        return Future.succeededFuture(View.seeOther(act.equals("next") ? now.path()
                : now.path() + "/writing" + (act.equals("upload") ? "#pictures" : "")));
    }
}
