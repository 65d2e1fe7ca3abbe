package org.pufa.bench;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Keeps a number of connections busy for a while, on one thread, and measures. */
final class Load {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Line> lines = new ArrayList<>();
    private final Histogram histogram = new Histogram();
    private long replies;
    private long complete;
    private long bad;
    private long broken;
    private long bytes;
    private String firstBad = "";
    private long endAt;
    private long inTime;
    private boolean ending;

    /**
     * @param seconds how long requests are sent; replies to the last ones are still waited for
     * @param scripts what each connection asks for
     */
    LoadResult run(int port, int connections, double seconds, IntFunction<Script> scripts) throws IOException {
        try (var selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                lines.add(Line.open(selector, port, scripts.apply(i)));
            }
            long cpu = Cpu.ofThisProcess();
            long begun = System.nanoTime();
            endAt = begun + (long) (seconds * 1e9);
            for (Line line : lines) {
                ask(line);
            }
            turn(selector);
            return result((Math.min(endAt, System.nanoTime()) - begun) / 1e9, Cpu.ofThisProcess() - cpu);
        } finally {
            lines.forEach(Line::close);
        }
    }

    private void turn(Selector selector) throws IOException {
        while (true) {
            selector.select(this::ready, 50);
            long now = System.nanoTime();
            if (now >= endAt) {
                end(endAt);
                if (now - endAt > PATIENCE.toNanos() || lines.stream().noneMatch(Line::isAsking)) {
                    return;
                }
            }
        }
    }

    private void ready(SelectionKey key) {
        var line = (Line) key.attachment();
        try {
            Reply reply = line.read();
            if (reply != null) {
                count(line, reply);
                reply.clear();
                ask(line);
            }
        } catch (IOException | IllegalStateException e) {
            lose(line, e);
        }
    }

    private void count(Line line, Reply reply) {
        long now = System.nanoTime();
        if (now >= endAt) {
            end(endAt);
        }
        histogram.add(line.waited(now));
        replies++;
        complete += line.hasCompleted() ? 1 : 0;
        bytes += reply.size();
        if (!reply.isGood()) {
            bad++;
            firstBad = firstBad.isEmpty() ? reply.excerpt() : firstBad;
        }
    }

    private void ask(Line line) {
        try {
            if (!ending && !line.ask()) {
                end(System.nanoTime());
            }
        } catch (IOException e) {
            lose(line, e);
        }
    }

    private void lose(Line line, Exception why) {
        broken++;
        firstBad = firstBad.isEmpty() ? why.toString() : firstBad;
        lines.remove(line);
        line.close();
        if (lines.isEmpty()) {
            end(System.nanoTime());
        }
    }

    /** What comes from now on no longer counts for the rate. */
    private void end(long at) {
        if (!ending) {
            ending = true;
            endAt = at;
            inTime = complete;
        }
    }

    private LoadResult result(double seconds, long cpuNanos) {
        long unanswered = lines.stream().filter(Line::isAsking).count();
        return new LoadResult(inTime / seconds, seconds, complete, replies, bad, broken + unanswered, firstBad,
                micros(histogram.quantile(0.50)), micros(histogram.quantile(0.95)), micros(histogram.quantile(0.99)),
                micros(histogram.longest()), replies == 0 ? 0 : (double) bytes / replies,
                complete == 0 ? 0 : cpuNanos / 1e3 / complete);
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1000;
    }
}
