package org.pufa.ledger;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LedgerMessagesTest {

    private static final Path SOURCES = Path.of("src/main/java/org/pufa/ledger");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    /** How the code names its sentences, and what comes before the name. */
    private static final Map<Pattern, String> NAMED = Map.of(
            Pattern.compile("\"(ledger\\.[a-zA-Z.]*[a-zA-Z])\""), "",
            Pattern.compile("(?:findings\\.add|Finding\\.of)\\(\"([a-zA-Z.]+[a-zA-Z])\""), "ledger.finding.",
            Pattern.compile("report\\(\"([a-z]+)\""), "ledger.finding.block.",
            Pattern.compile("checkAlone\\(\"([a-z]+)\""), "ledger.finding.diff.");

    @Test
    void everySentenceThatTheCodeNamesIsThereInBothLanguagesAndNoOther() throws IOException {
        assertThat(bundle("messages.properties").stringPropertyNames()).isEqualTo(named());
        assertThat(bundle("messages_en.properties").stringPropertyNames()).isEqualTo(named());
    }

    @Test
    void bothLanguagesTakeTheSameArguments() throws IOException {
        var chinese = bundle("messages.properties");
        var english = bundle("messages_en.properties");

        for (String key : chinese.stringPropertyNames()) {
            assertThat(placeholders(chinese.getProperty(key))).as(key)
                    .isEqualTo(placeholders(english.getProperty(key)));
        }
    }

    private static TreeSet<String> placeholders(String sentence) {
        return PLACEHOLDER.matcher(sentence).results().map(found -> found.group()).collect(toCollection(TreeSet::new));
    }

    private static TreeSet<String> named() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            String code = files.map(LedgerMessagesTest::read).collect(Collectors.joining());
            return NAMED.entrySet().stream().flatMap(way -> way.getKey().matcher(code).results()
                    .map(found -> way.getValue() + found.group(1))).collect(toCollection(TreeSet::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Properties bundle(String name) throws IOException {
        var bundle = new Properties();
        try (var in = new InputStreamReader(LedgerMessagesTest.class.getResourceAsStream(name),
                StandardCharsets.UTF_8)) {
            bundle.load(in);
        }
        return bundle;
    }
}
