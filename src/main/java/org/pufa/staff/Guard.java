package org.pufa.staff;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.pufa.db.Database;
import org.pufa.kernel.Problem;
import org.pufa.staff.Sessions.Session;
import org.pufa.web.CookieScope;
import org.pufa.web.Csrf;
import org.pufa.web.Request;

/** Recognises who sends a request: browsers by a cookie, programs by a bearer token. */
final class Guard {

    static final String NEEDED = "staff.sign-in.needed";
    /** An administrator must set up a second factor before anything else. */
    static final String FACTOR_NEEDED = "staff.factor.needed";

    private static final String COOKIE = "staff";
    private static final CookieScope SCOPE = new CookieScope("/console", true);
    private static final String BEARER = "Bearer ";
    /** A token this old is replaced by a fresh one. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    /** A form of so old a session is still its owner's. */
    private static final Duration LATELY = Sessions.LONGEST.multipliedBy(2);

    private final Database database;
    private final Sessions sessions = new Sessions();
    private final SessionTokens cookies;
    private final SessionTokens bearers;
    private final Navigation navigation;
    private final boolean adminFactor;
    private final Clock clock;

    /** @param adminFactor whether administrators need a second factor */
    Guard(Database database, SessionTokens cookies, SessionTokens bearers, Navigation navigation,
            boolean adminFactor, Clock clock) {
        this.database = database;
        this.cookies = cookies;
        this.bearers = bearers;
        this.navigation = navigation;
        this.adminFactor = adminFactor;
        this.clock = clock;
    }

    /** Passes whoever is signed in, and puts them, the shell of their pages and their session into the request. */
    Future<Void> console(Request request) {
        return inConsole(request).map(session -> {
            Session good = session.orElseThrow(() -> Problem.of(Problem.Sort.UNAUTHENTICATED, NEEDED));
            SignedIn who = good.who();
            admit(request, good);
            request.put(Csrf.Session.class, new Csrf.Session(who.session().toString()));
            request.put(org.pufa.web.ConsoleShell.class, navigation.shell(who, request.lang()));
            return null;
        });
    }

    /**
     * The session of the cookie, which is renewed. A person may pause for longer than a token lives: up to the idle
     * limit an expired one still names its session, and the session decides.
     */
    Future<Optional<Session>> inConsole(Request request) {
        var cookie = request.cookie(COOKIE);
        if (cookie.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        return cookies.open(cookie.get(), Sessions.IDLE.minus(SessionTokens.LIFE)).compose(claims -> use(claims)
                .map(session -> {
                    session.filter(good -> claims.get().issued().plus(FRESH).isBefore(clock.instant()))
                            .ifPresent(good -> remember(request, good));
                    return session;
                }));
    }

    /** Whose session the cookie names, though it has ended since; nothing when that was long ago. */
    Future<Optional<Long>> lately(Request request) {
        return request.cookie(COOKIE).map(cookie -> cookies.open(cookie, LATELY).compose(claims -> claims
                        .map(good -> database.read(tx -> sessions.owner(tx, good.session(),
                                clock.instant().minus(LATELY))))
                        .orElse(Future.succeededFuture(Optional.empty()))))
                .orElse(Future.succeededFuture(Optional.empty()));
    }

    /** Gives the browser a fresh token of the session. */
    void remember(Request request, Session session) {
        Instant now = clock.instant();
        request.setCookie(COOKIE, cookies.issue(session.who().session(), now).text(),
                Duration.between(now, session.expires()), SCOPE);
    }

    void forget(Request request) {
        request.dropCookie(COOKIE, SCOPE);
    }

    /** Passes a program with a good bearer token. */
    Future<Void> api(Request request) {
        String token = request.header("Authorization").filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()).strip())
                .orElseThrow(() -> Problem.of(Problem.Sort.UNAUTHENTICATED, "staff.token"));
        return bearers.open(token, Duration.ZERO).compose(this::use).map(session -> {
            admit(request, session.orElseThrow(() -> Problem.of(Problem.Sort.UNAUTHENTICATED, "staff.token")));
            return null;
        });
    }

    private void admit(Request request, Session session) {
        request.put(SignedIn.class, session.who());
        if (adminFactor && !session.secondFactor() && session.who().roles().contains(Role.ADMIN)) {
            request.put(FactorMissing.class, new FactorMissing());
        }
    }

    /** @throws Problem FORBIDDEN for an administrator whose second factor is required and missing */
    static void requireFactor(Request request) {
        if (request.find(FactorMissing.class).isPresent()) {
            throw Problem.forbidden(FACTOR_NEEDED);
        }
    }

    /** Put into the requests of an administrator who has still to set up a second factor. */
    record FactorMissing() {
    }

    private Future<Optional<Session>> use(Optional<SessionTokens.Claims> claims) {
        return claims.map(good -> database.read(tx -> sessions.use(tx, good.session(), clock.instant())))
                .orElse(Future.succeededFuture(Optional.empty()));
    }

    Future<Boolean> isStillIn(SignedIn who) {
        return database.read(tx -> sessions.isGood(tx, who.session(), clock.instant()));
    }

    Future<Boolean> revoke(SignedIn who) {
        return database.inTx(tx -> sessions.revoke(tx, who.session(), clock.instant()));
    }
}
