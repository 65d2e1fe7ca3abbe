package org.pufa.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.pufa.i18n.LocalText;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The fields of one map in a file. Each getter checks one field and notes a mistake when it is missing or wrong; it
 * then gives a harmless value, so that the rest can be checked too. Whoever reads must ask the file for its mistakes
 * before using what was read.
 */
public final class YamlMap {

    private static final String NOT_TEXT = "yaml.not-text";

    private final YamlFile file;
    private final MappingNode node;
    private final String path;
    private final Map<String, Node> fields = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    YamlMap(YamlFile file, MappingNode node, String path) {
        this.file = file;
        this.node = node;
        this.path = path;
        for (NodeTuple tuple : node.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                if (fields.put(key.getValue(), tuple.getValueNode()) != null) {
                    file.note(line(key), at(key.getValue()), "yaml.twice");
                }
            } else {
                file.note(line(tuple.getKeyNode()), path, "yaml.key");
            }
        }
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /** Whether the field is there and holds a map. */
    public boolean isMap(String name) {
        return fields.get(name) instanceof MappingNode;
    }

    /** The names of all fields, in their order; they then count as known. */
    public List<String> names() {
        asked.addAll(fields.keySet());
        return List.copyOf(fields.keySet());
    }

    /** A text that must be there, of at most {@code longest} characters; empty after a mistake. */
    public String text(String name, int longest) {
        return optionalText(name, longest).orElseGet(() -> {
            missing(name);
            return "";
        });
    }

    public Optional<String> optionalText(String name, int longest) {
        return field(name).flatMap(value -> scalar(name, value)).flatMap(text -> fitting(name, text, longest));
    }

