package org.pufa.staff.openid;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Asks the provider over HTTP. Answers are small JSON objects and come soon, or not at all; nothing is redirected. */
final class Wire {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LARGEST = 1 << 20;

    private final Vertx vertx;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build();

    Wire(Vertx vertx) {
        this.vertx = vertx;
    }

    /** An answer that could be read. */
    record Answer(int status, JsonObject body) {

        boolean isGood() {
            return status == 200;
        }
    }

    Future<Answer> get(String address, Map<String, String> headers) {
        return ask(address, headers, HttpRequest.newBuilder().GET());
    }

    Future<Answer> post(String address, Map<String, String> headers, Map<String, String> form) {
        String body = form.entrySet().stream().map(field -> encoded(field.getKey()) + '=' + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return ask(address, headers, HttpRequest.newBuilder().POST(BodyPublishers.ofString(body))
                .header("Content-Type", "application/x-www-form-urlencoded"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Future<Answer> ask(String address, Map<String, String> headers, HttpRequest.Builder request) {
        headers.forEach(request::header);
        var sent = client.sendAsync(request.uri(URI.create(address)).timeout(PATIENCE)
                        .header("Accept", "application/json").build(), BodyHandlers.ofByteArray())
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return Future.fromCompletionStage(sent, vertx.getOrCreateContext())
                .map(answer -> new Answer(answer.statusCode(), json(address, answer.body())));
    }

    private static JsonObject json(String address, byte[] content) {
        if (content.length > LARGEST) {
            throw new IllegalStateException(address + " sent " + content.length + " bytes");
        }
        try {
            return new JsonObject(Buffer.buffer(content));
        } catch (DecodeException | ClassCastException e) {
            throw new IllegalStateException(address + " sent no JSON object", e);
        }
    }
}
