package org.pufa.staff.kept;

import io.vertx.core.json.JsonArray;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What somebody sent.
 *
 * @param action path that it was sent to
 * @param fields names with values, in the order of the form
 */
public record KeptForm(String action, List<Field> fields) {

    /** The size of all names and values, in characters. */
    public static final int LARGEST = 1_000_000;

    /** One name with one value. */
    public record Field(String name, String value) {
    }

    public KeptForm {
        fields = List.copyOf(fields);
    }

    /** What of a form is worth keeping: neither its token nor passwords. */
    public static KeptForm of(String action, List<Map.Entry<String, String>> sent) {
        return new KeptForm(action, sent.stream().filter(field -> isKept(field.getKey()))
                .map(field -> new Field(field.getKey(), field.getValue())).toList());
    }

    private static boolean isKept(String name) {
        return !name.startsWith("_") && !name.toLowerCase(Locale.ROOT).contains("password");
    }

    public boolean isTooLarge() {
        return fields.stream().mapToLong(field -> field.name().length() + field.value().length()).sum() > LARGEST;
    }

    /** The values sent under each name, in their order. */
    Map<String, List<String>> byName() {
        return fields.stream().collect(Collectors.groupingBy(Field::name,
                Collectors.mapping(Field::value, Collectors.toList())));
    }

    /** As it is kept, before it is encrypted. */
    public byte[] bytes() {
        var all = new JsonArray();
        fields.forEach(field -> all.add(field.name()).add(field.value()));
        return all.encode().getBytes(StandardCharsets.UTF_8);
    }

    /** What {@link #bytes} made. */
    public static KeptForm read(String action, byte[] bytes) {
        var all = new JsonArray(new String(bytes, StandardCharsets.UTF_8));
        return new KeptForm(action, java.util.stream.IntStream.range(0, all.size() / 2)
                .mapToObj(i -> new Field(all.getString(2 * i), all.getString(2 * i + 1))).toList());
    }
}
