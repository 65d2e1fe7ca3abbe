package org.pufa.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.kernel.Slug;
import org.pufa.ledger.Ledger;
import org.pufa.support.TestDatabase;

class BusyTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();
    private static CampaignFixture site;

    @BeforeAll
    static void start() {
        site = new CampaignFixture(database, new Ledger.Settings(1, 1));
        site.launch("crowded");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    /** While somebody holds the book, one entry is being written, one waits, and the next finds no place. */
    @Test
    void whoFindsNoPlaceInTheQueueGetsThePaperBackAndItCountsOnceWhenSentAgain() {
        var release = Promise.<Void>promise();
        var held = Promise.<Void>promise();
        var id = site.campaigns.find(new Slug("crowded")).orElseThrow().id();
        var holding = site.database.inTx(tx -> site.books.setAccepting(tx, id, true).compose(done -> {
            held.complete();
            return release.future();
        }));
        held.future().await();
        var refused = new CompletableFuture<HttpResponse<String>>();
        var answers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (int i = 0; i < 6; i++) {
            String token = CampaignFixture.token(site.get("/c/crowded/attempt"));
            answers.add(site.laterForm("/c/crowded/entries", "attempt=" + token + "&a.one=b&a.wage=" + (6500 + i)));
            answers.get(i).thenAccept(answer -> {
                if (answer.statusCode() == 503) {
                    refused.complete(answer);
                }
            });
        }

        var busy = refused.orTimeout(20, TimeUnit.SECONDS).join();
        release.complete();
        holding.await();
        answers.forEach(CompletableFuture::join);

        assertThat(busy.headers().firstValue("Retry-After")).hasValue("60");
        assertThat(busy.body()).contains("campaign.busy", "value=\"b\" checked").containsPattern("value=\"650\\d\"");
        var again = site.form("/c/crowded/entries", "attempt=" + CampaignFixture.token(busy) + "&a.one=b");
        var once = site.form("/c/crowded/entries", "attempt=" + CampaignFixture.token(busy) + "&a.one=b");
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(once.headers().firstValue("Location")).isEqualTo(again.headers().firstValue("Location"));
    }
}
