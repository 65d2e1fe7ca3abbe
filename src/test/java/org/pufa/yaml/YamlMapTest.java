package org.pufa.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;

class YamlMapTest {

    private static final Messages MESSAGES = new Messages(List.of("yaml"));

    private static YamlMap map(YamlFile file) {
        return file.root().orElseThrow();
    }

    @Test
    void whatIsThereIsRead() {
        var file = YamlFile.read("f.yaml", "name: 张三\ncount: 3\nflag: true\nboth: { zh: 甲, en: A }\nlist: [a, b]\n");
        var in = map(file);

        assertThat(in.text("name", 10)).isEqualTo("张三");
        assertThat(in.integer("count", 1, 5)).isEqualTo(3);
        assertThat(in.flag("flag", false)).isTrue();
        assertThat(in.localText("both", 10).in(Lang.EN)).isEqualTo("A");
        assertThat(in.texts("list", 5)).containsExactly("a", "b");
        in.noOthers();
        assertThat(file.mistakes()).isEmpty();
    }

    @Test
    void everyMistakeNamesItsLineAndField() {
        var file = YamlFile.read("f.yaml", "count: nine\nlevel: 9\nkind: quizz\nname:\nextra: 1\n");
        var in = map(file);
        in.integer("count", 1, 5);
        in.integer("level", 1, 5);
        in.choice("kind", List.of("quiz", "vote"));
        in.text("name", 10);
        in.text("absent", 10);
        in.noOthers();

        assertThat(file.mistakes()).extracting(Mistake::line, Mistake::field, Mistake::key).containsExactlyInAnyOrder(
                org.assertj.core.groups.Tuple.tuple(1, "count", "yaml.number"),
                org.assertj.core.groups.Tuple.tuple(2, "level", "yaml.number-range"),
                org.assertj.core.groups.Tuple.tuple(3, "kind", "yaml.choice"),
                org.assertj.core.groups.Tuple.tuple(4, "name", "yaml.empty"),
                org.assertj.core.groups.Tuple.tuple(1, "absent", "yaml.missing"),
                org.assertj.core.groups.Tuple.tuple(5, "extra", "yaml.unknown"));
    }

    @Test
    void aPlaceInsideAListIsNamedByItsNumber() {
        var file = YamlFile.read("f.yaml", "items:\n  - name: a\n  - nome: b\n");
        for (YamlMap item : map(file).maps("items", 1, 5)) {
            item.text("name", 5);
            item.noOthers();
        }

        assertThat(file.mistakes()).extracting(Mistake::field).containsExactlyInAnyOrder("items[2].name",
                "items[2].nome");
        assertThat(file.mistakes().get(0).sentence(MESSAGES, Lang.ZH)).startsWith("f.yaml 第 3 行，items[2].");
    }

    @Test
    void aNameWrittenTwiceIsAMistakeAndNotALoss() {
        var file = YamlFile.read("f.yaml", "a: 1\na: 2\n");

        assertThat(file.mistakes()).extracting(Mistake::line, Mistake::key)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(2, "yaml.twice"));
    }

    @Test
    void anAliasBombIsRefused() {
        var bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c <= 'j'; c++) {
            bomb.append(c).append(": &").append(c).append(" [");
            bomb.append(("*" + (char) (c - 1) + ", ").repeat(8)).append("*").append((char) (c - 1)).append("]\n");
        }
        var file = YamlFile.read("bomb.yaml", bomb.toString());

        file.root().ifPresent(in -> in.texts("j", 10));
        assertThat(file.mistakes()).isNotEmpty();
    }

    @Property(tries = 300)
    void anyTextIsReadOrRefusedWithAPlace(@ForAll String text) {
        var file = YamlFile.read("any.yaml", text);

        assertThat(file.root().isPresent() || !file.mistakes().isEmpty()).isTrue();
        assertThat(file.mistakes()).allSatisfy(mistake ->
                assertThat(mistake.sentence(MESSAGES, Lang.ZH)).contains("any.yaml"));
    }
}
