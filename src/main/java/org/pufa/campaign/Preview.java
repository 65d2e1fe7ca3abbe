package org.pufa.campaign;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.pufa.db.Database;
import org.pufa.i18n.Messages;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.Hmac;
import org.pufa.kernel.Pseudonym;
import org.pufa.kernel.ReceiptCode;
import org.pufa.ledger.Book;
import org.pufa.web.Request;
import org.pufa.web.View;

/** Shows a definition as citizens would see it once it is launched. Nothing is stored, and nothing can be sent. */
public final class Preview {

    private static final CampaignId NONE = new CampaignId(Long.MAX_VALUE);
    private static final Duration AFTER_OPENING = Duration.ofSeconds(1);

    private final Database database;
    private final Messages messages;
    private final CampaignWords words;
    private final SecureRandom random;
    private final Clock clock;

    public Preview(Database database, Messages messages, SecureRandom random, Clock clock) {
        this.database = database;
        this.messages = messages;
        this.words = new CampaignWords(messages);
        this.random = random;
        this.clock = clock;
    }

    /** The page on which it begins. Fails with INVALID when the definition asks for what is not there. */
    public Future<View> landing(Request request, Definition definition) {
        return campaign(definition).map(campaign -> LandingPages.view(words, request.lang(), campaign, now(campaign),
                List.of()));
    }

    /** A paper, drawn anew each time. Fails as {@link #landing} does. */
    public Future<View> paper(Request request, Definition definition) {
        return campaign(definition).map(campaign -> {
            Instant now = now(campaign);
            var attempt = new Attempt(NONE, campaign.version(), new Pseudonym(UUID.randomUUID()),
                    campaign.slotsAt(now).first(), new ReceiptCode(random.nextLong() >>> 64 - ReceiptCode.BITS), now,
                    now.plus(Duration.ofHours(1)), Channel.DIRECT);
            return campaign.content().attemptPage(new AttemptRequest(request, campaign, campaign.sitting(attempt),
                    "preview", Answers.NONE, List.of()));
        });
    }

    /** The public rules. */
    public View rules(Request request, Definition definition) {
        return RulesPages.view(messages, request.lang(), definition, definition.opening().from(clock.instant()), 1,
                List.of());
    }

    private static Instant now(Campaign campaign) {
        return campaign.window().opens().plus(AFTER_OPENING);
    }

    private Future<Campaign> campaign(Definition definition) {
        var secret = new byte[32];
        random.nextBytes(secret);
        return database.read(tx -> definition.kind().pin(tx, definition.plan())
                .compose(pinned -> definition.kind().content(tx, definition.plan(), pinned)))
                .map(content -> new Campaign(NONE, 1, definition, content, new Book(NONE, definition.plan().linked(),
                        definition.limit(), definition.opening().from(clock.instant()), true, new Hmac(secret)),
                        State.OPEN));
    }
}
