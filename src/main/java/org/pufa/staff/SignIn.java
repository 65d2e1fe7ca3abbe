package org.pufa.staff;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.pufa.audit.AuditLog;
import org.pufa.db.Database;
import org.pufa.kernel.Secret;

/** Lets staff in who know their password, and tells nobody else whether an account exists. */
final class SignIn {

    private final Database database;
    private final AccountStore accounts = new AccountStore();
    private final Sessions sessions = new Sessions();
    private final SignInTries tries;
    private final PasswordHashes hashes;
    private final AuditLog audit;
    private final Clock clock;

    SignIn(Database database, SignInTries tries, PasswordHashes hashes, AuditLog audit, Clock clock) {
        this.database = database;
        this.tries = tries;
        this.hashes = hashes;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of it. */
    sealed interface Outcome {

        record Welcome(Sessions.Session session) implements Outcome {
        }

        /** @param triesLeft at least 1 */
        record Refused(int triesLeft) implements Outcome {
        }

        record Locked(Instant until) implements Outcome {
        }
    }

    Future<Outcome> with(String typedName, Secret password) {
        Instant now = clock.instant();
        return database.inTx(tx -> tries.count(tx, typedName, now)).compose(counted -> {
            if (!counted.allowed()) {
                return Future.<Outcome>succeededFuture(new Outcome.Locked(counted.lockedUntil()));
            }
            return find(typedName).compose(account -> isPassword(account, password)
                    .compose(right -> right && account.get().mayAct() ? welcome(typedName, account.get(), now)
                            : refuse(account, counted, now)));
        });
    }

    private Future<Optional<Account>> find(String typedName) {
        return Username.parse(typedName).map(name -> database.read(tx -> accounts.find(tx, name)))
                .orElse(Future.succeededFuture(Optional.empty()));
    }

    private Future<Boolean> isPassword(Optional<Account> account, Secret password) {
        return account.flatMap(Account::passwordHash).map(hash -> hashes.matches(password, hash))
                .orElseGet(() -> hashes.matchesNobody(password));
    }

    private Future<Outcome> welcome(String typedName, Account account, Instant now) {
        return database.inTx(tx -> tries.forget(tx, typedName)
                .compose(forgotten -> tries.purge(tx, now))
                .compose(purged -> accounts.noteSignIn(tx, account.id(), now))
                .compose(noted -> sessions.begin(tx, account, now))
                .compose(session -> audit.record(tx, account.username().value(), "staff.sign-in",
                        account.username().value(), Map.of()).map(session)))
                .map(Outcome.Welcome::new);
    }

    private Future<Outcome> refuse(Optional<Account> account, SignInTries.Try counted, Instant now) {
        Outcome outcome = counted.left() > 0 ? new Outcome.Refused(counted.left())
                : new Outcome.Locked(counted.lockedUntil());
        if (account.isEmpty()) {
            return Future.succeededFuture(outcome);
        }
        String action = counted.left() > 0 ? "staff.sign-in-failed" : "staff.lock";
        return database.inTx(tx -> audit.record(tx, AuditLog.SYSTEM, action, account.get().username().value(),
                Map.of())).map(outcome);
    }
}
