package org.pufa.staff.openid;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks the provider over HTTP. Answers are small JSON objects and come soon, or not at all; nothing is redirected. */
final class Wire {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LARGEST = 1 << 20;

    private final HttpClient client;

    Wire(Vertx vertx) {
        client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout((int) PATIENCE.toMillis()));
    }

    /** An answer that could be read. */
    record Answer(int status, JsonObject body) {

        boolean isGood() {
            return status == 200;
        }
    }

    Future<Answer> get(String address, Map<String, String> headers) {
        return ask(HttpMethod.GET, address, headers, Buffer.buffer());
    }

    Future<Answer> post(String address, Map<String, String> headers, Map<String, String> form) {
        String body = form.entrySet().stream().map(field -> encoded(field.getKey()) + '=' + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return ask(HttpMethod.POST, address, headers, Buffer.buffer(body));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Future<Answer> ask(HttpMethod method, String address, Map<String, String> headers, Buffer body) {
        var options = new RequestOptions().setMethod(method).setAbsoluteURI(address).setTimeout(PATIENCE.toMillis());
        return client.request(options).compose(request -> {
            request.putHeader("Accept", "application/json");
            headers.forEach(request::putHeader);
            return send(request, body);
        }).compose(response -> response.body().map(content -> new Answer(response.statusCode(), json(address, content))));
    }

    private static Future<HttpClientResponse> send(HttpClientRequest request, Buffer body) {
        return body.length() == 0 ? request.send()
                : request.putHeader("Content-Type", "application/x-www-form-urlencoded").send(body);
    }

    private static JsonObject json(String address, Buffer content) {
        if (content.length() > LARGEST) {
            throw new IllegalStateException(address + " sent " + content.length() + " bytes");
        }
        try {
            return new JsonObject(content);
        } catch (DecodeException | ClassCastException e) {
            throw new IllegalStateException(address + " sent no JSON object", new IOException(e));
        }
    }
}
