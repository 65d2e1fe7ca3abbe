package org.pufa.identity;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.pufa.web.Request;
import org.pufa.web.SignedToken;

/**
 * Knows the device that takes part by a signed token: in a cookie for browsers, in the header
 * {@code Authorization: Pufa-Participant …} for programs. The token holds 16 random bytes and nothing about a person.
 */
public final class Participants {

    private static final String COOKIE = "participant";
    private static final String SCHEME = "Pufa-Participant ";
    /** Days that the token stays on the device. */
    public static final int KEPT_DAYS = 400;
    private static final Duration KEPT = Duration.ofDays(KEPT_DAYS);
    private static final int BYTES = 16;

    private final SignedToken tokens;
    private final SecureRandom random;

    /** @param tokens for the purpose of naming participants only */
    public Participants(SignedToken tokens, SecureRandom random) {
        this.tokens = tokens;
        this.random = random;
    }

    /**
     * Someone who may take part.
     *
     * @param identity 16 bytes that name the device; a campaign knows only a keyed hash of them
     * @param token what the device must show next time
     */
    public record Participant(byte[] identity, String token) {
    }

    /** The participant that the request names with a token of ours; a forged or foreign token names nobody. */
    public Optional<Participant> known(Request request) {
        return request.header("Authorization").filter(value -> value.startsWith(SCHEME))
                .map(value -> value.substring(SCHEME.length()).strip())
                .or(() -> request.cookie(COOKIE))
                .flatMap(token -> tokens.open(token).filter(bytes -> bytes.length == BYTES)
                        .map(bytes -> new Participant(bytes, token)));
    }

    /** The same, or a new participant, whom the answer gives a cookie. */
    public Participant knownOrNew(Request request) {
        return known(request).orElseGet(() -> {
            var identity = new byte[BYTES];
            random.nextBytes(identity);
            var fresh = new Participant(identity, tokens.sign(identity));
            request.setCookie(COOKIE, fresh.token(), KEPT);
            return fresh;
        });
    }

    /** Makes the device a new participant the next time: for one that several people use. */
    public void forget(Request request) {
        request.dropCookie(COOKIE);
    }
}
