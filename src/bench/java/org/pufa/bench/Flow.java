package org.pufa.bench;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;

/** A citizen's whole way through a campaign, by the doors for programs: get a paper, send it in, look at the result. */
final class Flow implements Script {

    private static final int REQUESTS = 3;

    private final String path;
    private final byte[] begin;
    private int step;
    private byte[] following;

    Flow(String slug) {
        path = "/api/v1/campaigns/" + slug;
        begin = Message.post(path + "/attempts", "{}");
        following = begin;
    }

    @Override
    public boolean next(ByteBuffer out) {
        out.put(following);
        return true;
    }

    @Override
    public boolean replied(Reply reply) {
        boolean complete = reply.isGood() && step == REQUESTS - 1;
        step = reply.isGood() ? (step + 1) % REQUESTS : 0;
        following = switch (step) {
            case 1 -> entry(new JsonObject(Buffer.buffer(reply.body())));
            case 2 -> Message.get(path + "/entries/" + new JsonObject(Buffer.buffer(reply.body())).getString("receipt"));
            default -> begin;
        };
        return complete;
    }

    private byte[] entry(JsonObject attempt) {
        return Message.post(path + "/entries", new JsonObject().put("attempt", attempt.getString("attempt"))
                .put("answers", answers(attempt.getJsonArray("items"), 0)).encode());
    }

    /** Answers that the items allow, other ones for another {@code turn}. */
    static JsonObject answers(JsonArray items, int turn) {
        var answers = new JsonObject();
        for (int i = 0; i < items.size(); i++) {
            var item = items.getJsonObject(i);
            var options = item.getJsonArray("options", new JsonArray());
            if (!options.isEmpty()) {
                answers.put(item.getString("id"), picks(options, turn + i, number(item)));
            }
        }
        return answers;
    }

    private static int number(JsonObject item) {
        Integer least = item.getInteger("min");
        return least == null || least < 1 ? 1 : least;
    }

    private static JsonArray picks(JsonArray options, int first, int number) {
        var picks = new JsonArray();
        for (int i = 0; i < number; i++) {
            picks.add(options.getJsonObject((first + i) % options.size()).getString("id"));
        }
        return picks;
    }
}
