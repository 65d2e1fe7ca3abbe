package org.pufa.db;

import java.nio.file.Path;

/** A whole process that runs an embedded server until it is killed, for tests that kill it. */
final class ServerProgram {

    private ServerProgram() {
    }

    public static void main(String[] args) throws InterruptedException {
        try {
            var server = DatabaseServer.embedded(new EmbeddedSettings(Path.of(args[0]), Path.of(args[1]), 0));
            System.out.println("URL " + server.url());
        } catch (StartFailure e) {
            System.out.println("REFUSED " + e.getMessage());
            return;
        }
        Thread.currentThread().join();
    }
}
