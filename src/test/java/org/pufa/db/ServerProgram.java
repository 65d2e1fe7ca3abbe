package org.pufa.db;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/** A whole process that runs an embedded server until it is killed, as an application would. */
final class ServerProgram {

    private static final String RUNS = "RUNS ";
    private static final String REFUSED = "REFUSED ";

    private final Process process;
    private final BufferedReader lines;
    private String answer = "";

    private ServerProgram(Process process) {
        this.process = process;
        this.lines = process.inputReader();
    }

    /** What the process does. */
    public static void main(String[] args) throws InterruptedException {
        try {
            var server = DatabaseServer.embedded(new EmbeddedSettings(Path.of(args[0]), Path.of(args[1]), 0));
            System.out.println(RUNS + server.url());
        } catch (StartFailure e) {
            System.out.println(REFUSED + e.getMessage());
            return;
        }
        Thread.currentThread().join();
    }

    static ServerProgram run(Path home, Path binaries) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ServerProgram(new ProcessBuilder(java, "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), ServerProgram.class.getName(),
                home.toString(), binaries.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** Where its server is; waits until it runs. */
    String url() throws IOException {
        return answer(RUNS);
    }

    /** Why it did not start. */
    String refusal() throws IOException {
        return answer(REFUSED);
    }

    private String answer(String kind) throws IOException {
        while (!answer.startsWith(RUNS) && !answer.startsWith(REFUSED)) {
            answer = lines.readLine();
            if (answer == null) {
                throw new IOException("the program ended without a word");
            }
        }
        if (!answer.startsWith(kind)) {
            throw new IOException("expected " + kind + "but was: " + answer);
        }
        return answer.substring(kind.length());
    }

    /** As kill -9 does: the program cannot tidy up. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
