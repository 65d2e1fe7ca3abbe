package org.pufa.campaign.poster;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.pufa.kernel.Problem;

/** Draws posters on a thread of its own, one at a time, and keeps what was drawn for some minutes. */
public final class Posters {

    /** Whoever comes when so many wait is told to come back. */
    private static final int MOST_WAITING = 24;
    private static final long LONGEST_SECONDS = 60;
    private static final long KEPT_BYTES = 8L << 20;
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Vertx vertx;
    private final Letters letters = new Letters();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Cache<Drawn, Buffer> kept = Caffeine.newBuilder().maximumWeight(KEPT_BYTES).expireAfterWrite(KEPT)
            .weigher((Drawn drawn, Buffer file) -> file.length()).build();
    private WorkerExecutor worker;

    public Posters(Vertx vertx) {
        this.vertx = vertx;
    }

    private record Drawn(PosterText text, Format format) {
    }

    /** One poster of several. @param name of its file, without the ending */
    public record Named(String name, PosterText text) {
    }

    /** The file. Fails with BUSY when too many are wanted at once. */
    public Future<Buffer> draw(PosterText text, Format format) {
        var wanted = new Drawn(text, format);
        Buffer known = kept.getIfPresent(wanted);
        return known != null ? Future.succeededFuture(known)
                : work(() -> Buffer.buffer(write(text, format))).onSuccess(file -> kept.put(wanted, file));
    }

    /** All in one ZIP, each with a file of its own. */
    public Future<Void> zip(List<Named> posters, Format format, WriteStream<Buffer> out) {
        var bytes = new ByteArrayOutputStream();
        var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8);
        return each(posters, out, one -> {
            zip.putNextEntry(new ZipEntry(one.name() + '.' + format.type().code()));
            zip.write(write(one.text(), format));
            zip.closeEntry();
            return taken(bytes);
        }).compose(written -> work(() -> {
            zip.close();
            return taken(bytes);
        })).compose(out::write);
    }

    /** All in one PDF, a page for each. */
    public Future<Void> pdf(String title, List<Named> posters, Format.Sheet sheet, WriteStream<Buffer> out) {
        var file = new PdfFile(title);
        return each(posters, out, one -> Buffer.buffer(file.page(Poster.draw(one.text(), sheet, letters))))
                .compose(written -> out.write(Buffer.buffer(file.end())));
    }

    private interface Step {
        Buffer of(Named poster) throws IOException;
    }

    /** The next is drawn only when the one before was sent. */
    private Future<Void> each(List<Named> posters, WriteStream<Buffer> out, Step step) {
        Function<Integer, Future<Void>> next = new Function<>() {
            @Override
            public Future<Void> apply(Integer index) {
                return index == posters.size() ? Future.succeededFuture()
                        : work(() -> step.of(posters.get(index))).compose(out::write)
                                .compose(sent -> this.apply(index + 1));
            }
        };
        return next.apply(0);
    }

    private static Buffer taken(ByteArrayOutputStream bytes) {
        var buffer = Buffer.buffer(bytes.toByteArray());
        bytes.reset();
        return buffer;
    }

    private byte[] write(PosterText text, Format format) {
        Drawing drawing = Poster.draw(text, format.sheet(), letters);
        return switch (format.type()) {
            case SVG -> SvgFile.write(drawing);
            case PDF -> PdfFile.write(drawing);
            case PNG -> PngFile.write(drawing, density(format.sheet()));
        };
    }

    /** Dots in a millimetre: enough for print at the size of the sheet, and never more than memory bears. */
    private static double density(Format.Sheet sheet) {
        return switch (sheet) {
            case QR -> 12.8;
            case A4 -> 200 / 25.4;
            case A3 -> 150 / 25.4;
            case PHONE -> 12;
        };
    }

    private <T> Future<T> work(Callable<T> drawing) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return Future.failedFuture(Problem.of(Problem.Sort.BUSY, "campaign.poster.busy"));
        }
        return worker().executeBlocking(() -> {
            try {
                return drawing.call();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).onComplete(done -> waiting.decrementAndGet());
    }

    private synchronized WorkerExecutor worker() {
        if (worker == null) {
            worker = vertx.createSharedWorkerExecutor("posters", 1, LONGEST_SECONDS, TimeUnit.SECONDS);
        }
        return worker;
    }
}
