package org.pufa.bank.law;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.pufa.yaml.Mistake;
import org.pufa.yaml.YamlFile;
import org.pufa.yaml.YamlMap;

/** Reads a list of laws written in YAML; the keys are described in {@code question-bank/README.md}. */
public final class LawsYaml {

    private static final int MOST = 2000;
    private static final int LONGEST = 100;
    private static final int MOST_ARTICLES = 9999;

    private LawsYaml() {
    }

    /** A law with one version of it. */
    public record Entry(Law law, LawVersion version) {
    }

    /** The laws that a file holds, or the mistakes in it; never both. */
    public record Reading(List<Entry> entries, List<Mistake> mistakes) {

        public Reading {
            entries = mistakes.isEmpty() ? List.copyOf(entries) : List.of();
            mistakes = List.copyOf(mistakes);
        }
    }

    /** @param name how messages call the file */
    public static Reading read(String name, String text) {
        var file = YamlFile.read(name, text);
        var entries = new ArrayList<Entry>();
        file.root().ifPresent(root -> {
            root.maps("laws", 1, MOST).forEach(map -> entries.add(entry(map)));
            root.noOthers();
        });
        return new Reading(entries, file.mistakes());
    }

    private static Entry entry(YamlMap in) {
        String name = in.text("name", LONGEST);
        String title = in.text("title", LONGEST);
        var version = new LawVersion(0, name, in.text("version", LONGEST), date(in),
                in.integer("articles", 1, MOST_ARTICLES), in.flag("in_force", true), false);
        in.noOthers();
        return new Entry(new Law(name, title), version);
    }

    private static LocalDate date(YamlMap in) {
        String written = in.text("date", LONGEST);
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException e) {
            if (!written.isEmpty()) {
                in.mistake("date", "bank.law.file.date", written);
            }
            return LocalDate.EPOCH;
        }
    }
}
