package org.pufa.learn;

import io.vertx.core.json.JsonObject;
import java.util.Objects;
import org.pufa.bank.Citation;

/**
 * An article on which a page rests.
 *
 * @param quote its words when the page was sent for review, or "" where they were not at hand
 */
public record Cite(Citation citation, String quote) {

    public Cite {
        Objects.requireNonNull(citation);
        Objects.requireNonNull(quote);
    }

    JsonObject json() {
        return new JsonObject().put("law", citation.law()).put("version", citation.version())
                .put("article", citation.article()).put("quote", quote);
    }

    static Cite read(JsonObject json) {
        return new Cite(new Citation(json.getString("law"), json.getString("version"), json.getString("article")),
                json.getString("quote"));
    }
}
