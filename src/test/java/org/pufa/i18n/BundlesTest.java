package org.pufa.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds for every bundle of the platform, found in the sources, so that a new package need not be listed. */
class BundlesTest {

    private static final Path RESOURCES = Path.of("src/main/resources/org/pufa");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}");

    private final List<String> packages = packages();
    private final Messages messages = new Messages(packages);

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(messages.keys(Lang.ZH)).isNotEmpty().isEqualTo(messages.keys(Lang.EN));
    }

    @Test
    void bothLanguagesUseTheSamePlaceholders() {
        assertThat(messages.keys(Lang.ZH)).allSatisfy(key ->
                assertThat(placeholders(Lang.ZH, key)).as(key).isEqualTo(placeholders(Lang.EN, key)));
    }

    @Test
    void everyKeyBeginsWithItsPackage() {
        for (String name : packages) {
            var last = name.substring(name.lastIndexOf('.') + 1);
            assertThat(new Messages(List.of(name)).keys(Lang.ZH))
                    .allMatch(key -> key.startsWith(name + '.') || key.startsWith(last + '.'));
        }
    }

    @Test
    void noChineseSentenceUsesTheWordsOfAdvertising() {
        assertThat(messages.keys(Lang.ZH)).allSatisfy(key -> assertThat(raw(Lang.ZH, key)).as(key)
                .doesNotContain("亲，", "！", "哦", "温馨提示", "恭喜", "抱歉"));
    }

    private Set<String> placeholders(Lang lang, String key) {
        return PLACEHOLDER.matcher(raw(lang, key)).results().map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The sentence with its placeholders still in it. */
    private String raw(Lang lang, String key) {
        return messages.get(lang, key, "{0}", "{1}", "{2}", "{3}", "{4}", "{5}", "{6}", "{7}", "{8}", "{9}");
    }

    private static List<String> packages() {
        try (var files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.getFileName().toString().matches("messages(_en)?\\.properties"))
                    .map(file -> RESOURCES.relativize(file.getParent()).toString().replace('/', '.'))
                    .distinct().sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
