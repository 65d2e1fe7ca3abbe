package org.pufa.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.pufa.campaign.CampaignRow;
import org.pufa.kernel.Slug;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the public log of a campaign to a file. */
@Command(name = "log", mixinStandardHelpOptions = true,
        description = "导出公开账本 · Write the public log of a campaign to a file, one block a line.")
final class LogCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "SLUG")
    private String slug;

    @Parameters(index = "1", paramLabel = "FILE")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return Session.with(house -> {
            CampaignRow row = Slug.parse(slug).flatMap(valid -> Session.await(house.desk().find(valid)))
                    .orElseThrow(() -> new CommandFailure("There is no campaign called " + slug + "."));
            try (Writer writer = java.nio.file.Files.newBufferedWriter(file)) {
                Session.await(house.database().inSnapshot(tx -> house.publicLog().export(tx, row.id(),
                        line -> write(writer, line))));
            } catch (IOException e) {
                throw new CommandFailure(file + " cannot be written: " + e.getMessage());
            }
            PrintWriter out = spec.commandLine().getOut();
            out.println(file);
            out.flush();
            return PufaCommand.OK;
        });
    }

    private static void write(Writer writer, String line) {
        try {
            writer.write(line);
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
