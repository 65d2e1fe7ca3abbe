package org.pufa.staff;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Optional;
import org.pufa.db.Database;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.kernel.Problem;
import org.pufa.web.FormFields;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The forms by which administrators make accounts and change what their owners are there for. */
final class PostConsole implements Routes {

    private static final String PATH = StaffConsole.PATH;
    private static final String EDITING = PATH + "/:username/editing";

    private final Doors doors;
    private final Accounts accounts;
    private final Database database;
    private final Messages messages;
    private final LinkPage.Maker links;

    PostConsole(Doors doors, Accounts accounts, Database database, Messages messages, LinkPage.Maker links) {
        this.doors = doors;
        this.accounts = accounts;
        this.database = database;
        this.messages = messages;
        this.links = links;
    }

    /** Model of {@code staff/new} and {@code staff/editing}. @param back where to go when it is left */
    record FormPage(String title, String action, String back, String username, PostForm post, List<ErrorLine> errors) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH + "/new", Permission.CHANGE_STAFF, request -> database.read(tx -> PostForm.of(tx,
                doors.units(), messages, request.lang(), "", List.of(), "")).map(post -> newPage(request, "", post,
                List.of())));
        doors.post(router, PATH, Permission.CHANGE_STAFF, this::add);
        doors.get(router, EDITING, Permission.CHANGE_STAFF, this::edit);
        doors.post(router, EDITING, Permission.CHANGE_STAFF, this::change);
    }

    private View newPage(Request request, String username, PostForm post, List<ErrorLine> errors) {
        return View.page("staff/new", new FormPage(messages.get(request.lang(), "staff.new.title"), PATH, PATH,
                username, post, errors));
    }

    private Future<View> add(Request request) {
        FormFields form = request.form();
        String typed = form.text("username").required().get();
        var username = Username.parse(typed);
        if (!typed.isEmpty() && username.isEmpty()) {
            form.refuse("username", "staff.username.form");
        }
        return database.read(tx -> PostForm.read(tx, doors.units(), form)).compose(post ->
                form.errors().isEmpty() ? add(request, new NewAccount(username.orElseThrow(), post.orElseThrow()))
                        : again(request, form));
    }

    private Future<View> add(Request request, NewAccount account) {
        return accounts.add(account, SignedIn.of(request).actor())
                .map(link -> links.page(request, account.post().displayName(), link))
                .recover(failure -> {
                    if (!(failure instanceof Problem problem) || !problem.key().equals(Accounts.TAKEN)) {
                        return Future.failedFuture(failure);
                    }
                    FormFields form = request.form();
                    form.refuse("username", "staff.username.taken", account.username().value());
                    return again(request, form);
                });
    }

    private Future<View> again(Request request, FormFields form) {
        Lang lang = request.lang();
        return database.read(tx -> PostForm.again(tx, doors.units(), messages, lang, form)).map(post ->
                newPage(request, form.raw("username"), post, ErrorLine.of(messages, lang, form.errors())).status(422));
    }

    private Future<View> edit(Request request) {
        return accounts.get(request.path("username")).compose(account -> database.read(tx -> PostForm.of(tx,
                doors.units(), messages, request.lang(), account.post())).map(post ->
                editPage(request, account, post, List.of())));
    }

    private View editPage(Request request, Account account, PostForm post, List<ErrorLine> errors) {
        String here = PATH + '/' + account.username();
        return View.page("staff/editing", new FormPage(messages.get(request.lang(), "staff.editing.title",
                account.displayName()), here + "/editing", here, account.username().value(), post, errors));
    }

    private Future<View> change(Request request) {
        FormFields form = request.form();
        String username = request.path("username");
        return accounts.get(username).compose(account -> database.read(tx -> PostForm.read(tx, doors.units(), form))
                .compose((Optional<Post> post) -> post.isEmpty() ? changeAgain(request, account, form)
                        : accounts.change(username, post.get(), SignedIn.of(request).actor())
                                .map(done -> View.seeOther(PATH + '/' + username))));
    }

    private Future<View> changeAgain(Request request, Account account, FormFields form) {
        return database.read(tx -> PostForm.again(tx, doors.units(), messages, request.lang(), form))
                .map(post -> editPage(request, account, post,
                        ErrorLine.of(messages, request.lang(), form.errors())).status(422));
    }
}
