package org.pufa.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.pufa.House;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Problem;
import org.pufa.ledger.LogDiff;
import org.pufa.ledger.ParsedLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proves one exported log the beginning of another; needs no database. */
@Command(name = "verify-diff", mixinStandardHelpOptions = true, description = "核对两份账本 · Prove that an older public"
        + " log is the beginning of a newer one. Exit code 1 when it is not.")
final class VerifyDiffCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "OLDER")
    private Path older;

    @Parameters(index = "1", paramLabel = "NEWER")
    private Path newer;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var diff = LogDiff.of(read(older), read(newer));
        PrintWriter out = spec.commandLine().getOut();
        var messages = House.messages();
        diff.findings().forEach(finding -> {
            out.println(messages.get(Lang.ZH, finding.key(), finding.args()));
            out.println(messages.get(Lang.EN, finding.key(), finding.args()));
        });
        if (diff.isPrefix()) {
            out.printf("%s is the beginning of %s, which has %d more blocks with %d more commitments.%n", older, newer,
                    diff.newBlocks(), diff.newCommitments());
        }
        out.flush();
        return diff.isPrefix() ? PufaCommand.OK : PufaCommand.FAILED;
    }

    private static ParsedLog read(Path file) {
        try (var in = java.nio.file.Files.newInputStream(file)) {
            return ParsedLog.read(in);
        } catch (Problem e) {
            throw new CommandFailure(file + ": " + House.messages().get(Lang.ZH, e.key(), e.args()));
        } catch (IOException e) {
            throw new CommandFailure(file + " cannot be read: " + e.getMessage());
        }
    }
}
