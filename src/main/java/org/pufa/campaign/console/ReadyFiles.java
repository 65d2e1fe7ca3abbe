package org.pufa.campaign.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The campaigns that come with the platform, as files to begin from. */
final class ReadyFiles {

    private static final String FOLDER = "/question-bank/campaigns/";
    private static final List<String> NAMES =
            List.of("labor-contract-quiz.yaml", "wage-survey.yaml", "no-arrears-vote.yaml");

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    ReadyFiles() {
        for (String name : NAMES) {
            try (InputStream in = ReadyFiles.class.getResourceAsStream(FOLDER + name)) {
                if (in != null) {
                    files.put(name, in.readAllBytes());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    List<String> names() {
        return List.copyOf(files.keySet());
    }

    java.util.Optional<byte[]> find(String name) {
        return java.util.Optional.ofNullable(files.get(name));
    }
}
