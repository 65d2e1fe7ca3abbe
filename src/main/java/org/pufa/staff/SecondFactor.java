package org.pufa.staff;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.pufa.db.Tx;
import org.pufa.kernel.Hmac;

/** The rows of second factors and of the recovery codes beside them. */
final class SecondFactor {

    static final int RECOVERY_CODES = 10;

    private static final int RECOVERY_BYTES = 5;
    private static final String BEGIN = """
            insert into staff_factor (account_id, secret, created_at, last_step) values ($1, $2, $3, 0)
            on conflict (account_id) do update set secret = $2, created_at = $3
            where staff_factor.confirmed_at is null""";
    private static final String FIND = "select secret, confirmed_at is not null from staff_factor where account_id = $1";
    private static final String CONFIRM = """
            update staff_factor set confirmed_at = $2, last_step = $3 where account_id = $1 and confirmed_at is null""";
    private static final String TAKE = """
            update staff_factor set last_step = $2
            where account_id = $1 and last_step < $2 and confirmed_at is not null""";
    private static final String ABANDON = "delete from staff_factor where account_id = $1 and confirmed_at is null";
    private static final String DROP = "delete from staff_factor where account_id = $1";
    private static final String DROP_CODES = "delete from staff_recovery_code where account_id = $1";
    private static final String ADD_CODE = "insert into staff_recovery_code (account_id, hash) values ($1, $2)";
    private static final String USE_CODE = """
            update staff_recovery_code set used_at = $3 where account_id = $1 and hash = $2 and used_at is null""";
    private static final String CODES_LEFT =
            "select count(*) from staff_recovery_code where account_id = $1 and used_at is null";

    private final Vault vault;
    private final Hmac hashes;
    private final SecureRandom random;

    SecondFactor(Vault vault, Hmac hashes, SecureRandom random) {
        this.vault = vault;
        this.hashes = hashes;
        this.random = random;
    }

    /** A factor that was begun or is in use. */
    record Factor(byte[] secret, boolean confirmed) {
    }

    Future<Optional<Factor>> find(Tx tx, long account) {
        return tx.one(FIND, row -> new Factor(vault.open(row.getBuffer(0).getBytes(), account).orElseThrow(() ->
                new IllegalStateException("the second factor of account " + account + " was kept under another key")),
                row.getBoolean(1)), account);
    }

    /** Whether signing in asks for a code. */
    Future<Boolean> isOn(Tx tx, long account) {
        return tx.one(FIND, row -> row.getBoolean(1), account).map(found -> found.orElse(false));
    }

    /** Makes a secret, in place of one that was never confirmed. Does nothing where the factor is in use. */
    Future<Void> begin(Tx tx, long account, Instant now) {
        var secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        return tx.update(BEGIN, account, Buffer.buffer(vault.lock(secret, account)), AccountStore.utc(now)).mapEmpty();
    }

    /** Forgets a secret that was never confirmed. */
    Future<Void> abandon(Tx tx, long account) {
        return tx.update(ABANDON, account).mapEmpty();
    }

    /** Turns it on once a right code shows that the device has the secret. Gives the recovery codes, or nothing. */
    Future<Optional<List<String>>> confirm(Tx tx, long account, String code, Instant now) {
        return find(tx, account).compose(found -> {
            OptionalLong step = found.filter(factor -> !factor.confirmed())
                    .map(factor -> Totp.stepOf(factor.secret(), plain(code), now)).orElse(OptionalLong.empty());
            return step.isEmpty() ? Future.succeededFuture(Optional.empty())
                    : tx.update(CONFIRM, account, AccountStore.utc(now), step.getAsLong()).compose(done ->
                            done == 1 ? newCodes(tx, account).map(Optional::of)
                                    : Future.succeededFuture(Optional.empty()));
        });
    }

    /** Ten new recovery codes in place of all earlier ones. */
    Future<List<String>> newCodes(Tx tx, long account) {
        var codes = new ArrayList<String>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            var bytes = new byte[RECOVERY_BYTES];
            random.nextBytes(bytes);
            codes.add(Base32.of(bytes));
        }
        Future<Void> all = tx.update(DROP_CODES, account).mapEmpty();
        for (String code : codes) {
            all = all.compose(before -> tx.update(ADD_CODE, account, hash(account, code)).mapEmpty());
        }
        return all.map(added -> codes.stream().map(code -> code.substring(0, 4) + '-' + code.substring(4)).toList());
    }

    Future<Integer> codesLeft(Tx tx, long account) {
        return tx.get(CODES_LEFT, row -> row.getInteger(0), account);
    }

    /** How a code was right. */
    enum Used { CODE, RECOVERY_CODE }

    /** Uses a code up, of the device or for recovery; nothing when it is wrong or was used before. */
    Future<Optional<Used>> use(Tx tx, long account, String typed, Instant now) {
        String code = plain(typed);
        if (!code.matches("\\d{" + Totp.DIGITS + "}")) {
            return tx.update(USE_CODE, account, hash(account, code), AccountStore.utc(now))
                    .map(used -> used == 1 ? Optional.of(Used.RECOVERY_CODE) : Optional.empty());
        }
        return find(tx, account).compose(found -> {
            OptionalLong step = found.map(factor -> Totp.stepOf(factor.secret(), code, now))
                    .orElse(OptionalLong.empty());
            return step.isEmpty() ? Future.succeededFuture(Optional.empty())
                    : tx.update(TAKE, account, step.getAsLong())
                            .map(taken -> taken == 1 ? Optional.of(Used.CODE) : Optional.empty());
        });
    }

    Future<Void> drop(Tx tx, long account) {
        return tx.update(DROP, account).compose(dropped -> tx.update(DROP_CODES, account)).mapEmpty();
    }

    private Buffer hash(long account, String code) {
        return Buffer.buffer(hashes.of((account + "|" + code).getBytes(StandardCharsets.UTF_8)));
    }

    /** As it was shown, whatever spaces and hyphens people typed. */
    private static String plain(String typed) {
        return java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC).replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT);
    }
}
