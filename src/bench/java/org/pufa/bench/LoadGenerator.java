package org.pufa.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The driver's end of the {@link Generator}. */
final class LoadGenerator implements AutoCloseable {

    private static final List<String> FLAGS = List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=4");
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Child child;
    private int tokens;
    private int tokenLength;

    private LoadGenerator(Child child) {
        this.child = child;
    }

    static LoadGenerator start(Path directory) throws IOException {
        return new LoadGenerator(Child.start(Generator.class, directory.resolve("generator.log"), FLAGS, Map.of()));
    }

    static JsonObject page(String path, String cookies) {
        return new JsonObject().put("do", "page").put("path", path).put("cookies", cookies);
    }

    static JsonObject get(String path) {
        return new JsonObject().put("do", "get").put("path", path);
    }

    static JsonObject ballots(String path, JsonArray answers) {
        return new JsonObject().put("do", "ballots").put("path", path).put("answers", answers);
    }

    /** As ballots, but with tokens that the platform did not give out. */
    JsonObject madeUp(String path, JsonArray answers) {
        return new JsonObject().put("do", "madeUp").put("path", path).put("answers", answers)
                .put("tokenLength", tokenLength);
    }

    static JsonObject flow(String slug) {
        return new JsonObject().put("do", "flow").put("slug", slug);
    }

    /** Begins attempts at the platform until at least {@code count} tokens lie ready. */
    LoadResult attempts(int port, String path, int count) throws IOException, InterruptedException {
        return run(port, 32, PATIENCE.toSeconds() - 20, new JsonObject().put("do", "attempts").put("path", path)
                .put("count", Math.max(1, count - tokens)));
    }

    /** Forgets what lies ready, because it belongs to another campaign than is asked next. */
    void discardTokens() throws IOException, InterruptedException {
        child.ask(new JsonObject().put("do", "discard"), PATIENCE);
        tokens = 0;
    }

    LoadResult run(int port, int connections, double seconds, JsonObject order)
            throws IOException, InterruptedException {
        var answer = child.ask(order.copy().put("port", port).put("connections", connections)
                .put("seconds", seconds), PATIENCE);
        tokens = answer.getInteger("tokens");
        tokenLength = answer.getInteger("tokenLength");
        return LoadResult.of(answer);
    }

    @Override
    public void close() {
        child.close();
    }
}
