package org.pufa.campaign;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import org.pufa.kernel.Problem;
import org.pufa.kernel.ReceiptCode;
import org.pufa.ledger.Ledger;
import org.pufa.ledger.Outcome;
import org.pufa.ledger.Slots;
import org.pufa.ledger.Submission;

/** Takes a paper that was sent in, has its kind grade it and the ledger accept it. */
public final class Participation {

    private final Attempts attempts;
    private final Ledger ledger;
    private final Words words;
    private final Clock clock;
    private final Outcomes outcomes;

    public Participation(Attempts attempts, Ledger ledger, Words words, Clock clock) {
        this(attempts, ledger, words, clock, new Outcomes());
    }

    /** @param outcomes is told what becomes of everything that is sent in */
    public Participation(Attempts attempts, Ledger ledger, Words words, Clock clock, Outcomes outcomes) {
        this.words = words;
        this.outcomes = outcomes;
        this.attempts = attempts;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * The participation counts, durably.
     *
     * @param replayed whether it already did before this was sent
     */
    public record Counted(ReceiptCode receipt, boolean replayed) {
    }

    /**
     * Fails with a problem and nothing stored: FORBIDDEN for a token that is not ours or a campaign that takes no
     * entries, GONE for an expired attempt, INVALID for answers the paper does not allow, CONFLICT with the earlier
     * {@code receipt} when the limit is used up, BUSY when it must be sent again.
     */
    public Future<Counted> enter(Campaign campaign, String token, Answers answers) {
        return Future.succeededFuture(answers).compose(sent -> judged(campaign, token, sent))
                .onSuccess(counted -> outcomes.accepted(campaign.id(), counted.replayed()))
                .onFailure(failure -> outcomes.refused(campaign.id(), failure));
    }

    private Future<Counted> judged(Campaign campaign, String token, Answers answers) {
        Instant now = clock.instant();
        Attempt attempt = attempts.open(campaign, token).orElseThrow(() -> Problem.forbidden("campaign.attempt.forged"));
        if (campaign.stateAt(now) != State.OPEN) {
            return replayOr(Attempts.closed(campaign, now), campaign, attempt);
        }
        if (attempt.version() > campaign.version() || !now.isBefore(attempt.expires())) {
            return replayOr(expired(campaign), campaign, attempt);
        }
        Filled filled = campaign.content().fill(campaign.sitting(attempt), answers);
        return ledger.submit(submission(campaign, attempt, filled, now)).map(outcome -> counted(campaign, outcome, now));
    }

    /** The first reply may have been lost on its way, so a repetition is told its receipt however late it comes. */
    private Future<Counted> replayOr(Problem refusal, Campaign campaign, Attempt attempt) {
        return ledger.isAccepted(campaign.book(), attempt.participant(), attempt.number()).map(accepted -> {
            if (!accepted) {
                throw refusal;
            }
            return new Counted(attempt.number(), true);
        });
    }

    private static Problem expired(Campaign campaign) {
        return Problem.of(Problem.Sort.GONE, "campaign.attempt.expired").with("slug", campaign.slug().value());
    }

    private Submission submission(Campaign campaign, Attempt attempt, Filled filled, Instant now) {
        Slots slots = campaign.content().paperBelongsToSlot() ? Slots.only(attempt.slot())
                : campaign.slotsAt(attempt.opened());
        Words.Sheet sheet = words.sheet(campaign.id(), filled);
        return new Submission(campaign.book(), attempt.participant(), slots, attempt.slot(), attempt.number(),
                attempt.channel(), now, sheet.body(), filled.score(), filled.counts(), sheet.words());
    }

    private static Counted counted(Campaign campaign, Outcome outcome, Instant now) {
        if (outcome instanceof Outcome.Accepted accepted) {
            return new Counted(accepted.receipt(), false);
        } else if (outcome instanceof Outcome.Replayed replayed) {
            return new Counted(replayed.receipt(), true);
        } else if (outcome instanceof Outcome.Taken taken) {
            throw Attempts.alreadyTaken(campaign, taken.earlier());
        } else if (outcome instanceof Outcome.Closed) {
            throw Problem.forbidden("campaign.closed.late").with("slug", campaign.slug().value());
        }
        throw expired(campaign);
    }
}
