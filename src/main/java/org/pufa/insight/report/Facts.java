package org.pufa.insight.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that can be told of one source.
 *
 * @param label what the source is called
 * @param words by the name that sentences use
 * @param missing names that have nothing to say here though sentences may use them, each with its unit, or "" for words
 */
public record Facts(String label, Map<String, String> words, List<Fact> figures, Map<String, String> missing) {

    /** Where nothing can be told. */
    static final Facts NONE = new Facts("", Map.of(), List.of(), Map.of());

    public Facts {
        words = Map.copyOf(words);
        missing = Map.copyOf(missing);
        figures = List.copyOf(figures);
    }

    /** What a sentence about it may name, each with its unit, or "" for words. */
    public Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        words.keySet().stream().sorted().forEach(name -> names.put(name, ""));
        figures.forEach(fact -> names.put(fact.name(), fact.unit()));
        names.putAll(missing);
        return names;
    }
}
