package org.pufa.web;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that found no answer in time is told to come back; one that is being answered may take its time. Each event
 * loop looks over its own requests now and then, which costs less than a timer for each.
 */
final class TimeLimit implements Handler<RoutingContext> {

    private static final long LONGEST_PAUSE_MS = 1_000;

    private final Vertx vertx;
    private final long limitNanos;
    private final long pauseMs;
    /** The open requests of an event loop, the oldest first. */
    private final ThreadLocal<Map<HttpServerRequest, Watched>> open = ThreadLocal.withInitial(this::begin);

    TimeLimit(Vertx vertx, Duration limit) {
        this.vertx = vertx;
        this.limitNanos = limit.toNanos();
        this.pauseMs = Math.max(1, Math.min(LONGEST_PAUSE_MS, limit.toMillis() / 10));
    }

    /** @param since when it came, as {@link System#nanoTime} tells */
    private record Watched(long since, Runnable refuse) {
    }

    private Map<HttpServerRequest, Watched> begin() {
        var mine = new LinkedHashMap<HttpServerRequest, Watched>();
        vertx.setPeriodic(pauseMs, again -> refuseLate(mine));
        return mine;
    }

    @Override
    public void handle(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        Map<HttpServerRequest, Watched> mine = open.get();
        if (mine.putIfAbsent(request, new Watched(System.nanoTime(), () -> ctx.fail(503))) == null) {
            ctx.addEndHandler(ended -> mine.remove(request));
        }
        ctx.next();
    }

    /** For a request that does not come to the router. @param refuse tells it that the time is over */
    void watch(HttpServerRequest request, Runnable refuse) {
        Map<HttpServerRequest, Watched> mine = open.get();
        mine.put(request, new Watched(System.nanoTime(), refuse));
        request.response().endHandler(ended -> mine.remove(request)).closeHandler(closed -> mine.remove(request));
    }

    private void refuseLate(Map<HttpServerRequest, Watched> mine) {
        long now = System.nanoTime();
        while (!mine.isEmpty()) {
            var oldest = mine.entrySet().iterator().next();
            if (now - oldest.getValue().since < limitNanos) {
                return;
            }
            HttpServerRequest request = oldest.getKey();
            mine.remove(request);
            if (!request.response().headWritten() && !request.response().closed()) {
                oldest.getValue().refuse.run();
            }
        }
    }
}
