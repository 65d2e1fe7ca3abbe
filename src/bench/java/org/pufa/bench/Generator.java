package org.pufa.bench;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The load generator, in a process of its own: reads one order a line, a JSON object, and answers each with one line
 * that begins with {@code =}. Ends with its input.
 */
public final class Generator {

    private final Tokens.Issued tokens = new Tokens.Issued();

    private Generator() {
    }

    public static void main(String[] args) throws IOException {
        var generator = new Generator();
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println("=" + generator.run(new JsonObject(line)).encode());
        }
    }

    private JsonObject run(JsonObject order) throws IOException {
        if (order.getString("do").equals("discard")) {
            tokens.discard();
            return new JsonObject();
        }
        var result = new Load().run(order.getInteger("port"), order.getInteger("connections"),
                order.getDouble("seconds"), scripts(order));
        return result.json().put("tokens", tokens.left()).put("tokenLength", tokens.length());
    }

    private IntFunction<Script> scripts(JsonObject order) {
        String path = order.getString("path", "");
        if (order.getString("do").equals("flow")) {
            return connection -> new Flow(order.getString("slug"));
        }
        Script shared = switch (order.getString("do")) {
            case "page" -> Scripts.same(Message.page(path, order.getString("cookies")));
            case "get" -> Scripts.same(Message.get(path));
            case "attempts" -> Scripts.attempts(Message.post(path, "{}"), order.getInteger("count"), tokens);
            case "ballots" -> Scripts.ballots(path, answers(order), tokens);
            case "madeUp" -> Scripts.ballots(path, answers(order), new Tokens.MadeUp(order.getInteger("tokenLength")));
            default -> throw new IllegalArgumentException("no such order: " + order.encode());
        };
        return connection -> shared;
    }

    private static List<String> answers(JsonObject order) {
        return order.getJsonArray("answers").stream().map(answers -> ((JsonObject) answers).encode()).toList();
    }
}
