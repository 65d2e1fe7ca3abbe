package org.pufa.web;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
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
    /** The open requests of an event loop, the oldest first, each with the moment it came. */
    private final ThreadLocal<Map<RoutingContext, Long>> open = ThreadLocal.withInitial(this::begin);

    TimeLimit(Vertx vertx, Duration limit) {
        this.vertx = vertx;
        this.limitNanos = limit.toNanos();
        this.pauseMs = Math.max(1, Math.min(LONGEST_PAUSE_MS, limit.toMillis() / 10));
    }

    private Map<RoutingContext, Long> begin() {
        var mine = new LinkedHashMap<RoutingContext, Long>();
        vertx.setPeriodic(pauseMs, again -> refuseLate(mine));
        return mine;
    }

    @Override
    public void handle(RoutingContext ctx) {
        Map<RoutingContext, Long> mine = open.get();
        if (mine.putIfAbsent(ctx, System.nanoTime()) == null) {
            ctx.addEndHandler(ended -> mine.remove(ctx));
        }
        ctx.next();
    }

    private void refuseLate(Map<RoutingContext, Long> mine) {
        long now = System.nanoTime();
        while (!mine.isEmpty()) {
            var oldest = mine.entrySet().iterator().next();
            if (now - oldest.getValue() < limitNanos) {
                return;
            }
            RoutingContext ctx = oldest.getKey();
            mine.remove(ctx);
            if (!ctx.response().headWritten() && !ctx.response().closed()) {
                ctx.fail(503);
            }
        }
    }
}
