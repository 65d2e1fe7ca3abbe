package org.pufa.staff;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.pufa.web.Csrf;
import org.pufa.web.Pages;
import org.pufa.web.Request;
import org.pufa.web.View;

/**
 * Mounts the doors of the console and of the staff API. Behind each stands who is signed in ({@link SignedIn#of}), and
 * each names the permission it asks for; forms must bring back the token of their page.
 */
public final class Doors {

    private final Pages pages;
    private final Csrf csrf;
    private final Guard guard;
    private final Navigation navigation;
    private final List<Door> all = new CopyOnWriteArrayList<>();

    Doors(Pages pages, Csrf csrf, Guard guard, Navigation navigation) {
        this.pages = pages;
        this.csrf = csrf;
        this.guard = guard;
        this.navigation = navigation;
    }

    /** One door and what it asks for. */
    public record Door(HttpMethod method, String path, Permission permission) {
    }

    /** A page of the console. */
    public void get(Router router, String path, Permission permission, Function<Request, Future<View>> action) {
        router.get(path).handler(pages.before(guard::console)).handler(asking(permission)).handler(pages.page(action));
        all.add(new Door(HttpMethod.GET, path, permission));
    }

    /** What a form of the console is sent to. */
    public void post(Router router, String path, Permission permission, Function<Request, Future<View>> action) {
        router.post(path).handler(pages.before(guard::console)).handler(asking(permission))
                .handler(csrf.staff(pages)).handler(pages.page(action));
        all.add(new Door(HttpMethod.POST, path, permission));
    }

    /** A door of the staff API, {@code /api/v1/staff/…}, opened by a bearer token. */
    public void api(Router router, HttpMethod method, String path, Permission permission,
            Function<Request, Future<View>> action) {
        router.route(method, path).handler(pages.before(guard::api)).handler(asking(permission))
                .handler(pages.page(action));
        all.add(new Door(method, path, permission));
    }

    private io.vertx.core.Handler<io.vertx.ext.web.RoutingContext> asking(Permission permission) {
        return pages.before(request -> {
            SignedIn.of(request).require(permission);
            return Future.succeededFuture();
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

    /** Every door that was mounted. */
    public List<Door> all() {
        return List.copyOf(all);
    }
}
