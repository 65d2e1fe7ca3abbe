package org.pufa.insight.stats;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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
        return CanonicalJson.text(plain(toJson()));
    }

    private static Object plain(Object value) {
        if (value instanceof JsonObject object) {
            Map<String, Object> map = new TreeMap<>();
            object.forEach(member -> map.put(member.getKey(), plain(member.getValue())));
            return map;
        }
        return value instanceof JsonArray array ? array.stream().map(Query::plain).toList() : value;
    }

    public JsonObject toJson() {
        return new JsonObject().put("name", name).put("parameters", parameters.copy());
    }

    /** What {@link #toJson} wrote. */
    public static Query of(JsonObject json) {
        return new Query(json.getString("name"), json.getJsonObject("parameters"));
    }
}
