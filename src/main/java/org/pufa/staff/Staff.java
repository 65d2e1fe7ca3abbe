package org.pufa.staff;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pufa.audit.AuditLog;
import org.pufa.db.Database;
import org.pufa.i18n.Messages;
import org.pufa.kernel.Hmac;
import org.pufa.kernel.Problem;
import org.pufa.staff.openid.OpenId;
import org.pufa.staff.openid.OpenIdSettings;
import org.pufa.web.Csrf;
import org.pufa.web.Pages;
import org.pufa.web.Problems;
import org.pufa.web.Routes;
import org.pufa.web.SignedToken;

/** The staff of the platform: what the rest of the house and the command line need of this package. */
public final class Staff {

    private final Accounts accounts;
    private final Doors doors;
    private final List<Routes> routes;

    /**
     * What of the web toolkit the console stands on.
     *
     * @param publicUrl the address under which people reach the platform, or null when it is not known
     */
    public record Web(Pages pages, Problems problems, Csrf csrf, Messages messages, URI publicUrl) {
    }

    /**
     * What the operator decides.
     *
     * @param adminFactor whether administrators need a second factor
     * @param names of the bureau and of the site, which are no part of a good password
     * @param openId the bureau's identity provider, if it has one
     */
    public record Settings(boolean adminFactor, List<String> names, Optional<OpenIdSettings> openId) {

        /** For tries and tests. */
        public static final Settings STANDARD = new Settings(false, List.of(), Optional.empty());

        public Settings {
            names = List.copyOf(names);
            Objects.requireNonNull(openId);
        }
    }

    /** @param key at least 16 secret bytes */
    public Staff(Vertx vertx, Database database, AuditLog audit, Web web, Settings settings, byte[] key,
            SecureRandom random, Clock clock) {
        var keys = new Hmac(key);
        var cookies = new SessionTokens(vertx, key(keys, "staff console"), "pufa-console", clock);
        var bearers = new SessionTokens(vertx, key(keys, "staff api"), "pufa-api", clock);
        var tries = new SignInTries(new Hmac(key(keys, "staff names")));
        var hashes = new PasswordHashes(vertx, random);
        var vault = new Vault(key(keys, "staff vault"), random);
        var factors = new SecondFactor(vault, new Hmac(key(keys, "staff recovery codes")), random);
        var messages = web.messages();
        var navigation = new Navigation(messages);
        var reach = new Reach(database);
        reach.common("username", "unit", "session");
        var guard = new Guard(database, cookies, bearers, navigation, settings.adminFactor(), clock);
        var late = new LateForms(database, new KeptForms(new Vault(key(keys, "staff kept forms"), random)), web.pages(),
                web.csrf(), clock);
        var signIn = new SignIn(database, factors, tries, hashes, audit, clock);
        var invitations = new Invitations(random);
        this.accounts = new Accounts(database, invitations, tries, hashes, new PasswordRule(settings.names()), audit,
                clock);
        var access = new Access(database, invitations, factors, tries, audit, clock);
        this.doors = new Doors(web.pages(), web.csrf(), guard, late, navigation, reach, new Units(audit, clock),
                new Traces(database, audit, clock));
        var address = new LinkAddress(web.publicUrl());
        var links = new LinkPage.Maker(messages, address);
        var openId = settings.openId().map(asked -> new OpenId(vertx, asked, clock));
        openId.ifPresent(OpenId::isReachable);
        var pages = new SignInPages(messages, openId);
        var second = new SecondStep(new SignedToken(key, "staff second step"), database, clock);
        var signInConsole = new SignInConsole(doors, guard, signIn, second, pages, database, audit);
        var codeConsole = new CodeConsole(doors, guard, signIn, second, messages);
        signInConsole.leadHere(web.problems(), late);
        var ownFactor = new OwnFactor(doors, new OwnFactor.Parts(database, factors, tries, signIn, audit, messages,
                clock));
        ownFactor.leadHere(web.problems());
        var auditConsole = new AuditConsole(doors, database, audit, messages);
        this.routes = List.of(signInConsole, codeConsole,
                new OpenIdConsole(doors, pages, new OpenIdConsole.Parts(guard, signIn, second,
                        new OpenIdStep(new SignedToken(key, "staff openid"), clock), address, random)),
                new SetupConsole(doors, accounts, messages),
                new StaffApi(doors, guard, signIn, bearers, database, audit, clock),
                new AccountConsole(doors, accounts, access, database, messages),
                new OwnPassword(doors, accounts, signIn, messages), ownFactor,
                new PostConsole(doors, accounts, database, messages, links),
                new StaffConsole(doors, accounts, access, database, pages, links),
                new AccessConsole(doors, accounts, access, messages),
                new OpenIdNameConsole(doors, pages, accounts, database, audit),
                new UnitConsole(doors, database, audit, messages),
                auditConsole, new AuditExport(doors, auditConsole, database, audit, messages, clock));
    }

    private static byte[] key(Hmac keys, String purpose) {
        return keys.of(purpose.getBytes(StandardCharsets.UTF_8));
    }

    /** Through which other features open doors of the console. */
    public Doors doors() {
        return doors;
    }

    /** This package's own doors. */
    public List<Routes> routes() {
        return routes;
    }

    /**
     * A fresh one-time link, such as {@code /console/setup?token=…}, while no administrator can sign in; older ones are
     * void from then on. Nothing once there is one.
     */
    public Future<Optional<String>> firstAdministratorLink() {
        return accounts.firstAdministratorLink();
    }

    /**
     * Makes an account and gives the one-time link that sets its password. Fails with an INVALID problem for a user
     * name or role that cannot be, CONFLICT for a user name that is taken.
     *
     * @param roles one of admin, editor, manager, reviewer, statistician and auditor, or several with commas between
     */
    public Future<String> addAccount(String username, String displayName, String roles) {
        var errors = new java.util.ArrayList<Problem.FieldError>();
        var name = Username.parse(username);
        var known = Role.parseAll(List.of(roles.split(",")));
        if (name.isEmpty()) {
            errors.add(Problem.FieldError.of("username", "staff.username.form"));
        }
        if (known.isEmpty()) {
            errors.add(Problem.FieldError.of("role", "staff.role.choose"));
        }
        if (displayName.isBlank() || displayName.length() > 40) {
            errors.add(Problem.FieldError.of("display_name", "staff.display-name"));
        }
        return errors.isEmpty() ? accounts.add(new NewAccount(name.get(),
                new Post(displayName.strip(), known.get(), Optional.empty())), AuditLog.SYSTEM)
                : Future.failedFuture(Problem.invalid("staff.invalid", errors));
    }

    /** A one-time link that sets a new password. Fails with NOT_FOUND for an unknown user name. */
    public Future<String> reset(String username) {
        return accounts.reset(username, AuditLog.SYSTEM);
    }
}
