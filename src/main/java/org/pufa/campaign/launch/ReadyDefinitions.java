package org.pufa.campaign.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pufa.yaml.YamlTree;

/** Campaigns that others have run in this way, ready to begin from. */
final class ReadyDefinitions {

    static final List<String> NAMES = List.of("daily-quiz", "prize-quiz", "once-quiz", "rounds-quiz",
            "levels-quiz", "constitution-quiz", "ten-quiz", "two-tries-quiz", "twenty-quiz", "study-quiz", "law-survey",
            "wage-survey", "service-survey", "once-vote", "daily-vote");

    private final Map<String, YamlTree> all = new LinkedHashMap<>();

    ReadyDefinitions() {
        for (String name : NAMES) {
            try (InputStream in = ReadyDefinitions.class.getResourceAsStream("ready/" + name + ".yaml")) {
                all.put(name, YamlTree.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)).orElseThrow());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Map<String, YamlTree> all() {
        return all;
    }

    Optional<YamlTree> find(String name) {
        return Optional.ofNullable(all.get(name)).map(YamlTree::copy);
    }
}
