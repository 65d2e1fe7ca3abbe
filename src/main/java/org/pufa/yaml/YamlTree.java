package org.pufa.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file holds while people still work on it: maps, lists and texts, right or wrong. Fields are named by the same
 * paths that {@link Mistake} uses, such as {@code quiz.draw[1].count}, the first item of a list being 1.
 */
public final class YamlTree {

    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[([0-9]{1,4})]");
    /** Guards against a form that names an item far beyond the end of its list. */
    private static final int LONGEST_LIST = 1000;

    private final Map<String, Object> root;

    private YamlTree(Map<String, Object> root) {
        this.root = root;
    }

    public static YamlTree empty() {
        return new YamlTree(new LinkedHashMap<>());
    }

    /** @param root maps, lists and texts; what is neither becomes a text */
    public static YamlTree of(Map<String, ?> root) {
        return new YamlTree(map(root));
    }

    /** Fields in the order in which they are given. @param namesAndValues a name, its value, the next name, … */
    public static Map<String, Object> fields(Object... namesAndValues) {
        var fields = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    /** What the text of a file holds; nothing when it is no YAML. */
    public static Optional<YamlTree> parse(String text) {
        try {
            return YamlFile.nodes(text).map(YamlNodes::map).map(YamlTree::new);
        } catch (StackOverflowError e) {
            return Optional.empty(); // nested so deeply that nobody wrote it by hand
        }
    }

    private static Map<String, Object> map(Map<?, ?> from) {
        var copy = new LinkedHashMap<String, Object>();
        from.forEach((key, value) -> copy.put(String.valueOf(key), value(value)));
        return copy;
    }

    private static Object value(Object from) {
        if (from instanceof Map<?, ?> inner) {
            return map(inner);
        }
        if (from instanceof List<?> list) {
            return new ArrayList<>(list.stream().map(YamlTree::value).toList());
        }
        return String.valueOf(from);
    }

    public YamlTree copy() {
        return new YamlTree(map(root));
    }

    /** All of it, to be stored. */
    public Map<String, Object> values() {
        return map(root);
    }

    /** The text of a field, or "" where there is none. A text in one language stands for its {@code .zh}. */
    public String text(String path) {
        Object found = find(path);
        if (found == null && path.endsWith(".zh")) {
            found = find(path.substring(0, path.length() - 3));
        }
        return found instanceof String text ? text : found instanceof Map<?, ?> map && map.get("zh") instanceof String zh
                ? zh : "";
    }

    /** The texts of a list, or the one text that stands in its place. */
    public List<String> texts(String path) {
        Object found = find(path);
        if (found instanceof List<?> list) {
            return list.stream().map(item -> item instanceof Map<?, ?> map && map.get("zh") instanceof String zh ? zh
                    : String.valueOf(item)).toList();
        }
        return found instanceof String text && !text.isEmpty() ? List.of(text) : List.of();
    }

    /** How many items a list has; 0 where there is none. */
    public int size(String path) {
        return find(path) instanceof List<?> list ? list.size() : 0;
    }

    public boolean has(String path) {
        return find(path) != null;
    }

    private Object find(String path) {
        Object at = root;
        for (Object step : steps(path)) {
            if (step instanceof Integer index) {
                at = at instanceof List<?> list && index <= list.size() ? list.get(index - 1) : null;
            } else {
                at = at instanceof Map<?, ?> map ? map.get(step) : null;
            }
        }
        return at;
    }

    /** Puts a text there; maps and items on the way are made where they are missing. */
    public void set(String path, String text) {
        put(path, text);
    }

    public void set(String path, List<String> texts) {
        put(path, new ArrayList<Object>(texts));
    }

    /** Puts fields into a map, which is made where it is missing. */
    public void merge(String map, Map<String, ?> fields) {
        map(fields).forEach((name, value) -> put(map + '.' + name, value));
    }

    private void put(String path, Object value) {
        var steps = steps(path);
        Object at = root;
        for (int i = 0; i < steps.size() - 1; i++) {
            boolean listNext = steps.get(i + 1) instanceof Integer;
            Object next = child(at, steps.get(i));
            boolean fits = listNext ? next instanceof List<?> : next instanceof Map<?, ?>;
            if (!fits) {
                next = listNext ? new ArrayList<>() : inBothLanguages(next);
                hang(at, steps.get(i), next);
            }
            at = next;
        }
        hang(at, steps.get(steps.size() - 1), value);
    }

    private static Map<String, Object> inBothLanguages(Object text) {
        var map = new LinkedHashMap<String, Object>();
        if (text instanceof String zh && !zh.isEmpty()) {
            map.put("zh", zh);
        }
        return map;
    }

    private static Object child(Object at, Object step) {
        return step instanceof Integer index ? ((List<?>) at).size() < index ? null : ((List<?>) at).get(index - 1)
                : ((Map<?, ?>) at).get(step);
    }

    @SuppressWarnings("unchecked")
    private static void hang(Object at, Object step, Object value) {
        if (!(step instanceof Integer index)) {
            ((Map<String, Object>) at).put((String) step, value);
            return;
        }
        var list = (List<Object>) at;
        while (list.size() < Math.min(index, LONGEST_LIST)) {
            list.add(new LinkedHashMap<String, Object>());
        }
        if (index <= list.size()) {
            list.set(index - 1, value);
        }
    }

    /** Adds an item at the end of a list, which is made where it is missing. */
    public void add(String list, Map<String, ?> item) {
        put(list + '[' + (size(list) + 1) + ']', map(item));
    }

    /** Takes away an item of a list, or a field. */
    public void remove(String path) {
        var steps = steps(path);
        Object last = steps.get(steps.size() - 1);
        Object parent = find(parent(path));
        if (last instanceof Integer index && parent instanceof List<?> list && index <= list.size()) {
            list.remove(index - 1);
        } else if (parent instanceof Map<?, ?> map) {
            map.remove(last);
        }
    }

    /** Moves an item of a list; nothing happens at its ends. @param by -1 up, 1 down */
    public void move(String path, int by) {
        var steps = steps(path);
        if (steps.get(steps.size() - 1) instanceof Integer index && find(parent(path)) instanceof List<?> list
                && index <= list.size() && index + by >= 1 && index + by <= list.size()) {
            java.util.Collections.swap(list, index - 1, index + by - 1);
        }
    }

    /** The list or map that holds a field: {@code a[2]} for {@code a[2].b}, {@code a} for {@code a[2]}. */
    private static String parent(String path) {
        int cut = Math.max(path.lastIndexOf('.'), path.endsWith("]") ? path.lastIndexOf('[') : -1);
        return cut < 0 ? "" : path.substring(0, cut);
    }

    /** @throws IllegalArgumentException when it is no path */
    private static List<Object> steps(String path) {
        var steps = new ArrayList<Object>();
        Matcher matcher = STEP.matcher(path);
        while (matcher.find()) {
            steps.add(matcher.group(1) != null ? matcher.group(1) : (Object) Math.max(1, Integer.parseInt(matcher.group(2))));
        }
        return steps;
    }

    /** The file: block style, empty fields left out. */
    public String yaml() {
        return YamlText.of(root);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof YamlTree tree && root.equals(tree.root);
    }

    @Override
    public int hashCode() {
        return root.hashCode();
    }
}
