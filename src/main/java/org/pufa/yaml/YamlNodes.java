package org.pufa.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Nodes of a file as maps, lists and texts; what is null is left out. */
final class YamlNodes {

    private YamlNodes() {
    }

    static Map<String, Object> map(MappingNode node) {
        var map = new LinkedHashMap<String, Object>();
        node.getValue().forEach(tuple -> {
            if (tuple.getKeyNode() instanceof ScalarNode key && !isNull(tuple.getValueNode())) {
                map.put(key.getValue(), value(tuple.getValueNode()));
            }
        });
        return map;
    }

    private static Object value(Node node) {
        if (node instanceof MappingNode map) {
            return map(map);
        }
        if (node instanceof SequenceNode list) {
            var items = new ArrayList<Object>();
            list.getValue().stream().filter(item -> !isNull(item)).forEach(item -> items.add(value(item)));
            return items;
        }
        return node instanceof ScalarNode scalar ? scalar.getValue() : List.of();
    }

    private static boolean isNull(Node node) {
        return node instanceof ScalarNode scalar && scalar.getTag().getValue().endsWith(":null");
    }
}
