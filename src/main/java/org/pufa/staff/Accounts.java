package org.pufa.staff;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pufa.audit.AuditLog;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Secret;
import org.pufa.staff.Invitations.Invitation;
import org.pufa.staff.Invitations.Purpose;

/** Makes accounts, gives out the links that set their passwords, and disables them. */
final class Accounts {

    static final String TAKEN = "staff.taken";

    private final Database database;
    private final AccountStore store = new AccountStore();
    private final Sessions sessions = new Sessions();
    private final Invitations invitations;
    private final SignInTries tries;
    private final PasswordHashes hashes;
    private final PasswordRule rule;
    private final AuditLog audit;
    private final Clock clock;

    Accounts(Database database, Invitations invitations, SignInTries tries, PasswordHashes hashes, PasswordRule rule,
            AuditLog audit, Clock clock) {
        this.database = database;
        this.invitations = invitations;
        this.tries = tries;
        this.hashes = hashes;
        this.rule = rule;
        this.audit = audit;
        this.clock = clock;
    }

    Future<List<Account>> all() {
        return database.read(store::all);
    }

    /** Fails with NOT_FOUND when there is no such account. */
    Future<Account> get(String username) {
        return database.read(tx -> get(tx, username));
    }

    private Future<Account> get(Tx tx, String username) {
        return Username.parse(username).map(name -> store.find(tx, name)).orElse(Future.succeededFuture(Optional.empty()))
                .map(found -> found.orElseThrow(() -> Problem.notFound("staff.unknown", username)));
    }

    /** A fresh link for the first administrator; nothing once there is an administrator who can sign in. */
    Future<Optional<String>> firstAdministratorLink() {
        return database.inTx(tx -> store.lockAdministrators(tx).compose(administrators -> administrators.isEmpty()
                ? invitations.issueFirst(tx, AuditLog.SYSTEM, clock.instant()).map(Optional::of)
                : Future.succeededFuture(Optional.empty())));
    }

    /** Makes an account without a password and gives the link that sets it. Fails with CONFLICT for a taken name. */
    Future<String> add(NewAccount account, String actor) {
        Instant now = clock.instant();
        String username = account.username().value();
        return database.inTx(tx -> store.create(tx, account, null, actor, now)
                .map(id -> id.orElseThrow(() -> Problem.conflict(TAKEN, username)))
                .compose(id -> invitations.issueFor(tx, id, Purpose.ACCOUNT, actor, now))
                .compose(link -> audit.record(tx, actor, "staff.add", username, details(account.post()))
                        .map(link)));
    }

    private static Map<String, Object> details(Post post) {
        return Map.of("role", post.roleCodes(), "unit", post.unit().orElse(""));
    }

    /** Gives the account another post. Fails with CONFLICT when it would leave no administrator. */
    Future<Void> change(String username, Post post, String actor) {
        return database.inTx(tx -> store.lockAdministrators(tx)
                .compose(administrators -> get(tx, username).compose(account -> {
                    if (administrators.equals(List.of(account.id())) && !post.roles().contains(Role.ADMIN)) {
                        throw Problem.conflict("staff.last-administrator.roles");
                    }
                    return store.change(tx, account.id(), post)
                            .compose(changed -> audit.record(tx, actor, "staff.change", username, details(post)));
                })));
    }

    /** A link that sets a new password; the old one holds until the link is used. */
    Future<String> reset(String username, String actor) {
        Instant now = clock.instant();
        return database.inTx(tx -> get(tx, username).compose(account -> {
            Purpose purpose = account.passwordHash().isPresent() ? Purpose.RESET : Purpose.ACCOUNT;
            return invitations.issueFor(tx, account.id(), purpose, actor, now);
        }).compose(link -> audit.record(tx, actor, "staff.reset", username, Map.of()).map(link)));
    }

