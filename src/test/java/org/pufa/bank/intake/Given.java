package org.pufa.bank.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.pufa.bank.QuestionType;
import org.pufa.bank.format.Formats;

/** Files to be read, and what was read from them. */
final class Given {

    static final List<String> FIXTURES = List.of("underscores.txt", "several-blanks.txt", "judgements.txt", "tabs.txt",
            "exported.md", "one-line.txt", "type-tags.txt", "missing-options.txt", "explained.txt", "key-at-end.txt",
            "key-by-number.txt", "plain-blocks.txt");

    private Given() {
    }

    static byte[] bytes(String fixture) {
        try (InputStream in = Given.class.getResourceAsStream(fixture)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Harvest fixture(String name) {
        return read(name, bytes(name));
    }

    static Harvest text(String text) {
        return read("questions.txt", text.getBytes(StandardCharsets.UTF_8));
    }

    static Harvest read(String name, byte[] content) {
        return new Intake(Formats.readers()).read(new SourceFile(name, content));
    }

    /** Such as "single C/4 accepted". */
    static String line(Item item) {
        return item.type().map(QuestionType::code).orElse("-") + ' ' + String.join("", item.answer()) + '/'
                + item.options().size() + ' ' + item.state().name().toLowerCase(java.util.Locale.ROOT);
    }

    static List<String> lines(Harvest harvest) {
        return harvest.items().stream().map(Given::line).toList();
    }
}
