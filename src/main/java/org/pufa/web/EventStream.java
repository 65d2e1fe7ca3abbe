package org.pufa.web;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerResponse;

/** Server-sent events to one browser, which comes back by itself when the line breaks. */
public final class EventStream {

    private static final String COME_BACK = "retry: 3000\n\n";

    private final HttpServerResponse response;
    private final Promise<Void> closed = Promise.promise();

    EventStream(HttpServerResponse response) {
        this.response = response;
        response.closeHandler(gone -> closed.tryComplete());
        response.exceptionHandler(broken -> closed.tryComplete());
        response.write(COME_BACK);
    }

    /**
     * Sends an event, unless the browser is so slow that earlier ones still wait: then it is left out.
     *
     * @param id what the browser names as {@code Last-Event-ID} when it comes back, or ""
     * @return whether it was sent
     */
    public boolean send(String event, String id, String data) {
        if (!isOpen() || response.writeQueueFull()) {
            return false;
        }
        var text = new StringBuilder("event: ").append(event).append('\n');
        if (!id.isEmpty()) {
            text.append("id: ").append(id).append('\n');
        }
        data.lines().forEach(line -> text.append("data: ").append(line).append('\n'));
        response.write(text.append('\n').toString());
        return true;
    }

    /** Keeps the line from being taken for dead. */
    public void beat() {
        if (isOpen() && !response.writeQueueFull()) {
            response.write(": \n\n");
        }
    }

    public boolean isOpen() {
        return !closed.future().isComplete() && !response.ended() && !response.closed();
    }

    /** Ends it from this side. */
    public void end() {
        if (isOpen()) {
            response.end();
        }
        closed.tryComplete();
    }

    /** Completes when either side has ended it. */
    public Future<Void> closed() {
        return closed.future();
    }
}
