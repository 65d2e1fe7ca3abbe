package org.pufa.browser;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Many people who take part through the door of programs, each a different one, choosing at random. */
public final class Crowd {

    private static final int AT_ONCE = 24;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String api;
    private final Random random;

    public Crowd(String origin, long seed) {
        this.api = origin + "/api/v1/campaigns/";
        this.random = new Random(seed);
    }

    /** One more person takes part, who came by that channel, and is given this receipt. */
    public String takePart(String slug, String channel) {
        var attempt = post(slug + "/attempts?ch=" + channel, new JsonObject());
        var answers = new JsonObject();
        attempt.getJsonArray("items").forEach(item -> answer((JsonObject) item, answers));
        return post(slug + "/entries", new JsonObject().put("attempt", attempt.getString("attempt"))
                .put("answers", answers)).getString("receipt");
    }

    /** So many more people take part, several at a time, by these channels in turn. */
    public void takePart(String slug, int people, String... channels) {
        var next = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var all = IntStream.range(0, AT_ONCE).mapToObj(one -> CompletableFuture.runAsync(() -> {
                for (int person = next.getAndIncrement(); person < people; person = next.getAndIncrement()) {
                    takePart(slug, channels[person % channels.length]);
                }
            }, threads)).toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(all).join();
        } finally {
            threads.shutdown();
        }
    }

    private void answer(JsonObject item, JsonObject answers) {
        var options = new ArrayList<String>();
        item.getJsonArray("options").forEach(option -> options.add(((JsonObject) option).getString("id")));
        if (!options.isEmpty()) {
            Collections.shuffle(options, random);
            answers.put(item.getString("id"), new JsonArray(List.copyOf(options.subList(0, picks(item)))));
        }
    }

    private int picks(JsonObject item) {
        int least = Math.max(1, item.getInteger("min", 1));
        int most = Math.min(2, item.getInteger("max", 1));
        return most <= least ? least : least + random.nextInt(most - least + 1);
    }

    private JsonObject post(String path, JsonObject body) {
        var request = HttpRequest.newBuilder(URI.create(api + path)).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.encode())).build();
        HttpResponse<String> response;
        try {
            response = client.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
        if (response.statusCode() != 201) {
            throw new IllegalStateException(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return new JsonObject(response.body());
    }
}