    /** Signs the account out everywhere and keeps it out. Fails with CONFLICT for the last administrator. */
    Future<Void> disable(String username, String actor) {
        Instant now = clock.instant();
        return database.inTx(tx -> store.lockAdministrators(tx)
                .compose(administrators -> get(tx, username).compose(account -> {
                    if (administrators.equals(List.of(account.id()))) {
                        throw Problem.conflict("staff.last-administrator");
                    }
                    return store.disable(tx, account.id(), actor, now)
                            .compose(disabled -> sessions.revokeAll(tx, account.id(), now))
                            .compose(revoked -> invitations.voidAll(tx, account.id(), now))
                            .compose(voided -> audit.record(tx, actor, "staff.disable", username, Map.of()));
                })));
    }

    Future<Void> enable(String username, String actor) {
        return database.inTx(tx -> get(tx, username).compose(account -> store.enable(tx, account.id())
                .compose(enabled -> audit.record(tx, actor, "staff.enable", username, Map.of()))));
    }

    /** What a link is good for and whose account it is about. */
    record Opened(Invitation invitation, Optional<Account> account) {
    }

    /** Fails with GONE when the link is not good, or not any more. */
    Future<Opened> open(String token) {
        return database.read(tx -> invitations.find(tx, token, clock.instant()).compose(found -> opened(tx, found)));
    }

    private Future<Opened> opened(Tx tx, Optional<Invitation> found) {
        Invitation invitation = found.orElseThrow(() -> Problem.of(Problem.Sort.GONE, "staff.gone"));
        return invitation.account().map(id -> store.get(tx, id).map(Optional::of))
                .orElse(Future.succeededFuture(Optional.empty()))
                .map(account -> new Opened(invitation, account));
    }

    /** What is wrong with a password for somebody of those names. */
    Optional<Problem.FieldError> refuse(String field, Secret password, List<String> names) {
        return rule.refuse(field, password, names);
    }

    /** Uses the link to make the first administrator. Fails with GONE, or CONFLICT for a taken name. */
    Future<Void> makeFirst(String token, Username username, String displayName, Secret password) {
        Instant now = clock.instant();
        return hashes.hash(password).compose(hash -> database.inTx(tx -> use(tx, token, now)
                .compose(opened -> {
                    if (opened.invitation().purpose() != Purpose.FIRST) {
                        throw Problem.of(Problem.Sort.GONE, "staff.gone");
                    }
                    var post = new Post(displayName, Set.of(Role.ADMIN), Optional.empty());
                    return store.create(tx, new NewAccount(username, post), hash, AuditLog.SYSTEM, now);
                })
                .map(id -> id.orElseThrow(() -> Problem.conflict(TAKEN, username.value())))
                .compose(id -> audit.record(tx, username.value(), "staff.first", username.value(), Map.of()))));
    }

    /** Uses the link to set the account's password, signs it out everywhere and forgets failed sign-ins. */
    Future<Void> setPassword(String token, Secret password) {
        Instant now = clock.instant();
        return hashes.hash(password).compose(hash -> database.inTx(tx -> use(tx, token, now).compose(opened -> {
            Account account = opened.account().orElseThrow(() -> Problem.of(Problem.Sort.GONE, "staff.gone"));
            return store.setPassword(tx, account.id(), hash)
                    .compose(set -> sessions.revokeAll(tx, account.id(), now))
                    .compose(revoked -> tries.forgetAll(tx, account.username()))
                    .compose(forgotten -> audit.record(tx, account.username().value(), "staff.password",
                            account.username().value(), Map.of("by", opened.invitation().purpose().code())));
        })));
    }

    /** Sets somebody's own new password and signs them out everywhere else. */
    Future<Void> changeOwn(SignedIn who, Secret password) {
        Instant now = clock.instant();
        return hashes.hash(password).compose(hash -> database.inTx(tx -> store.setPassword(tx, who.account(), hash)
                .compose(set -> sessions.revokeOthers(tx, who.account(), who.session(), now))
                .compose(revoked -> invitations.voidAll(tx, who.account(), now))
                .compose(voided -> audit.record(tx, who.actor(), "staff.password", who.actor(),
                        Map.of("by", "own")))));
    }

    private Future<Opened> use(Tx tx, String token, Instant now) {
        return invitations.use(tx, token, now).compose(found -> opened(tx, found));
    }
}
