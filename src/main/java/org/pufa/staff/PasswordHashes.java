package org.pufa.staff;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Secret;

/** Argon2id, on threads of its own: a hash takes tens of milliseconds and 19 MiB. Few are allowed to wait. */
final class PasswordHashes {

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int PARALLELISM = 1;
    private static final int BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int THREADS = 2;
    private static final int MOST_WAITING = 40;

    private final WorkerExecutor worker;
    private final SecureRandom random;
    private final AtomicInteger waiting = new AtomicInteger();
    /** Of a password nobody knows: checked where there is no account, so that both take the same time. */
    private final String decoy;

    PasswordHashes(Vertx vertx, SecureRandom random) {
        this.worker = vertx.createSharedWorkerExecutor("pufa-passwords", THREADS);
        this.random = random;
        var unknown = new byte[BYTES];
        random.nextBytes(unknown);
        this.decoy = hashNow(Base64.getEncoder().encodeToString(unknown));
    }

    Future<String> hash(Secret password) {
        return work(() -> hashNow(normal(password)));
    }

    /** Whether it is the password of the hash. */
    Future<Boolean> matches(Secret password, String hash) {
        return work(() -> Argon2Function.getInstanceFromHash(hash).check(normal(password), hash));
    }

    /** The same work for nothing. */
    Future<Boolean> matchesNobody(Secret password) {
        return matches(password, decoy).map(false);
    }

    private <T> Future<T> work(Callable<T> work) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return Future.failedFuture(Problem.of(Problem.Sort.BUSY, "staff.busy").with("retryAfter", 10));
        }
        return worker.executeBlocking(work, false).onComplete(done -> waiting.decrementAndGet());
    }

    private String hashNow(String password) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return Argon2Function.getInstance(MEMORY_KIB, PASSES, PARALLELISM, BYTES, Argon2.ID)
                .hash(password.getBytes(StandardCharsets.UTF_8), salt).getResult();
    }

    /** Keyboards write the same character in several ways. */
    private static String normal(Secret password) {
        return Normalizer.normalize(password.value(), Normalizer.Form.NFKC);
    }
}
