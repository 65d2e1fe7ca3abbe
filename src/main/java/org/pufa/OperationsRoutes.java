package org.pufa;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import org.pufa.db.Database;
import org.pufa.web.Pages;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** What an operator's tools ask: is it alive, can it work, how is it doing. */
final class OperationsRoutes implements Routes {

    private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

    private final Pages pages;
    private final Database database;
    private final PrometheusMeterRegistry metrics;

    OperationsRoutes(Pages pages, Database database, PrometheusMeterRegistry metrics) {
        this.pages = pages;
        this.database = database;
        this.metrics = metrics;
    }

    @Override
    public void mount(Router router) {
        router.get("/health/live").handler(pages.page(request -> Future.succeededFuture(status("live"))));
        router.get("/health/ready").handler(pages.page(this::ready));
        router.get("/metrics").handler(pages.page(request -> Future.succeededFuture(
                View.bytes(METRICS, Buffer.buffer(metrics.scrape())))));
    }

    private Future<View> ready(Request request) {
        return database.read(tx -> tx.get("select 1", row -> row.getInteger(0)))
                .map(one -> status("ready")).otherwise(failure -> status("database").status(503));
    }

    private static View status(String status) {
        return View.json(new JsonObject().put("status", status));
    }
}
