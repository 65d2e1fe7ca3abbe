package org.pufa.campaign;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.pufa.db.Database;
import org.pufa.identity.Participants;
import org.pufa.kernel.Problem;
import org.pufa.kernel.ReceiptCode;
import org.pufa.ledger.Entries;
import org.pufa.ledger.Entry;
import org.pufa.ledger.Tallies;
import org.pufa.web.Request;

/** What the doors of citizens and of programs both lead to (办事大厅). */
public record Hall(Campaigns campaigns, Attempts attempts, Participation participation, Participants participants,
        Entries entries, Database database, Traffic traffic, Clock clock, StudyShelf shelf) {

    public Hall {
        Objects.requireNonNull(campaigns);
        Objects.requireNonNull(attempts);
        Objects.requireNonNull(participation);
        Objects.requireNonNull(participants);
        Objects.requireNonNull(entries);
        Objects.requireNonNull(database);
        Objects.requireNonNull(traffic);
        Objects.requireNonNull(clock);
        Objects.requireNonNull(shelf);
    }

    /** Without anything to read before or afterwards. */
    public Hall(Campaigns campaigns, Attempts attempts, Participation participation, Participants participants,
            Entries entries, Database database, Traffic traffic, Clock clock) {
        this(campaigns, attempts, participation, participants, entries, database, traffic, clock, StudyShelf.EMPTY);
    }

    Instant now() {
        return clock.instant();
    }

    /** The campaign whose slug stands in the path. @throws Problem NOT_FOUND when there is none */
    Campaign campaign(Request request) {
        return campaigns.get(request.path("slug"));
    }

    /** Someone who begins to take part; only then does a new device get its token. */
    record Beginner(Participants.Participant participant, Attempt attempt) {
    }

    /** A new attempt of the person or program that asks; fails as {@link Attempts#begin} does. */
    Future<Beginner> begin(Request request, Campaign campaign, String channel) {
        Instant now = now();
        if (campaign.stateAt(now) != State.OPEN) {
            return Future.failedFuture(Attempts.closed(campaign, now));
        }
        var participant = participants.knownOrNew(request);
        return attempts.begin(campaign, participant.identity(), channel)
                .map(attempt -> {
                    traffic.add(campaign.id(), Traffic.What.OPENED, channel);
                    return new Beginner(participant, attempt);
                });
    }

    /** The entry behind a receipt as somebody wrote it; fails with NOT_FOUND when there is none. */
    Future<Entry> entry(Campaign campaign, String receipt) {
        ReceiptCode code = ReceiptCode.parse(receipt).orElseThrow(() -> noEntry(campaign));
        return database.read(tx -> entries.byReceipt(tx, campaign.id(), code))
                .map(found -> found.orElseThrow(() -> noEntry(campaign)));
    }

    /** Whether the device that asks is the one that made the entry. */
    boolean isOwn(Request request, Campaign campaign, Entry entry) {
        return participants.known(request).map(known -> campaign.book().pseudonym(known.identity()))
                .filter(entry.participant()::equals).isPresent();
    }

    private static Problem noEntry(Campaign campaign) {
        return Problem.notFound("campaign.entry.unknown").with("slug", campaign.slug().value());
    }

    Future<Tallies> tallies(Campaign campaign) {
        return database.read(tx -> Tallies.of(tx, campaign.id()));
    }

    /** @throws Problem FORBIDDEN when the results may not be seen now */
    void checkPublished(Campaign campaign) {
        if (!campaign.content().publishes(campaign.stateAt(now()))) {
            throw Problem.forbidden("campaign.results.later").with("slug", campaign.slug().value());
        }
    }
}
