package org.pufa.support;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CompletableFuture;
import java.nio.ByteBuffer;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One person's browser: keeps cookies, follows nothing by itself, and sends back the token of the last page. */
public final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "----form-of-a-test";

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String origin;
    private final Map<String, String> cookies = new TreeMap<>();
    private String token = "";

    public Browser(String origin) {
        this.origin = origin;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public byte[] bytes(String path) {
        try {
            return client.send(request(path).build(), BodyHandlers.ofByteArray()).body();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends a form with the token of the last page. */
    public HttpResponse<String> post(String path, String... namesAndValues) {
        var fields = new ArrayList<>(List.of("_csrf", token));
        fields.addAll(List.of(namesAndValues));
        return postAsIs(path, fields.toArray(String[]::new));
    }

    /** Sends a form with these fields only. */
    public HttpResponse<String> postAsIs(String path, String... namesAndValues) {
        var form = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append(i == 0 ? "" : "&").append(encoded(namesAndValues[i])).append('=')
                    .append(encoded(namesAndValues[i + 1]));
        }
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString())));
    }

    /** Sends a form that brings a file, with the token of the last page. */
    public HttpResponse<String> postFile(String path, String field, String fileName, String content,
            String... namesAndValues) {
        var body = new StringBuilder(part("_csrf", "", token));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.append(part(namesAndValues[i], "", namesAndValues[i + 1]));
        }
        body.append(part(field, "; filename=\"" + fileName + "\"\r\nContent-Type: text/yaml", content));
        body.append("--").append(BOUNDARY).append("--\r\n");
        return send(request(path).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** Sends a form as one that may bring files is sent, with the token of the last page. */
    public HttpResponse<String> postParts(String path, String... namesAndValues) {
        var body = new StringBuilder(part("_csrf", "", token));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.append(part(namesAndValues[i], "", namesAndValues[i + 1]));
        }
        body.append("--").append(BOUNDARY).append("--\r\n");
        return send(request(path).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** A file as a form brings it. */
    public record Sent(String field, String name, byte[] content) {
    }

    /** Sends a form that brings files of any kind, with the token of the last page. */
    public HttpResponse<String> postFiles(String path, List<Sent> files, String... namesAndValues) {
        return send(files(path, files, namesAndValues));
    }

    /** The same, to be sent later or changed before. */
    public HttpRequest.Builder files(String path, List<Sent> files, String... namesAndValues) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(part("_csrf", "", token).getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.writeBytes(part(namesAndValues[i], "", namesAndValues[i + 1]).getBytes(StandardCharsets.UTF_8));
        }
        for (Sent file : files) {
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + file.field()
                    + "\"; filename=\"" + file.name() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file.content());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return request(path).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private static String part(String name, String more, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n"
                + content + "\r\n";
    }

    /** The token of the last page. */
    public String token() {
        return token;
    }

    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    public void setCookie(String name, String value) {
        cookies.put(name, value);
    }

    public HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(origin + path)).timeout(Duration.ofSeconds(20));
        var header = new StringBuilder();
        cookies.forEach((name, value) -> header.append(header.isEmpty() ? "" : "; ").append(name).append('=').append(value));
        return header.isEmpty() ? request : request.header("Cookie", header.toString());
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), info -> isEndless(info) ? new LeftAlone()
                    : BodyHandlers.ofString().apply(info));
            response.headers().allValues("set-cookie").forEach(this::keep);
            Matcher found = TOKEN.matcher(response.body());
            if (found.find()) {
                token = found.group(1);
            }
            return response;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isEndless(HttpResponse.ResponseInfo info) {
        return info.headers().firstValue("content-type").orElse("").startsWith("text/event-stream");
    }

    /** Takes a stream of events for opened once its head is here, and leaves it. */
    private static final class LeftAlone implements HttpResponse.BodySubscriber<String> {

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.cancel();
        }

        @Override
        public void onNext(List<ByteBuffer> item) {
            // What was under way when the stream was left is of no interest.
        }

        @Override
        public void onError(Throwable throwable) {
            // Nobody waits for more of it.
        }

        @Override
        public void onComplete() {
            // Nobody waits for more of it.
        }

        @Override
        public CompletionStage<String> getBody() {
            return CompletableFuture.completedFuture("");
        }
    }

    private void keep(String header) {
        String pair = header.split(";", 2)[0];
        int equals = pair.indexOf('=');
        if (header.contains("Max-Age=0")) {
            cookies.remove(pair.substring(0, equals));
        } else {
            cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
