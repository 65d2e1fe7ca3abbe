package org.pufa.bench;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A Java process of our own that takes orders on its input, one JSON object a line, and answers each with a line that
 * begins with {@code =}; all else it writes goes to a file. It ends when its input ends, so also when we are killed.
 */
final class Child implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ENDED = "";

    private final String name;
    private final Path log;
    private final Process process;
    private final BufferedWriter in;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    private Child(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
        this.in = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        var reader = new Thread(this::read, name + "-output");
        reader.setDaemon(true);
        reader.start();
    }

    static Child start(Class<?> main, Path log, List<String> flags, Map<String, String> environment)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(variable -> variable.startsWith("PUFA_"));
        builder.environment().putAll(environment);
        return new Child(main.getSimpleName(), log, builder.start());
    }

    private void read() {
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                var file = new PrintWriter(log.toFile(), StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("=")) {
                    answers.add(line.substring(1));
                } else {
                    file.println(line);
                    file.flush();
                }
            }
        } catch (IOException e) {
            // it has ended, which is told below
        }
        answers.add(ENDED);
    }

    /** Gives an order and waits for its answer. */
    JsonObject ask(JsonObject order, Duration patience) throws IOException, InterruptedException {
        in.write(order.encode());
        in.newLine();
        in.flush();
        String answer = answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (answer == null || answer.equals(ENDED)) {
            throw new IOException(name + (answer == null ? " did not answer " : " ended at ") + order.getString("do")
                    + "; see " + log);
        }
        return new JsonObject(answer);
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean lives() {
        return process.isAlive();
    }

    /** Lets it end by itself, and ends what is then still there of it and of all it started. */
    @Override
    public void close() {
        var all = new ArrayList<>(process.descendants().toList());
        try {
            in.close();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        all.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroy);
    }
}
