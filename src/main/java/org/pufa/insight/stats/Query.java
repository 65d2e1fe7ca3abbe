package org.pufa.insight.stats;

import io.vertx.core.json.JsonObject;
import java.util.Objects;
import org.pufa.kernel.CanonicalJson;

/**
 * How a figure is counted again: the name of a way of counting and what it is to count. Kept beside a figure, it gives
 * the same number as long as the rows are the same.
 *
 * @param parameters texts and whole numbers only; not to be changed
 */
public record Query(String name, JsonObject parameters) {

    public Query {
        Objects.requireNonNull(name);
        parameters = parameters.copy();
    }

    /** The one way to write it, for a hash or a comparison. */
    public String text() {
        return CanonicalJson.text(toJson().mapTo(java.util.Map.class));
    }

    public JsonObject toJson() {
        return new JsonObject().put("name", name).put("parameters", parameters.copy());
    }

    /** What {@link #toJson} wrote. */
    public static Query of(JsonObject json) {
        return new Query(json.getString("name"), json.getJsonObject("parameters"));
    }
}
