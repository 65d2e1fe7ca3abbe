package org.pufa.campaign;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.HexFormat;
import org.pufa.i18n.Lang;
import org.pufa.ledger.Block;
import org.pufa.ledger.ChainHead;
import org.pufa.ledger.Proof;

/** How campaigns, papers and the public log are written for programs. */
final class ApiJson {

    private static final HexFormat HEX = HexFormat.of();

    private ApiJson() {
    }

    /** A campaign in the list of all. */
    static JsonObject brief(Campaign campaign, Lang lang, Instant now) {
        var definition = campaign.definition();
        return new JsonObject().put("slug", campaign.slug().value()).put("kind", definition.kind().code())
                .put("title", definition.title().in(lang)).put("summary", definition.summary().in(lang))
                .put("state", campaign.stateAt(now).code()).put("opens_at", campaign.window().opens().toString())
                .put("closes_at", campaign.window().closes().toString()).put("url", campaign.path());
    }

    /** All that is public of a campaign's definition. */
    static JsonObject whole(Campaign campaign, Lang lang, Instant now) {
        var definition = campaign.definition();
        var limit = campaign.book().limit();
        var rules = definition.rules().stream().map(rule -> new JsonObject()
                .put("title", rule.title().in(lang)).put("text", rule.text().in(lang))).toList();
        var channels = definition.channels().stream().filter(channel -> !channel.retired())
                .map(channel -> new JsonObject()
                .put("code", channel.code()).put("name", channel.name().in(lang))).toList();
        return brief(campaign, lang, now).put("version", campaign.version()).put("lead", definition.lead().in(lang))
                .put("organizer", definition.organizer().in(lang)).put("phone", definition.phone())
                .put("minutes", definition.minutes()).put("privacy", definition.privacy().in(lang))
                .put("anonymous", !campaign.book().linked())
                .put("limit", new JsonObject().put("per", limit.per().code()).put("times", limit.times()))
                .put("rules", new JsonArray(rules)).put("channels", new JsonArray(channels))
                .put("results_published", campaign.content().publishes(campaign.stateAt(now)));
    }

    /** One thing to answer; members that say nothing are left out. */
    static JsonObject item(Item item) {
        var json = new JsonObject().put("id", item.id()).put("type", item.type());
        putText(json, "group", item.group());
        json.put("stem", item.stem());
        putText(json, "hint", item.hint());
        json.put("required", item.required())
                .put("options", new JsonArray(item.options().stream().map(ApiJson::option).toList()));
        putNumber(json, "min", item.min());
        putNumber(json, "max", item.max());
        putText(json, "unit", item.unit());
        return json;
    }

    private static JsonObject option(Item.Option option) {
        var json = new JsonObject().put("id", option.id()).put("text", option.text());
        return option.other() ? json.put("other", true) : json;
    }

    private static void putText(JsonObject json, String name, String text) {
        if (text != null && !text.isEmpty()) {
            json.put(name, text);
        }
    }

    private static void putNumber(JsonObject json, String name, Integer number) {
        if (number != null) {
            json.put(name, number);
        }
    }

    static JsonObject head(ChainHead head) {
        return chain(head.chain()).put("height", head.height()).put("hash", head.hash());
    }

    private static JsonObject chain(Block.Chain chain) {
        return new JsonObject().put("log", chain.log()).put("lane", chain.lane());
    }

    /** A block with every commitment in it, so that a reader can compute its root and its hash. */
    static JsonObject block(Block block) {
        var leaves = new JsonArray();
        byte[] all = block.leaves();
        int length = all.length / block.count();
        for (int i = 0; i < block.count(); i++) {
            leaves.add(HEX.formatHex(all, i * length, (i + 1) * length));
        }
        return chain(block.chain()).put("height", block.height()).put("parent", HEX.formatHex(block.parent()))
                .put("root", HEX.formatHex(block.root())).put("count", block.count()).put("leaves", leaves)
                .put("sealed_at", block.sealedAt().toString()).put("hash", HEX.formatHex(block.hash()));
    }

    /** The way from an entry's commitment to the hash of its block. */
    static JsonObject proof(Proof proof) {
        var steps = proof.steps().stream().map(step -> new JsonObject()
                .put("side", step.left() ? "left" : "right").put("hash", HEX.formatHex(step.hash()))).toList();
        return chain(proof.chain()).put("height", proof.height()).put("parent", HEX.formatHex(proof.parent()))
                .put("count", proof.count()).put("sealed_at", proof.sealedAt().toString())
                .put("leaf", HEX.formatHex(proof.leaf())).put("steps", new JsonArray(steps))
                .put("root", HEX.formatHex(proof.root())).put("hash", HEX.formatHex(proof.blockHash()))
                .put("head", head(proof.head()));
    }
}
