package org.pufa.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks values against the JSON schemas of an OpenAPI document, as far as that document uses JSON schema. */
final class SchemaCheck {

    /** A keyword that is not understood must not pass as kept. */
    private static final Set<String> KNOWN = Set.of("type", "required", "properties", "additionalProperties", "items",
            "minItems", "enum", "pattern", "minimum", "allOf", "oneOf", "$ref", "description", "examples");

    private final Map<?, ?> document;

    SchemaCheck(Map<?, ?> document) {
        this.document = document;
    }

    /** What is wrong with the value, each with its place; empty when nothing is. */
    List<String> faults(Object schema, Object value) {
        var faults = new ArrayList<String>();
        check("$", (Map<?, ?>) schema, value, faults);
        return faults;
    }

    /** What a reference of this document, such as {@code #/components/schemas/Item}, stands for. */
    Map<?, ?> resolve(Map<?, ?> node) {
        if (!(node.get("$ref") instanceof String ref)) {
            return node;
        }
        Object at = document;
        for (String part : ref.substring(2).split("/")) {
            at = ((Map<?, ?>) at).get(part);
        }
        return (Map<?, ?>) at;
    }

    private void check(String place, Map<?, ?> reference, Object value, List<String> faults) {
        Map<?, ?> schema = resolve(reference);
        schema.keySet().stream().filter(keyword -> !KNOWN.contains(keyword))
                .forEach(keyword -> faults.add(place + ": unknown keyword " + keyword));
        if (schema.get("type") instanceof String type && !is(type, value)) {
            faults.add(place + ": not of type " + type + ": " + value);
            return;
        }
        if (schema.get("enum") instanceof List<?> allowed && !allowed.contains(value)) {
            faults.add(place + ": none of " + allowed + ": " + value);
        }
        if (schema.get("pattern") instanceof String pattern && !Pattern.compile(pattern).matcher((String) value).find()) {
            faults.add(place + ": not like " + pattern + ": " + value);
        }
        if (schema.get("minimum") instanceof Number least && ((Number) value).doubleValue() < least.doubleValue()) {
            faults.add(place + ": less than " + least + ": " + value);
        }
        combined(place, schema, value, faults);
        if (value instanceof Map<?, ?> object) {
            object(place, schema, object, faults);
        } else if (value instanceof List<?> list) {
            list(place, schema, list, faults);
        }
    }

    private void combined(String place, Map<?, ?> schema, Object value, List<String> faults) {
        if (schema.get("allOf") instanceof List<?> all) {
            all.forEach(part -> check(place, (Map<?, ?>) part, value, faults));
        }
        if (schema.get("oneOf") instanceof List<?> some
                && some.stream().filter(part -> faults(part, value).isEmpty()).count() != 1) {
            faults.add(place + ": not exactly one of the alternatives: " + value);
        }
    }

    private void object(String place, Map<?, ?> schema, Map<?, ?> object, List<String> faults) {
        if (schema.get("required") instanceof List<?> names) {
            names.stream().filter(name -> !object.containsKey(name))
                    .forEach(name -> faults.add(place + ": lacks " + name));
        }
        Map<?, ?> properties = schema.get("properties") instanceof Map<?, ?> some ? some : Map.of();
        object.forEach((name, member) -> {
            if (properties.get(name) instanceof Map<?, ?> property) {
                check(place + '.' + name, property, member, faults);
            } else if (Boolean.FALSE.equals(schema.get("additionalProperties"))) {
                faults.add(place + ": has " + name + " besides");
            } else if (schema.get("additionalProperties") instanceof Map<?, ?> others) {
                check(place + '.' + name, others, member, faults);
            }
        });
    }

    private void list(String place, Map<?, ?> schema, List<?> list, List<String> faults) {
        if (schema.get("minItems") instanceof Number least && list.size() < least.intValue()) {
            faults.add(place + ": fewer than " + least);
        }
        if (schema.get("items") instanceof Map<?, ?> items) {
            for (int i = 0; i < list.size(); i++) {
                check(place + '[' + i + ']', items, list.get(i), faults);
            }
        }
    }

    private static boolean is(String type, Object value) {
        return switch (type) {
            case "object" -> value instanceof Map;
            case "array" -> value instanceof List;
            case "string" -> value instanceof String;
            case "boolean" -> value instanceof Boolean;
            case "integer" -> value instanceof Integer || value instanceof Long;
            case "number" -> value instanceof Number;
            case "null" -> value == null;
            default -> throw new IllegalArgumentException("no type " + type);
        };
    }
}
