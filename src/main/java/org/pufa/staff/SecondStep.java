package org.pufa.staff;

import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.pufa.db.Database;
import org.pufa.kernel.Sha256;
import org.pufa.web.CookieScope;
import org.pufa.web.Request;
import org.pufa.web.SignedToken;

/** Remembers for a few minutes, in a signed cookie, whose password was right and whose code is still missing. */
final class SecondStep {

    private static final String COOKIE = "staff_step";
    private static final CookieScope SCOPE = new CookieScope("/console/login", true);
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int PASSWORD_BYTES = 16;

    private final SignedToken tokens;
    private final Database database;
    private final AccountStore accounts = new AccountStore();
    private final Clock clock;

    SecondStep(SignedToken tokens, Database database, Clock clock) {
        this.tokens = tokens;
        this.database = database;
        this.clock = clock;
    }

    void begin(Request request, Account account) {
        long until = clock.instant().plus(LIFE).getEpochSecond();
        request.setCookie(COOKIE, tokens.sign(ByteBuffer.allocate(2 * Long.BYTES + PASSWORD_BYTES)
                .putLong(account.id()).putLong(until).put(password(account)).array()), LIFE, SCOPE);
    }

    /** Whose second step it is; nothing when it took too long, or the account or its password changed meanwhile. */
    Future<Optional<Account>> of(Request request) {
        var payload = request.cookie(COOKIE).flatMap(tokens::open).map(ByteBuffer::wrap)
                .filter(bytes -> bytes.remaining() == 2 * Long.BYTES + PASSWORD_BYTES);
        if (payload.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        long id = payload.get().getLong();
        long until = payload.get().getLong();
        var password = new byte[PASSWORD_BYTES];
        payload.get().get(password);
        return clock.instant().getEpochSecond() > until ? Future.succeededFuture(Optional.empty())
                : database.read(tx -> accounts.get(tx, id)).map(account -> Optional.of(account)
                        .filter(one -> one.disabled().isEmpty() && Arrays.equals(password, password(one))));
    }

    void end(Request request) {
        request.dropCookie(COOKIE, SCOPE);
    }

    private static byte[] password(Account account) {
        return Arrays.copyOf(Sha256.of(account.passwordHash().orElse("").getBytes(StandardCharsets.UTF_8)),
                PASSWORD_BYTES);
    }
}
