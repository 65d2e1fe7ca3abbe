package org.pufa.staff;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.pufa.audit.AuditLog;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Secret;
import org.pufa.staff.SignInTries.Sort;
import org.pufa.staff.SignInTries.Try;
import org.pufa.staff.openid.Identity;

/**
 * Lets staff in who know their password, or whom the identity provider knows, and who, where they have one, hold their
 * second factor; tells nobody else whether an account exists.
 */
final class SignIn {

    private static final String FACTOR = "factor";

    private final Database database;
    private final AccountStore accounts = new AccountStore();
    private final Sessions sessions = new Sessions();
    private final OpenIdNames names = new OpenIdNames();
    private final SecondFactor factors;
    private final SignInTries tries;
    private final PasswordHashes hashes;
    private final AuditLog audit;
    private final Clock clock;

    SignIn(Database database, SecondFactor factors, SignInTries tries, PasswordHashes hashes, AuditLog audit,
            Clock clock) {
        this.database = database;
        this.factors = factors;
        this.tries = tries;
        this.hashes = hashes;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of it. */
    sealed interface Outcome {

        record Welcome(Sessions.Session session) implements Outcome {
        }

        /** The password was right; the code of the second factor is asked for. */
        record CodeNeeded(Account account) implements Outcome {
        }

        /** @param triesLeft at least 1 @param code whether it was the code that was wrong */
        record Refused(int triesLeft, boolean code) implements Outcome {
        }

        record Locked(Instant until) implements Outcome {
        }
    }

    Future<Outcome> with(String typedName, Secret password, Whence whence) {
        Instant now = clock.instant();
        return database.inTx(tx -> tries.count(tx, typedName, whence.address(), now)).compose(counted -> {
            if (!counted.allowed()) {
                return Future.<Outcome>succeededFuture(new Outcome.Locked(counted.lockedUntil()));
            }
            return find(typedName).compose(account -> isPassword(account, password)
                    .compose(right -> right && account.get().mayAct() ? database.inTx(tx ->
                            tries.forget(tx, account.get().username().value(), whence.address()).compose(forgotten ->
                                    admit(tx, account.get(), whence, Map.of(), now)))
                            : refuse(account, counted, false, now)));
        });
    }

    /**
     * For somebody whom the identity provider knows. Fails with FORBIDDEN when they have no account here, or it is
     * disabled.
     */
    Future<Outcome> through(Identity identity, Whence whence) {
        Instant now = clock.instant();
        return database.inTx(tx -> names.find(tx, identity)).compose(account -> account.disabled().isEmpty()
                ? database.inTx(tx -> admit(tx, account, whence, Map.of("by", "openid"), now))
                : database.inTx(tx -> audit.record(tx, AuditLog.SYSTEM, "staff.sign-in-failed",
                        account.username().value(), Map.of("by", "openid")))
                        .compose(recorded -> Future.failedFuture(Problem.forbidden("staff.openid.disabled"))));
    }

    private Future<Optional<Account>> find(String typedName) {
        return Username.parse(typedName).map(name -> database.read(tx -> accounts.find(tx, name)))
                .orElse(Future.succeededFuture(Optional.empty()));
    }

    private Future<Boolean> isPassword(Optional<Account> account, Secret password) {
        return account.flatMap(Account::passwordHash).map(hash -> hashes.matches(password, hash))
                .orElseGet(() -> hashes.matchesNobody(password));
    }

    /** For somebody of whom we know who they are; asks for their code where they have a second factor. */
    private Future<Outcome> admit(Tx tx, Account account, Whence whence, Map<String, Object> how, Instant now) {
        return factors.isOn(tx, account.id()).compose(on -> on
                ? Future.succeededFuture(new Outcome.CodeNeeded(account)) : welcome(tx, account, whence, how, now));
    }

    private Future<Outcome> welcome(Tx tx, Account account, Whence whence, Map<String, Object> how, Instant now) {
        return tries.purge(tx, now)
                .compose(purged -> accounts.noteSignIn(tx, account.id(), now))
                .compose(noted -> sessions.begin(tx, account, whence, how.containsKey(FACTOR), now))
                .compose(session -> audit.record(tx, account.username().value(), "staff.sign-in",
                        account.username().value(), how).map(session))
                .map(Outcome.Welcome::new);
    }

    /** The second step of somebody whose password was right just before. */
    Future<Outcome> withCode(Account account, String code, Whence whence) {
        Instant now = clock.instant();
        return database.inTx(tx -> tries.count(tx, Sort.CODE, account.username(), now)).compose(counted ->
                !counted.allowed() ? Future.succeededFuture(new Outcome.Locked(counted.lockedUntil()))
                        : database.inTx(tx -> factors.use(tx, account.id(), code, now).compose(used -> used.isEmpty()
                                ? Future.<Optional<Outcome>>succeededFuture(Optional.empty())
                                : tries.forget(tx, Sort.CODE, account.username())
                                        .compose(forgotten -> welcome(tx, account, whence, how(used.get()), now))
                                        .map(Optional::of)))
                                .compose(done -> done.map(Future::succeededFuture).orElseGet(() ->
                                        refuse(Optional.of(account), counted, true, now))));
    }

    private static Map<String, Object> how(SecondFactor.Used used) {
        return Map.of(FACTOR, used == SecondFactor.Used.CODE ? "totp" : "recovery");
    }

    private Future<Outcome> refuse(Optional<Account> account, Try counted, boolean code, Instant now) {
        Outcome outcome = counted.left() > 0 ? new Outcome.Refused(counted.left(), code)
                : new Outcome.Locked(counted.lockedUntil());
        if (account.isEmpty()) {
            return Future.succeededFuture(outcome);
        }
        String action = counted.left() > 0 ? "staff.sign-in-failed" : "staff.lock";
        return database.inTx(tx -> audit.record(tx, AuditLog.SYSTEM, action, account.get().username().value(),
                Map.of())).map(outcome);
    }

    /** Whether it is the password of somebody who is signed in; counted like a sign-in. Gives what to say, or nothing. */
    Future<Optional<Outcome>> isOwn(SignedIn who, Secret password) {
        Instant now = clock.instant();
        return database.inTx(tx -> tries.count(tx, Sort.OWN, who.username(), now)).compose(counted -> {
            if (!counted.allowed()) {
                return Future.succeededFuture(Optional.of(new Outcome.Locked(counted.lockedUntil())));
            }
            return find(who.username().value()).compose(account -> isPassword(account, password))
                    .compose(right -> right ? database.inTx(tx -> tries.forget(tx, Sort.OWN, who.username()))
                            .map(Optional.<Outcome>empty())
                            : Future.succeededFuture(Optional.of(counted.left() > 0
                                    ? new Outcome.Refused(counted.left(), false)
                                    : new Outcome.Locked(counted.lockedUntil()))));
        });
    }
}
