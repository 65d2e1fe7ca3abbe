package org.pufa.campaign.launch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One field that is not as it was. @param where the field as the wizard calls it */
record Difference(String where, String before, String after) {

    private record Shown(String where, String value) {
    }

    /** @param before the parts of all steps as they were @param after as they are */
    static List<Difference> of(List<FormPart> before, List<FormPart> after) {
        var old = shown(before);
        var now = shown(after);
        var names = new LinkedHashSet<>(now.keySet());
        names.addAll(old.keySet());
        var differences = new ArrayList<Difference>();
        for (String name : names) {
            var was = old.getOrDefault(name, new Shown("", ""));
            var is = now.getOrDefault(name, new Shown(was.where(), ""));
            if (!was.value().equals(is.value())) {
                differences.add(new Difference(is.where(), was.value(), is.value()));
            }
        }
        return differences;
    }

    private static Map<String, Shown> shown(List<FormPart> parts) {
        var shown = new LinkedHashMap<String, Shown>();
        parts.forEach(part -> part.fields().stream().filter(field -> !field.name().startsWith("words"))
                .forEach(field -> shown.put(field.name(), new Shown(part.title().isEmpty() ? field.label()
                        : part.title() + " · " + field.label(), value(field)))));
        return shown;
    }

    private static String value(FormField field) {
        return field.select() || field.checks() ? field.options().stream().filter(FormField.Option::chosen)
                .map(FormField.Option::label).collect(Collectors.joining("、")) : field.value();
    }
}
