package org.pufa.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.util.concurrent.Callable;
import org.pufa.Config;
import org.pufa.db.StartFailure;
import org.pufa.vault.WrongKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code pufa}: without a command it says which there are. */
@Command(name = "pufa", mixinStandardHelpOptions = true, version = "Pufa 0.1",
        description = "普法活动平台 · Law-publicity campaigns, counted exactly.",
        footer = "%nSettings are environment variables PUFA_…; README.md lists them.",
        subcommands = {ServeCommand.class, BankCommand.class, CampaignCommand.class, VerifyCommand.class,
            VerifyDiffCommand.class, LogCommand.class, StaffCommand.class,
            KeysCommand.class, StatsCommand.class})
public final class PufaCommand implements Callable<Integer> {

    /** Everything is as it should be. */
    static final int OK = 0;
    /** What was asked for could not be done, or what was checked is not right. */
    static final int FAILED = 1;

    private static final Logger LOG = LoggerFactory.getLogger(PufaCommand.class);

    @Spec
    private CommandSpec spec;

    /** Runs a command line and gives its exit code: 0 for success, 1 for failure, 2 for a wrong command line. */
    public static int run(String... arguments) {
        return new CommandLine(new PufaCommand()).setExecutionExceptionHandler(explanation()).execute(arguments);
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return OK;
    }

    /** One clear sentence for what an operator can mend; a stack trace only for what is our own mistake. */
    private static IExecutionExceptionHandler explanation() {
        return (failure, command, parsed) -> {
            PrintWriter err = command.getErr();
            if (failure instanceof Config.Refused || failure instanceof StartFailure
                    || failure instanceof WrongKey || failure instanceof CommandFailure) {
                err.println(failure.getMessage());
            } else if (isTaken(rootOf(failure))) {
                err.println("The port is taken by another program: end it, or choose another one with PUFA_PORT. ("
                        + rootOf(failure).getMessage() + ")");
            } else if (failure instanceof UncheckedIOException) {
                err.println(rootOf(failure).toString());
            } else {
                err.println("This should not have happened: " + failure);
                LOG.error("{} failed", command.getCommandName(), failure);
            }
            err.flush();
            return FAILED;
        };
    }

    /** The native transport has an exception of its own for it. */
    private static boolean isTaken(Throwable root) {
        return root instanceof BindException || String.valueOf(root.getMessage()).contains("Address already in use");
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
