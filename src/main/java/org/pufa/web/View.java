package org.pufa.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/** What a handler answers; immutable. Personal by default: {@code Cache-Control: no-store} unless a header says more. */
public final class View {

    /** The kinds of answers there are. */
    sealed interface Content permits Page, Json, Bytes, Stream, Events, Cached, Empty {
    }

    record Page(String template, Object model) implements Content {
    }

    record Json(Object value) implements Content {
    }

    record Bytes(String contentType, Buffer body) implements Content {
    }

    record Stream(String contentType, Function<WriteStream<Buffer>, Future<Void>> writer) implements Content {
    }

    record Events(Consumer<EventStream> begin) implements Content {
    }

    /** @param cookie one Set-Cookie besides, or null */
    record Cached(CachedPage page, String cookie) implements Content {
    }

    record Empty() implements Content {
    }

    private final Content content;
    private final int status;
    private final Map<String, String> headers;
    private final Instant validUntil;

    private View(Content content, int status, Map<String, String> headers, Instant validUntil) {
        this.content = Objects.requireNonNull(content);
        this.status = status;
        this.headers = headers;
        this.validUntil = validUntil;
    }

    private static View of(int status, Content content) {
        return new View(content, status, Map.of(), null);
    }

    /** The page that {@code template} (a path below org/pufa, such as {@code campaign/landing}) makes of a record. */
    public static View page(String template, Object model) {
        return page(200, template, model);
    }

    public static View page(int status, String template, Object model) {
        return of(status, new Page(template, model));
    }

    /** Sends the browser on with 303, as every accepted form does. */
    public static View seeOther(String url) {
        return of(303, new Empty()).header("Location", url);
    }

    /** A JSON object or array: {@code JsonObject}, {@code JsonArray}, a map or a list. */
    public static View json(Object value) {
        return json(200, value);
    }

    public static View json(int status, Object value) {
        return of(status, new Json(value));
    }

    public static View bytes(String contentType, Buffer body) {
        return of(200, new Bytes(contentType, body));
    }

    /** A file to be saved under that name. */
    public static View attachment(String contentType, String fileName, Buffer body) {
        return bytes(contentType, body).header("Content-Disposition", ContentDisposition.attachment(fileName));
    }

    /** A file that the browser shows, and saves under that name when somebody wants it. */
    public static View shown(String contentType, String fileName, Buffer body) {
        return bytes(contentType, body).header("Content-Disposition", ContentDisposition.inline(fileName));
    }

    /**
     * A file that is written bit by bit. The writer must heed {@code writeQueueFull} and not end the stream; when it
     * fails, the download breaks off, so that nobody takes half a file for the whole.
     */
    public static View download(String contentType, String fileName,
            Function<WriteStream<Buffer>, Future<Void>> writer) {
        return of(200, new Stream(contentType, writer))
                .header("Content-Disposition", ContentDisposition.attachment(fileName));
    }

    /** Server-sent events for as long as either side wants. */
    public static View events(Consumer<EventStream> begin) {
        return of(200, new Events(begin));
    }

    /** A whole answer that was prepared before; see {@link PageCache}. */
    public static View cached(CachedPage page) {
        return cached(page, null);
    }

    static View cached(CachedPage page, String cookie) {
        return of(200, new Cached(page, cookie));
    }

    /** An answer without a body, such as 204. */
    public static View empty(int status) {
        return of(status, new Empty());
    }

    /** The same answer with one header set, in place of the toolkit's own where it sets that header too. */
    public View header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new View(content, status, more, validUntil);
    }

    public View status(int other) {
        return new View(content, other, headers, validUntil);
    }

    /** Until when a {@link PageCache} may show this answer again; without it, for one minute. */
    public View validUntil(Instant time) {
        return new View(content, status, headers, time);
    }

    /** Whether what was asked for was done. */
    public boolean isAccepted() {
        return status < 400;
    }

    /** Whether the browser saves it as a file. */
    public boolean isDownload() {
        return headers.getOrDefault("Content-Disposition", "").startsWith("attachment");
    }

    Content content() {
        return content;
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    Instant validUntil() {
        return validUntil;
    }
}
