package org.pufa.campaign;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.pufa.i18n.Lang;
import org.pufa.ledger.Entry;
import org.pufa.ledger.PublicLog;
import org.pufa.web.Pages;
import org.pufa.web.QuickPost;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The doors of mini-programs and other systems; {@code openapi.yaml} beside this class describes them. */
public final class CampaignApi implements Routes {

    private static final String ROOT = "/api/v1/campaigns";

    private final Hall hall;
    private final Channels channels;
    private final Pages pages;
    private final PublicLog log = new PublicLog();
    private final Buffer description = description();

    public CampaignApi(Hall hall, Channels channels, Pages pages) {
        this.hall = hall;
        this.channels = channels;
        this.pages = pages;
    }

    /** The door that is busiest comes first. */
    @Override
    public void mount(Router router) {
        router.post(ROOT + "/:slug/entries").handler(pages.page(this::enter));
        router.post(ROOT + "/:slug/attempts").handler(pages.page(this::attempt));
        CampaignPages.look(router, ROOT + "/:slug/entries/:receipt", pages, this::entry);
        CampaignPages.look(router, ROOT + "/:slug/results", pages, this::results);
        CampaignPages.look(router, ROOT + "/:slug/log", pages, this::blocks);
        CampaignPages.look(router, ROOT + "/:slug", pages, this::campaign);
        CampaignPages.look(router, ROOT, pages, this::campaigns);
        CampaignPages.look(router, "/api/v1/openapi.yaml", pages, request -> Future.succeededFuture(
                View.bytes("application/yaml; charset=utf-8", description).header("Cache-Control", "no-cache")));
    }

    private static Buffer description() {
        try (InputStream in = CampaignApi.class.getResourceAsStream("openapi.yaml")) {
            return Buffer.buffer(Objects.requireNonNull(in).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In an hour of rush this is nearly all that is asked for. */
    @Override
    public List<QuickPost> quickPosts() {
        return List.of(new QuickPost(ROOT + "/", "/entries", (slug, body) ->
                enter(hall.campaigns().get(slug), Request.jsonObject(body))));
    }

    private Future<View> enter(Request request) {
        return enter(hall.campaign(request), request.json()).map(AttemptPages::receipt);
    }

    private Future<QuickPost.Answer> enter(Campaign campaign, JsonObject body) {
        var sent = SentJson.of(body);
        return hall.participation().enter(campaign, sent.token(), sent.answers())
                .map(counted -> AttemptPages.document(campaign, counted));
    }

    private Future<View> attempt(Request request) {
        Campaign campaign = hall.campaign(request);
        return hall.begin(request, campaign, channels.of(request, campaign)).map(beginner -> {
            var sitting = campaign.sitting(beginner.attempt());
            var items = campaign.content().items(sitting, request.lang()).stream().map(ApiJson::item).toList();
            return View.json(201, new JsonObject().put("attempt", hall.attempts().token(beginner.attempt()))
                    .put("participant", beginner.participant().token())
                    .put("expires_at", beginner.attempt().expires().toString())
                    .put("items", new JsonArray(items)));
        });
    }

    private Future<View> campaigns(Request request) {
        Instant now = hall.now();
        var all = hall.campaigns().all().stream()
                .map(campaign -> ApiJson.brief(campaign, request.lang(), now)).toList();
        return Future.succeededFuture(View.json(new JsonArray(all)));
    }

    private Future<View> campaign(Request request) {
        return Future.succeededFuture(View.json(ApiJson.whole(hall.campaign(request), request.lang(), hall.now())));
    }

    private Future<View> entry(Request request) {
        Campaign campaign = hall.campaign(request);
        return hall.entry(campaign, request.path("receipt")).compose(entry -> hall.database()
                .read(tx -> hall.entries().sheet(tx, entry).compose(sheet -> log.proof(tx, campaign.id(), entry.receipt())
                        .map(proof -> entry(campaign, entry)
                                .put("result", campaign.content().receipt(request.lang(), sheet))
                                .put("proof", proof.map(ApiJson::proof).orElse(null))))))
                .map(View::json);
    }

    private static JsonObject entry(Campaign campaign, Entry entry) {
        return new JsonObject().put("receipt", entry.receipt().toString())
                .put("url", AttemptPages.url(campaign, entry.receipt()))
                .put("accepted_at", entry.acceptedAt().toString());
    }

    private Future<View> results(Request request) {
        Campaign campaign = hall.campaign(request);
        hall.checkPublished(campaign);
        Instant now = hall.now();
        Lang lang = request.lang();
        return hall.tallies(campaign).map(tallies -> View.json(new JsonObject()
                .put("state", campaign.stateAt(now).code()).put("as_of", now.toString())
                .put("participations", tallies.participations())
                .put("results", campaign.content().results(lang, tallies))));
    }

    private Future<View> blocks(Request request) {
        Campaign campaign = hall.campaign(request);
        var from = LogPages.position(request);
        return hall.database().read(tx -> log.heads(tx, campaign.id())
                .compose(heads -> log.blocks(tx, campaign.id(), from, LogPages.BLOCKS).map(page -> {
                    var json = new JsonObject()
                            .put("heads", new JsonArray(heads.stream().map(ApiJson::head).toList()))
                            .put("blocks", new JsonArray(page.blocks().stream().map(ApiJson::block).toList()));
                    page.next().ifPresent(next -> json.put("next", next.toString()));
                    return View.json(json);
                })));
    }
}
