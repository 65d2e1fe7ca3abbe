package org.pufa.staff;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.pufa.i18n.Lang;
import org.pufa.web.Csrf;
import org.pufa.web.Pages;
import org.pufa.web.Request;
import org.pufa.web.View;

/**
 * Mounts the doors of the console and of the staff API. Behind each stands who is signed in ({@link SignedIn#of}), and
 * each names the permission it asks for; forms must bring back the token of their page. What a path names is looked up
 * by {@link Reach} before the action sees it, and what is done is in the audit log before it is answered, by
 * {@link Traces} at the latest.
 */
public final class Doors {

    private final Pages pages;
    private final Csrf csrf;
    private final Guard guard;
    private final LateForms late;
    private final Navigation navigation;
    private final Reach reach;
    private final Units units;
    private final Traces traces;
    private final List<Door> all = new CopyOnWriteArrayList<>();
    private final List<Reminders> reminders = new CopyOnWriteArrayList<>();

    Doors(Pages pages, Csrf csrf, Guard guard, LateForms late, Navigation navigation, Reach reach, Units units,
            Traces traces) {
        this.pages = pages;
        this.csrf = csrf;
        this.guard = guard;
        this.late = late;
        this.navigation = navigation;
        this.reach = reach;
        this.units = units;
        this.traces = traces;
    }

    /**
     * One door and what it asks for.
     *
     * @param anyOf permissions of which one is enough; none where nobody need be signed in, as for signing in
     */
    public record Door(HttpMethod method, String path, Set<Permission> anyOf) {

        public Door {
            anyOf = Set.copyOf(anyOf);
        }

        /** Whether it can be opened without being signed in. */
        public boolean isOpen() {
            return anyOf.isEmpty();
        }
    }

    /** A page of the console. */
    public void get(Router router, String path, Permission permission, Function<Request, Future<View>> action) {
        get(router, path, Set.of(permission), action);
    }

    /** A page for which one of several permissions is enough; the action may ask for more. */
    public void get(Router router, String path, Set<Permission> anyOf, Function<Request, Future<View>> action) {
        router.get(path).handler(pages.before(guard::console)).handler(pages.before(late::show))
                .handler(asking(path, anyOf)).handler(pages.page(traces.of(action)));
        all.add(new Door(HttpMethod.GET, path, anyOf));
    }

    /** What a form of the console is sent to. */
    public void post(Router router, String path, Permission permission, Function<Request, Future<View>> action) {
        post(router, path, Set.of(permission), action);
    }

    /** The same where one of several permissions is enough; the action may ask for more. */
    public void post(Router router, String path, Set<Permission> anyOf, Function<Request, Future<View>> action) {
        router.post(path).handler(pages.before(guard::console)).handler(asking(path, anyOf))
                .handler(csrf.staff(pages)).handler(pages.page(traces.of(action)));
        all.add(new Door(HttpMethod.POST, path, anyOf));
    }

    /** A door of the staff API, {@code /api/v1/staff/…}, opened by a bearer token. */
    public void api(Router router, HttpMethod method, String path, Permission permission,
            Function<Request, Future<View>> action) {
        router.route(method, path).handler(pages.before(guard::api)).handler(asking(path, Set.of(permission)))
                .handler(pages.page(traces.of(action)));
        all.add(new Door(method, path, Set.of(permission)));
    }

    /** A door that asks for nobody: signing in, and the pages behind one-time links. Forms bring their token back. */
    void open(Router router, HttpMethod method, String path, Function<Request, Future<View>> action) {
        var route = router.route(method, path);
        if (!path.startsWith("/api/")) {
            route.handler(csrf.staff(pages));
        }
        route.handler(pages.page(action));
        all.add(new Door(method, path, Set.of()));
    }

    private Handler<RoutingContext> asking(String path, Set<Permission> anyOf) {
        var named = reach.named(path);
        return pages.before(request -> {
            SignedIn.of(request).requireAny(anyOf);
            if (!anyOf.contains(Permission.ENTER)) {
                Guard.requireFactor(request);
            }
            return reach.check(request, named);
        });
    }

    /** Whether somebody's session goes on, for what lasts longer than a request; asking does not prolong it. */
    public Future<Boolean> isStillIn(SignedIn who) {
        return guard.isStillIn(who);
    }

    /** The HTML of a template, for what is sent in parts. */
    public String render(Request request, String template, Object model) {
        return pages.render(request, template, model);
    }

    /** Called at start: puts a place into the side navigation of those who may go there. */
    public void place(Navigation.Place place) {
        navigation.add(place);
    }

    String roles(Lang lang, Set<Role> roles) {
        return navigation.roles(lang, roles);
    }

    /** The first place of the navigation to which that person may go, or their own account. */
    public String firstPlace(SignedIn who) {
        return navigation.first(who).orElse(AccountConsole.PATH);
    }

    /** Called at start: has the first page after signing in ask that feature what waits. */
    public void remind(Reminders feature) {
        reminders.add(feature);
    }

    /** What waits for that person, feature by feature. */
    public Future<List<Reminders.Reminder>> reminders(SignedIn who, Lang lang) {
        return Future.all(reminders.stream().map(feature -> feature.of(who, lang)).toList())
                .map(read -> read.<List<Reminders.Reminder>>list().stream().flatMap(List::stream).toList());
    }

    /** Who may reach what. */
    public Reach reach() {
        return reach;
    }

    /** The list of units. */
    public Units units() {
        return units;
    }

    /** Every door that was mounted. */
    public List<Door> all() {
        return List.copyOf(all);
    }
}
