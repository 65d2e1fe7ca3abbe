package org.pufa.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.kernel.Problem;

/** Says what a problem is: on a page with a way on, or in a document with members that programs can read. */
final class ProblemText {

    private static final String DOCUMENT = "application/problem+json; charset=utf-8";
    /** Details that steer the answer and are no part of it. */
    private static final Set<String> STEERING = Set.of("next", "nextKey", "retryAfter");
    private static final Set<Integer> WORTH_RETRYING = Set.of(429, 500, 503);
    private static final Set<String> STANDARD =
            Set.of("type", "title", "status", "detail", "instance", "errors");

    /** Model of {@code web/problem} and its sisters in the console. */
    record ProblemPage(String title, String sentence, List<Line> errors, WayOn next, Optional<WayOn> other,
            String id) {
    }

    /** A link that leads on. */
    record WayOn(String url, String label) {
    }

    /** One wrong field. */
    record Line(String field, String sentence) {
    }

    private final Messages messages;

    ProblemText(Messages messages) {
        this.messages = messages;
    }

    /**
     * The page. A problem may bring its own heading, message {@code <key>.title}, and its own way on: details
     * {@code next} (address) and {@code nextKey} (message of the link).
     */
    View page(Request request, Problems.Refusal refusal) {
        Problem problem = refusal.problem();
        Lang lang = request.lang();
        boolean console = request.path() != null && request.path().startsWith("/console");
        WayOn start = new WayOn(console ? "/console" : "/",
                messages.get(lang, console ? "web.problem.to-console" : "web.problem.to-start"));
        WayOn best = best(request, refusal).orElse(start);
        return View.page(refusal.status(), template(request, console), new ProblemPage(title(lang, refusal),
                sentence(lang, problem), lines(lang, problem), best,
                Optional.of(start).filter(way -> !way.equals(best)), refusal.id()));
    }

    /** Where the problem says; the same page again when waiting helps; or the form from which it was sent. */
    private Optional<WayOn> best(Request request, Problems.Refusal refusal) {
        Lang lang = request.lang();
        Object next = refusal.problem().details().get("next");
        boolean asked = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        if (next != null) {
            Object key = refusal.problem().details().getOrDefault("nextKey", "web.problem.onward");
            return Optional.of(new WayOn(next.toString(), messages.get(lang, key.toString())));
        } else if (asked) {
            return Optional.of(new WayOn(request.url(), messages.get(lang, "web.problem.again")))
                    .filter(again -> WORTH_RETRYING.contains(refusal.status()));
        }
        return request.cameFrom().map(url -> new WayOn(url, messages.get(lang, "web.problem.back")));
    }

    private static String template(Request request, boolean console) {
        if (!console) {
            return "web/problem";
        }
        return request.find(ConsoleShell.class).isPresent() ? "web/problem-console" : "web/problem-plain";
    }

    /** The document, as RFC 9457 lays down. */
    View document(Lang lang, Problems.Refusal refusal) {
        Problem problem = refusal.problem();
        var json = new JsonObject().put("type", "urn:pufa:problem:" + problem.key())
                .put("title", title(lang, refusal)).put("status", refusal.status())
                .put("detail", sentence(lang, problem));
        if (!refusal.id().isEmpty()) {
            json.put("instance", "urn:pufa:incident:" + refusal.id());
        }
        if (!problem.errors().isEmpty()) {
            var errors = new JsonArray();
            lines(lang, problem).forEach(line ->
                    errors.add(new JsonObject().put("field", line.field()).put("detail", line.sentence())));
            json.put("errors", errors);
        }
        problem.details().entrySet().stream().filter(ProblemText::isMember)
                .forEach(detail -> json.put(detail.getKey(), plain(detail.getValue())));
        return View.bytes(DOCUMENT, Buffer.buffer(json.encode())).status(refusal.status());
    }

    private String title(Lang lang, Problems.Refusal refusal) {
        String own = refusal.problem().key() + ".title";
        return messages.get(lang, messages.has(lang, own) ? own : "web.problem.title." + titleOf(refusal.status()));
    }

    private static String titleOf(int status) {
        return switch (status) {
            case 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500, 503 -> Integer.toString(status);
            default -> "400";
        };
    }

    private String sentence(Lang lang, Problem problem) {
        return messages.get(lang, problem.key(), problem.args());
    }

    private List<Line> lines(Lang lang, Problem problem) {
        return problem.errors().stream()
                .map(error -> new Line(error.field(), messages.get(lang, error.key(), error.args()))).toList();
    }

    private static boolean isMember(Map.Entry<String, Object> detail) {
        return !STEERING.contains(detail.getKey()) && !STANDARD.contains(detail.getKey());
    }

    private static Object plain(Object value) {
        return value instanceof Number || value instanceof Boolean || value instanceof JsonObject
                || value instanceof JsonArray ? value : String.valueOf(value);
    }
}
