package org.pufa;

import org.pufa.cli.PufaCommand;

/** The one entry point: {@code pufa serve} and the other commands of {@link PufaCommand}. */
public final class Main {

    private Main() {
    }

    public static void main(String[] arguments) {
        int code = PufaCommand.run(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }
}
