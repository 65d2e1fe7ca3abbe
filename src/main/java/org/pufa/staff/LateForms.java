package org.pufa.staff;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.pufa.db.Database;
import org.pufa.staff.kept.KeptForm;
import org.pufa.staff.kept.Refill;
import org.pufa.web.Csrf;
import org.pufa.web.PageEdit;
import org.pufa.web.Pages;
import org.pufa.web.Request;

/**
 * Sees to it that nothing typed is lost when a form comes after its session has ended: keeps it for its owner, leads
 * them back to its page after they signed in, and fills it in again there. Nothing is done before they send it.
 */
final class LateForms {

    /** Where what was kept is shown when nobody knows the page it came from. */
    static final String PATH = "/console/kept";

    private static final String PARAMETER = "kept";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern OWN = Pattern.compile("[?&]" + PARAMETER + "=[^&]*");

    private final Database database;
    private final KeptForms forms;
    private final Pages pages;
    private final Csrf csrf;
    private final Clock clock;

    LateForms(Database database, KeptForms forms, Pages pages, Csrf csrf, Clock clock) {
        this.database = database;
        this.forms = forms;
        this.pages = pages;
        this.csrf = csrf;
        this.clock = clock;
    }

    /**
     * Model of {@code staff/_kept}.
     *
     * @param found whether the form on the page has been filled in
     * @param fields what has no place there
     */
    record KeptNote(boolean found, String action, List<KeptForm.Field> all, List<KeptForm.Field> fields) {
    }

    /**
     * Keeps what a form brought. Gives the address that shows it again; nothing when there is nothing worth keeping, or
     * it cannot be told that this site's own page sent it.
     */
    Future<Optional<String>> keep(Request request, long account) {
        var form = KeptForm.of(request.path(), request.form().all());
        boolean isWorthIt = request.method() == HttpMethod.POST && !form.fields().isEmpty() && !form.isTooLarge()
                && !request.path().startsWith(AccountConsole.PATH) && csrf.isSurelyOwn(request);
        if (!isWorthIt) {
            return Future.succeededFuture(Optional.empty());
        }
        String page = page(request);
        return database.inTx(tx -> forms.keep(tx, account, form, page, clock.instant()))
                .map(id -> Optional.of(page + (page.contains("?") ? '&' : '?') + PARAMETER + '=' + id));
    }

    /** The page from which the form was sent. */
    private static String page(Request request) {
        String page = LocalPath.of(request.cameFrom().map(from -> OWN.matcher(from).replaceFirst("")));
        return page.equals(LocalPath.START) ? PATH : page;
    }

    /** Before a page is made: sees whether its address names something that was kept for whoever is signed in. */
    Future<Void> show(Request request) {
        var id = request.query(PARAMETER).filter(text -> ID.matcher(text).matches()).map(UUID::fromString);
        return id.isEmpty() ? Future.succeededFuture() : database.read(tx ->
                forms.find(tx, SignedIn.of(request).account(), id.get(), clock.instant())).map(found -> {
                    found.ifPresent(form -> request.put(PageEdit.class, html -> refilled(request, html, form)));
                    return null;
                });
    }

    private String refilled(Request request, String html, KeptForm form) {
        var refill = new Refill(html, form);
        return refill.with(pages.render(request, "staff/_kept", new KeptNote(refill.isFound(), form.action(),
                form.fields(), refill.leftOver())));
    }
}
