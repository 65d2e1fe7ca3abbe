package org.pufa.insight.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All that can be told of one source.
 *
 * @param label what the source is called
 * @param words by the name that sentences use
 */
public record Facts(String label, Map<String, String> words, List<Fact> figures) {

    public Facts {
        words = Map.copyOf(words);
        figures = List.copyOf(figures);
    }

    /** What a sentence about it may name, each with its unit, or "" for words. */
    public Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        words.keySet().stream().sorted().forEach(name -> names.put(name, ""));
        figures.forEach(fact -> names.put(fact.name(), fact.unit()));
        return names;
    }

    Map<String, Fact> byName() {
        return figures.stream().collect(Collectors.toMap(Fact::name, fact -> fact));
    }
}
