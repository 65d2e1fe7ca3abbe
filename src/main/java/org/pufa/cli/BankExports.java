package org.pufa.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pufa.House;
import org.pufa.bank.Bank;
import org.pufa.bank.BankExport;
import org.pufa.bank.Exported;
import org.pufa.bank.QuestionFilter;
import org.pufa.bank.QuestionRow;
import org.pufa.bank.QuestionState;
import org.pufa.bank.format.Formats;
import org.pufa.i18n.Lang;

/** Writes banks into files of any format. */
final class BankExports {

    private final PrintWriter out;
    private final House house;

    BankExports(PrintWriter out, House house) {
        this.out = out;
        this.house = house;
    }

    /** The format of that name, or without one that which the name of the file tells. */
    static BankExport of(String format, Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Formats.writers().stream().filter(one -> format == null ? name.endsWith("." + one.extension())
                : one.format().equals(format)).findFirst().orElseThrow(() -> new CommandFailure(
                "Say with --format how to write it: " + Formats.writers().stream().map(BankExport::format)
                        .collect(Collectors.joining(", ")) + "."));
    }

    static Optional<QuestionState> state(String code) {
        if (code == null) {
            return Optional.empty();
        }
        return Optional.of(QuestionState.parse(code).orElseThrow(() -> new CommandFailure("There is no state " + code
                + ": " + Arrays.stream(QuestionState.values()).map(QuestionState::code)
                .collect(Collectors.joining(", ")) + ".")));
    }

    /** Whether every question is in the file. */
    boolean write(String code, Optional<QuestionState> state, BankExport export, Path file) {
        var filter = new QuestionFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), state);
        Bank bank = Session.await(house.database().read(tx -> house.banks().bank(tx, code)))
                .orElseThrow(() -> new CommandFailure("There is no bank " + code + "."));
        var questions = Session.await(house.database().read(tx -> house.banks().questions(tx, code, filter))).stream()
                .map(QuestionRow::question).toList();
        var album = Session.await(house.database().read(tx -> house.banks().album(tx, questions)));
        Exported exported = export.write(bank, questions, album);
        save(file, exported.content());
        exported.leftOut().forEach(left -> out.printf("%s: %s%n", left.question(),
                House.messages().get(Lang.ZH, left.key())));
        out.printf("%s: %d written, %d left out%n", file, questions.size() - exported.leftOut().size(),
                exported.leftOut().size());
        out.flush();
        return exported.leftOut().isEmpty();
    }

    private static void save(Path file, byte[] content) {
        try {
            java.nio.file.Files.write(file, content);
        } catch (IOException e) {
            throw new CommandFailure(file + " cannot be written: " + e.getMessage());
        }
    }
}
