package org.pufa.outreach.kiosk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.pufa.campaign.Channels;
import org.pufa.web.Kiosked;
import org.pufa.web.Request;
import org.pufa.web.SignedToken;

/**
 * The signed cookies by which opened devices are known. Only with one does somebody count under the channel of a kiosk:
 * the address alone, copied to a phone at home, does not make a participation an assisted one.
 */
public final class KioskPasses implements Channels.Gate {

    private static final int FIXED_BYTES = 2 * Long.BYTES;

    private final SignedToken tokens;
    private final Clock clock;

    /** @param tokens for the purpose of naming opened devices only */
    public KioskPasses(SignedToken tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** What a device shows: for which kiosk it was opened, and until when. */
    record Pass(long kiosk, Instant closes, String channel) {
    }

    /** Opens the device that asks. */
    void give(Request request, Kiosk kiosk) {
        byte[] channel = kiosk.channel().getBytes(StandardCharsets.US_ASCII);
        Instant closes = kiosk.window().closes();
        request.setCookie(Kiosked.COOKIE, tokens.sign(ByteBuffer.allocate(FIXED_BYTES + channel.length)
                .putLong(kiosk.id()).putLong(closes.toEpochMilli()).put(channel).array()),
                Duration.between(clock.instant(), closes));
    }

    /** The pass of the device that asks, until its kiosk closes. */
    Optional<Pass> of(Request request) {
        return request.cookie(Kiosked.COOKIE).flatMap(tokens::open).filter(bytes -> bytes.length > FIXED_BYTES)
                .map(KioskPasses::read).filter(pass -> clock.instant().isBefore(pass.closes()));
    }

    private static Pass read(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        long kiosk = in.getLong();
        Instant closes = Instant.ofEpochMilli(in.getLong());
        return new Pass(kiosk, closes, StandardCharsets.US_ASCII.decode(in).toString());
    }

    @Override
    public boolean admits(Request request, String code) {
        return !Kiosks.isChannel(code) || of(request).filter(pass -> pass.channel().equals(code)).isPresent();
    }
}
