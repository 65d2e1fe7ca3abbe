package org.pufa.campaign;

import io.vertx.core.Future;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pufa.db.Database;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Pseudonym;
import org.pufa.kernel.ReceiptCode;
import org.pufa.ledger.Entries;
import org.pufa.ledger.Entry;
import org.pufa.web.SignedToken;

/** Begins attempts and reads them back from their tokens. Nothing is stored until the paper is submitted. */
public final class Attempts {

    /** Long enough for a paper put aside over a shift, short enough that yesterday's places are not held open. */
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final int FIXED_BYTES = 8 + 4 + 16 + 4 + 8 + 8 + 8;

    private final Database database;
    private final Entries entries;
    private final SignedToken tokens;
    private final SecureRandom random;
    private final Clock clock;

    /** @param tokens for the purpose of attempts only */
    public Attempts(Database database, Entries entries, SignedToken tokens, SecureRandom random, Clock clock) {
        this.database = database;
        this.entries = entries;
        this.tokens = tokens;
        this.random = random;
        this.clock = clock;
    }

    /**
     * A new attempt at the first place that is free. Fails with a CONFLICT problem that carries the {@code receipt} of
     * the latest entry when the limit is used up, and with a FORBIDDEN one when the campaign takes no entries now.
     *
     * @param identity who takes part, as {@link org.pufa.identity.Participants} knows them
     */
    public Future<Attempt> begin(Campaign campaign, byte[] identity, String channel) {
        Instant now = clock.instant();
        if (campaign.stateAt(now) != State.OPEN) {
            return Future.failedFuture(closed(campaign, now));
        }
        Pseudonym participant = campaign.book().pseudonym(identity);
        var slots = campaign.slotsAt(now);
        return database.read(tx -> entries.ofParticipant(tx, campaign.id(), participant, slots)).map(earlier -> {
            var taken = earlier.stream().map(Entry::slot).collect(Collectors.toSet());
            var free = slots.firstFree(taken);
            if (free.isEmpty()) {
                throw alreadyTaken(campaign, last(earlier).receipt());
            }
            return new Attempt(campaign.id(), campaign.version(), participant, free.getAsInt(),
                    new ReceiptCode(random.nextLong() >>> 64 - ReceiptCode.BITS), now, expiry(campaign, now), channel);
        });
    }

    private static Entry last(List<Entry> earlier) {
        return earlier.get(earlier.size() - 1);
    }

    private static Instant expiry(Campaign campaign, Instant now) {
        Instant longest = now.plus(LONGEST);
        Instant closes = campaign.window().closes();
        return closes.isBefore(longest) ? closes : longest;
    }

    /** Why a campaign takes no entries now, as a problem; its key ends with the state. */
    public static Problem closed(Campaign campaign, Instant now) {
        return Problem.forbidden("campaign.closed." + campaign.stateAt(now).code())
                .with("slug", campaign.slug().value());
    }

    /** The limit is used up; {@code receipt} names an entry that used it. */
    public static Problem alreadyTaken(Campaign campaign, ReceiptCode receipt) {
        return Problem.conflict("campaign.already-taken." + campaign.book().limit().per().code())
                .with("slug", campaign.slug().value()).with("receipt", receipt.toString());
    }

    /** The attempt as its form or program sends it back. */
    public String token(Attempt attempt) {
        byte[] channel = attempt.channel().getBytes(StandardCharsets.US_ASCII);
        return tokens.sign(ByteBuffer.allocate(FIXED_BYTES + channel.length)
                .putLong(attempt.campaign().value()).putInt(attempt.version())
                .putLong(attempt.participant().value().getMostSignificantBits())
                .putLong(attempt.participant().value().getLeastSignificantBits())
                .putInt(attempt.slot()).putLong(attempt.number().value())
                .putLong(attempt.opened().toEpochMilli()).putLong(attempt.expires().toEpochMilli())
                .put(channel).array());
    }

    /** The attempt of a token that we signed for this campaign; nothing for any other text. */
    public Optional<Attempt> open(Campaign campaign, String token) {
        return tokens.open(token).flatMap(Attempts::read).filter(read -> read.campaign().equals(campaign.id()));
    }

    private static Optional<Attempt> read(byte[] payload) {
        try {
            var in = ByteBuffer.wrap(payload);
            var campaign = new CampaignId(in.getLong());
            int version = in.getInt();
            var participant = new Pseudonym(new UUID(in.getLong(), in.getLong()));
            int slot = in.getInt();
            var number = new ReceiptCode(in.getLong());
            var opened = Instant.ofEpochMilli(in.getLong());
            var expires = Instant.ofEpochMilli(in.getLong());
            var channel = new byte[in.remaining()];
            in.get(channel);
            return Optional.of(new Attempt(campaign, version, participant, slot, number, opened, expires,
                    new String(channel, StandardCharsets.US_ASCII)));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
