package org.pufa.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** One file being read. Reading goes on after a mistake, so that all of them are found in one go. */
public final class YamlFile {

    /** More than any bank or campaign needs; a guard against hostile files. */
    private static final int LARGEST = 4 * 1024 * 1024;

    private final String name;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Optional<YamlMap> root;

    private YamlFile(String name, String text) {
        this.name = name;
        this.root = parse(text);
    }

    /** @param name how the file is called in messages */
    public static YamlFile read(String name, String text) {
        return new YamlFile(name, text);
    }

    /** The whole text at once: the parser falls over a character of two units that lies on the edge of its buffer. */
    private static LoadSettings settings(String text) {
        return LoadSettings.builder().setAllowDuplicateKeys(false).setAllowRecursiveKeys(false)
                .setMaxAliasesForCollections(0).setCodePointLimit(LARGEST)
                .setBufferSize(Math.min(text.length(), 2 * LARGEST) + 2).build();
    }

    private Optional<YamlMap> parse(String text) {
        try {
            Optional<Node> node = new Compose(settings(text)).composeString(text);
            if (node.isPresent() && node.get() instanceof MappingNode map) {
                return Optional.of(new YamlMap(this, map, ""));
            }
            note(1, "", "yaml.not-a-map");
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            note(line, "", "yaml.syntax", String.valueOf(e.getProblem()));
        } catch (YamlEngineException e) {
            note(1, "", "yaml.syntax", String.valueOf(e.getMessage()));
        } catch (StackOverflowError e) {
            // the parser calls itself for each level; nothing is held or half done when it runs out of stack
            note(1, "", "yaml.too-deep");
        }
        return Optional.empty();
    }

    /** The map that a text holds; nothing when it is no YAML. */
    static Optional<MappingNode> nodes(String text) {
        try {
            return new Compose(settings(text)).composeString(text).filter(MappingNode.class::isInstance)
                    .map(MappingNode.class::cast);
        } catch (YamlEngineException e) {
            return Optional.empty();
        }
    }

    /** What the file holds; nothing when it is no YAML, which is then among the mistakes. */
    public Optional<YamlMap> root() {
        return root;
    }

    /** Everything wrong that was found so far, in the order of lines. */
    public List<Mistake> mistakes() {
        return mistakes.stream().sorted(java.util.Comparator.comparingInt(Mistake::line)).toList();
    }

    void note(int line, String field, String key, Object... args) {
        mistakes.add(new Mistake(name, line, field, key, List.of(args)));
    }
}
