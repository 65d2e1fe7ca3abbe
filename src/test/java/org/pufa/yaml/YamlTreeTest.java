package org.pufa.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class YamlTreeTest {

    @Property(tries = 300)
    void whateverTextIsWrittenReadsBackTheSame(@ForAll String text, @ForAll List<String> more) {
        var tree = YamlTree.empty();
        tree.set("title.zh", "x" + whole(text));
        tree.add("list", Map.of("name", "x" + whole(text)));
        more.forEach(one -> tree.add("list", Map.of("name", "y" + whole(one))));

        var back = YamlTree.parse(tree.yaml());

        assertThat(back).contains(tree);
    }

    /** Without halves of characters, which no file holds. */
    private static String whole(String text) {
        return text.codePoints().filter(c -> c < 0xd800 || c >= 0xe000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    @Test
    void itemsAreAddedMovedAndTakenAwayByTheirPaths() {
        var tree = YamlTree.parse("draw: [{ type: single, count: 1 }, { type: judge, count: 2 }]").orElseThrow();

        tree.move("draw[2]", -1);
        tree.add("draw", Map.of("type", "multiple"));
        tree.remove("draw[2]");
        tree.set("draw[2].count", "9");

        assertThat(tree.yaml()).isEqualTo("draw:\n  - type: judge\n    count: 2\n  - type: multiple\n    count: 9\n");
    }

    @Test
    void aTextInOneLanguageBecomesAPairWhenTheOtherIsWritten() {
        var tree = YamlTree.parse("title: 五题").orElseThrow();

        tree.set("title.en", "Five");

        assertThat(tree.text("title.zh")).isEqualTo("五题");
        assertThat(tree.yaml()).isEqualTo("title:\n  zh: \"五题\"\n  en: \"Five\"\n");
    }

    @Test
    void emptyFieldsAreLeftOut() {
        var tree = YamlTree.of(Map.of("title", Map.of("zh", "", "en", "")));

        assertThat(tree.yaml()).isEqualTo("{}\n");
    }
}
