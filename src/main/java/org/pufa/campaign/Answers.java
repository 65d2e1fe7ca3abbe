package org.pufa.campaign;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was sent for a paper: for each item id the picks, or the one text or number, as they came. Not checked yet:
 * that is the work of {@link Content#fill}.
 */
public record Answers(Map<String, List<String>> values) {

    /** Suffix of the id that the text beside an "other" option is filed under. */
    public static final String OTHER = ".other";

    public static final Answers NONE = new Answers(Map.of());

    public Answers {
        values = Map.copyOf(values);
    }

    /** The picks of an item, without empty ones and in their order; empty when it was left out. */
    public List<String> picks(String item) {
        List<String> sent = values.getOrDefault(item, List.of());
        for (String value : sent) {
            if (value.isBlank()) {
                return sent.stream().filter(some -> !some.isBlank()).toList();
            }
        }
        return sent;
    }

    /** The text or number of an item, stripped; empty when it was left out. */
    public String text(String item) {
        var all = picks(item);
        return all.isEmpty() ? "" : all.get(0).strip();
    }

    public Set<String> items() {
        return values.keySet();
    }
}
