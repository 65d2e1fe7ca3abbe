package org.pufa.web;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads bodies: small ones everywhere, larger ones and files only at the doors that asked for them. */
final class Bodies implements Handler<RoutingContext> {

    private static final Set<HttpMethod> WITHOUT = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final BodyHandler usual;
    private final Map<Routes.BodyLimit, BodyHandler> larger = new LinkedHashMap<>();

    Bodies(WebConfig config, List<Routes.BodyLimit> limits) {
        usual = BodyHandler.create(false).setBodyLimit(config.formLimitBytes()).setMergeFormAttributes(false);
        for (var limit : limits) {
            larger.put(limit, BodyHandler.create(config.uploads().toString()).setBodyLimit(limit.bytes())
                    .setDeleteUploadedFilesOnEnd(true).setMergeFormAttributes(false));
        }
    }

    @Override
    public void handle(RoutingContext ctx) {
        var request = ctx.request();
        if (WITHOUT.contains(request.method())) {
            ctx.next();
        } else if (hasBody(request) && !isOfTheRightType(request)) {
            ctx.fail(415);
        } else {
            handlerFor(request.path()).handle(ctx);
        }
    }

    private BodyHandler handlerFor(String path) {
        for (var entry : larger.entrySet()) {
            if (entry.getKey().covers(path)) {
                return entry.getValue();
            }
        }
        return usual;
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || length != null && !length.equals("0");
    }

    /** Programs send JSON, people send forms; nothing else is read. */
    private static boolean isOfTheRightType(HttpServerRequest request) {
        String header = request.getHeader(HttpHeaders.CONTENT_TYPE);
        String type = header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (request.path().startsWith("/api/")) {
            return type.equals("application/json");
        }
        return type.equals("application/x-www-form-urlencoded") || type.equals("multipart/form-data");
    }
}
