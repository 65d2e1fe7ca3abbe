package org.pufa.settings;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.staff.Doors;
import org.pufa.staff.ErrorLine;
import org.pufa.staff.Navigation;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.FormFields;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The page on which administrators say who runs the platform and how it looks. */
public final class SettingsConsole implements Routes {

    static final String PATH = "/console/settings";
    static final Set<Permission> SEE = Set.of(Permission.CHANGE_SETTINGS, Permission.SEE_AUDIT);

    private static final String LOGO = PATH + "/logo";
    private static final long ENVELOPE = 64 * 1024;

    private final Doors doors;
    private final Vertx vertx;
    private final Settings settings;
    private final SiteSettings site;
    private final Messages messages;

    public SettingsConsole(Doors doors, Vertx vertx, Settings settings, SiteSettings site, Messages messages) {
        this.doors = doors;
        this.vertx = vertx;
        this.settings = settings;
        this.site = site;
        this.messages = messages;
        doors.place(new Navigation.Place(Navigation.Group.SYSTEM, "settings.title", PATH, Permission.SEE_AUDIT));
    }

    /**
     * Model of {@code settings/settings}.
     *
     * @param done what went well before, or ""
     * @param logoError what is wrong with the file, or ""
     */
    record SettingsPage(String title, boolean mayChange, List<FieldView> fields, List<ErrorLine> errors, String done,
            boolean hasLogo, String logoError) {
    }

    /**
     * One field as the page shows it.
     *
     * @param seenName name of the hidden field with the value that was seen
     * @param hint "" for none
     * @param changed who decided it and when, or ""
     * @param now what it is now, where somebody changed it meanwhile, or ""
     * @param described ids of what explains the field, or ""
     * @param colour the colour to be shown beside it, or ""
     */
    record FieldView(String name, String seenName, String label, String hint, String value, String seen, int longest,
            boolean lines, String changed, String now, String error, String described, String colour) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH, SEE, request -> Future.succeededFuture(page(request, site.values(), List.of(), "", false)));
        doors.post(router, PATH, Permission.CHANGE_SETTINGS, this::change);
        doors.post(router, LOGO, Permission.CHANGE_SETTINGS, this::logo);
    }

    @Override
    public List<BodyLimit> bodyLimits() {
        return List.of(new BodyLimit(LOGO, Logo.LARGEST_BYTES + ENVELOPE));
    }

    private SettingsPage model(Request request, Map<String, String> values, List<FieldError> errors,
            String logoError, boolean conflict) {
        Lang lang = request.lang();
        var lines = ErrorLine.of(messages, lang, errors);
        String done = request.query("done").filter(text -> text.matches("saved|logo")).map(text ->
                messages.get(lang, "settings.done." + text)).orElse("");
        var now = site.values();
        return new SettingsPage(messages.get(lang, "settings.title"),
                SignedIn.of(request).may(Permission.CHANGE_SETTINGS), SiteForm.FIELDS.stream()
                        .map(field -> field(lang, field, values.get(field.name()), now.get(field.name()), lines, conflict))
                        .toList(), lines, done, site.logo().isPresent(), logoError);
    }

    private View page(Request request, Map<String, String> values, List<FieldError> errors, String logoError,
            boolean conflict) {
        return View.page("settings/settings", model(request, values, errors, logoError, conflict));
    }

    private FieldView field(Lang lang, SiteForm.Field field, String value, String now, List<ErrorLine> lines,
            boolean conflict) {
        String hint = messages.has(lang, field.key() + ".hint") ? messages.get(lang, field.key() + ".hint") : "";
        String error = lines.stream().filter(line -> line.field().equals(field.name())).map(ErrorLine::sentence)
                .findFirst().orElse("");
        String described = (hint.isEmpty() ? "" : field.name() + "-hint ")
                + (error.isEmpty() ? "" : field.name() + "-wrong");
        return new FieldView(field.name(), field.seenName(), messages.get(lang, field.key()), hint, value, now,
                field.longest(), field.lines(), changed(lang, field), conflict ? now(lang, value, now) : "", error,
                described.strip(), field.name().equals(SiteSettings.THEME)
                        ? Colour.parse(value).map(Colour::toString).orElse("") : "");
    }

    private String changed(Lang lang, SiteForm.Field field) {
        return settings.stored(field.name()).map(one -> messages.get(lang, "settings.changed", one.changedBy(),
                Format.moment(lang, one.changedAt()))).orElse("");
    }

    private String now(Lang lang, String value, String now) {
        return now.equals(value) ? "" : now.isEmpty() ? messages.get(lang, "settings.now.empty")
                : messages.get(lang, "settings.now", now);
    }

    private Future<View> change(Request request) {
        FormFields form = request.form();
        var wanted = SiteForm.read(form);
        if (!form.errors().isEmpty()) {
            return Future.succeededFuture(page(request, SiteForm.typed(form), form.errors(), "", false).status(422));
        }
        return settings.change(SignedIn.of(request).actor(), "site", SiteForm.seen(form), wanted)
                .map(done -> View.seeOther(PATH + "?done=saved"))
                .recover(failure -> meanwhile(request, wanted, failure));
    }

    /** Somebody else was faster: what was typed stays, and beside it stands what holds now. */
    private Future<View> meanwhile(Request request, Map<String, String> wanted, Throwable failure) {
        if (!(failure instanceof Problem problem) || problem.sort() != Problem.Sort.CONFLICT) {
            return Future.failedFuture(failure);
        }
        return settings.load().map(loaded -> page(request, wanted, List.of(FieldError.of("site.name", problem.key())),
                "", true).status(409));
    }

    private Future<View> logo(Request request) {
        String actor = SignedIn.of(request).actor();
        if (request.form().ticked("drop")) {
            return settings.changeLogo(actor, Optional.empty()).map(done -> View.seeOther(PATH + "?done=logo"));
        }
        return request.upload("logo").compose(upload -> upload.isEmpty()
                        ? Future.<Logo>failedFuture(Problem.of(Problem.Sort.INVALID, "settings.logo.none"))
                        : vertx.executeBlocking(() -> Logo.of(upload.get().content().getBytes()), false))
                .compose(logo -> settings.changeLogo(actor, Optional.of(logo)))
                .map(done -> View.seeOther(PATH + "?done=logo"))
                .recover(failure -> failure instanceof Problem problem && problem.sort() == Problem.Sort.INVALID
                        ? Future.succeededFuture(page(request, site.values(), List.of(),
                                messages.get(request.lang(), problem.key()), false).status(422))
                        : Future.failedFuture(failure));
    }
}