    private Optional<String> fitting(String name, String text, int longest) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        if (text.length() > longest) {
            mistake(name, "yaml.too-long", longest, text.length());
        }
        return Optional.of(text.strip());
    }

    /** A text in Chinese, or {@code {zh, en}}; a placeholder after a mistake. */
    public LocalText localText(String name, int longest) {
        return optionalLocalText(name, longest).orElseGet(() -> {
            missing(name);
            return LocalText.of("?");
        });
    }

    public Optional<LocalText> optionalLocalText(String name, int longest) {
        var value = field(name);
        if (value.isPresent() && value.get() instanceof MappingNode map) {
            return Optional.of(new YamlMap(file, map, at(name)).bothLanguages(longest));
        }
        return optionalText(name, longest).map(LocalText::of);
    }

    /** This map as {@code {zh, en}}. */
    private LocalText bothLanguages(int longest) {
        String zh = text("zh", longest);
        String en = optionalText("en", longest * 4).orElse("");
        noOthers();
        return new LocalText(zh.isEmpty() ? "?" : zh, en);
    }

    /** A whole number that must be there; {@code least} after a mistake. */
    public int integer(String name, int least, int most) {
        return optionalInteger(name, least, most).orElseGet(() -> {
            if (!has(name)) {
                missing(name);
            }
            return least;
        });
    }

    public OptionalInt optionalInteger(String name, int least, int most) {
        var text = field(name).flatMap(value -> scalar(name, value));
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int number = Integer.parseInt(text.get().strip());
            if (number >= least && number <= most) {
                return OptionalInt.of(number);
            }
            mistake(name, "yaml.number-range", text.get(), least, most);
        } catch (NumberFormatException e) {
            mistake(name, "yaml.number", text.get(), least, most);
        }
        return OptionalInt.empty();
    }

    /** {@code true} or {@code false}; {@code otherwise} where the field is missing or wrong. */
    public boolean flag(String name, boolean otherwise) {
        var text = field(name).flatMap(value -> scalar(name, value));
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!Set.of("true", "false").contains(text.get())) {
            mistake(name, "yaml.flag", text.get());
        }
        return "true".equals(text.get());
    }

    /** One of the words allowed; the first of them after a mistake. */
    public String choice(String name, List<String> allowed) {
        var text = optionalText(name, 100);
        if (text.isEmpty()) {
            missing(name);
            return allowed.get(0);
        }
        if (!allowed.contains(text.get())) {
            mistake(name, "yaml.choice", text.get(), String.join(", ", allowed));
            return allowed.get(0);
        }
        return text.get();
    }

    /** The same, or {@code otherwise} where the field is missing. */
    public String choice(String name, List<String> allowed, String otherwise) {
        return has(name) ? choice(name, allowed) : otherwise;
    }

    /** A text or a list of texts; empty where the field is missing. */
    public List<String> texts(String name, int longest) {
        var value = field(name);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof SequenceNode list)) {
            return optionalText(name, longest).map(List::of).orElse(List.of());
        }
        var texts = new ArrayList<String>();
        for (int i = 0; i < list.getValue().size(); i++) {
            String item = name + "[" + (i + 1) + "]";
            scalar(item, list.getValue().get(i)).flatMap(text -> fitting(item, text, longest)).ifPresent(texts::add);
        }
        return texts;
    }

    /** A list of {@code least} to {@code most} texts, each in Chinese or {@code {zh, en}}. */
    public List<LocalText> localTexts(String name, int least, int most, int longest) {
        List<Node> items = items(name, least, most);
        var texts = new ArrayList<LocalText>(items.size());
        for (int i = 0; i < items.size(); i++) {
            String item = name + "[" + (i + 1) + "]";
            Node value = items.get(i);
            if (value instanceof MappingNode map) {
                texts.add(new YamlMap(file, map, at(item)).bothLanguages(longest));
            } else if (value instanceof ScalarNode scalar && scalar.getValue().isBlank()) {
                file.note(line(value), at(item), "yaml.empty");
            } else {
                scalar(item, value).flatMap(text -> fitting(item, text, longest)).map(LocalText::of)
                        .ifPresent(texts::add);
            }
        }
        return texts;
    }

    /** A map that must be there; nothing after a mistake. */
    public Optional<YamlMap> map(String name) {
        var value = field(name);
        if (value.isEmpty()) {
            missing(name);
        }
        return value.flatMap(found -> asMap(name, found));
    }

    public Optional<YamlMap> optionalMap(String name) {
        return field(name).flatMap(found -> asMap(name, found));
    }

    /** A list of {@code least} to {@code most} maps. */
    public List<YamlMap> maps(String name, int least, int most) {
        List<Node> items = items(name, least, most);
        var maps = new ArrayList<YamlMap>(items.size());
        for (int i = 0; i < items.size(); i++) {
            asMap(name + "[" + (i + 1) + "]", items.get(i)).ifPresent(maps::add);
        }
        return maps;
    }

    private List<Node> items(String name, int least, int most) {
        var value = field(name);
        if (value.isEmpty() || !(value.get() instanceof SequenceNode list)) {
            if (value.isPresent() || least > 0) {
                mistake(name, "yaml.list", least, most);
            }
            return List.of();
        }
        int size = list.getValue().size();
        if (size < least || size > most) {
            mistake(name, "yaml.list-size", size, least, most);
        }
        return list.getValue();
    }

    private Optional<YamlMap> asMap(String name, Node value) {
        if (value instanceof MappingNode map) {
            return Optional.of(new YamlMap(file, map, at(name)));
        }
        file.note(line(value), at(name), "yaml.map");
        return Optional.empty();
    }

    /** Notes every field that nobody asked for: most often a slip of the pen. */
    public void noOthers() {
        for (Map.Entry<String, Node> field : fields.entrySet()) {
            if (!asked.contains(field.getKey())) {
                file.note(line(field.getValue()), at(field.getKey()), "yaml.unknown",
                        String.join(", ", new TreeSet<>(asked)));
            }
        }
    }

    /** Notes something wrong with a field of this map, or with the map itself when {@code name} is empty. */
    public void mistake(String name, String key, Object... args) {
        Node at = fields.getOrDefault(name.replaceAll("\\[.*", ""), node);
        file.note(line(at), at(name), key, args);
    }

    public String path() {
        return path;
    }

    /** The line this map begins in, 1 for the first of the file. */
    public int line() {
        return line(node);
    }

    private Optional<Node> field(String name) {
        asked.add(name);
        return Optional.ofNullable(fields.get(name));
    }

    private Optional<String> scalar(String name, Node value) {
        if (value instanceof ScalarNode scalar) {
            boolean isNull = scalar.getTag().getValue().endsWith(":null");
            return isNull ? Optional.empty() : Optional.of(scalar.getValue());
        }
        file.note(line(value), at(name), NOT_TEXT);
        return Optional.empty();
    }

    private void missing(String name) {
        if (!has(name)) {
            file.note(line(node), at(name), "yaml.missing");
        } else if (fields.get(name) instanceof ScalarNode) {
            file.note(line(fields.get(name)), at(name), "yaml.empty");
        }
    }

    private String at(String name) {
        return path.isEmpty() ? name : name.isEmpty() ? path : path + "." + name;
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
