package org.pufa.web;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pufa.kernel.Problem;

/** Answers the requests that are for a {@link QuickPost}, under the same limits and headers as all others. */
final class QuickPosts {

    private static final String JSON = "application/json";
    private static final CharSequence ANSWER = HttpHeaders.createOptimized("application/json; charset=utf-8");
    /** Answers of one door are mostly of the same length, so their headers are kept ready. */
    private static final int MOST_LENGTHS = 256;

    private final List<QuickPost> doors;
    private final SecurityHeaders security;
    private final Problems problems;
    private final TimeLimit timeLimit;
    private final long largestBody;
    private final Map<Integer, MultiMap> headers = new ConcurrentHashMap<>();

    QuickPosts(List<QuickPost> doors, SecurityHeaders security, Problems problems, TimeLimit timeLimit,
            long largestBody) {
        this.doors = List.copyOf(doors);
        this.security = security;
        this.problems = problems;
        this.timeLimit = timeLimit;
        this.largestBody = largestBody;
    }

    /** Answers, now or later, and returns true; false for all that the router must judge. */
    boolean serve(HttpServerRequest request) {
        if (request.method() != HttpMethod.POST) {
            return false;
        }
        for (QuickPost door : doors) {
            String name = door.nameIn(request);
            if (name != null && isPlain(request.headers())) {
                serve(request, door, name);
                return true;
            }
        }
        return false;
    }

    private boolean isPlain(MultiMap sent) {
        String type = sent.get(HttpHeaders.CONTENT_TYPE);
        String length = sent.get(HttpHeaders.CONTENT_LENGTH);
        return type != null && (type.equals(JSON) || type.startsWith(JSON + ";"))
                && length != null && length.length() <= 9 && isWithinLimit(length)
                && sent.contains(HttpHeaders.HOST) && !sent.contains(HttpHeaders.EXPECT)
                && !sent.contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private boolean isWithinLimit(String digits) {
        try {
            int length = Integer.parseInt(digits);
            return length > 0 && length <= largestBody;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void serve(HttpServerRequest request, QuickPost door, String name) {
        timeLimit.watch(request, () -> problems.answer(request, Problem.of(Problem.Sort.BUSY, "web.problem.busy")));
        request.body().compose(body -> act(door, name, body)).onComplete((answer, failure) -> {
            if (failure != null) {
                problems.answer(request, failure);
            } else if (!request.response().headWritten() && !request.response().closed()) {
                send(request.response(), answer);
            }
        });
    }

    private static Future<QuickPost.Answer> act(QuickPost door, String name, Buffer body) {
        return door.action().apply(name, body);
    }

    private void send(HttpServerResponse response, QuickPost.Answer answer) {
        response.setStatusCode(answer.status());
        response.headers().setAll(headers(answer.json().length()));
        response.end(answer.json());
    }

    /** Read-only, which lets Vert.x write their bytes as they are. */
    private MultiMap headers(int length) {
        MultiMap ready = headers.get(length);
        if (ready != null) {
            return ready;
        }
        var made = HttpHeaders.headers();
        security.all().forEach(made::add);
        made.add(HttpHeaders.CONTENT_TYPE, ANSWER);
        made.add(HttpHeaders.CACHE_CONTROL, HttpHeaders.createOptimized("no-store"));
        made.add(HttpHeaders.CONTENT_LENGTH, HttpHeaders.createOptimized(Integer.toString(length)));
        MultiMap fixed = made.copy(false);
        if (headers.size() < MOST_LENGTHS) {
            headers.put(length, fixed);
        }
        return fixed;
    }
}
