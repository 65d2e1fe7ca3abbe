package org.pufa.campaign;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.pufa.db.Tx;
import org.pufa.yaml.YamlMap;

/** The smallest kind that asks for something of every type; for tests of what all kinds share. */
final class SampleKind implements Kind {

    /** @param shows the first state in which everyone may see the results, or "never" */
    record SamplePlan(boolean linked, String shows) implements Plan {
    }

    @Override
    public String code() {
        return "sample";
    }

    @Override
    public Plan read(YamlMap definition) {
        return definition.map("sample").map(map -> {
            var plan = new SamplePlan(map.flag("linked", true), map.text("shows", 20));
            map.noOthers();
            return plan;
        }).orElse(new SamplePlan(true, "open"));
    }

    @Override
    public Future<JsonObject> pin(Tx tx, Plan plan) {
        return Future.succeededFuture(new JsonObject());
    }

    @Override
    public List<Collected> collects(Plan plan) {
        return List.of();
    }

    @Override
    public Future<Content> content(Tx tx, Plan plan, JsonObject pinned) {
        return Future.succeededFuture(new SampleContent((SamplePlan) plan));
    }
}
