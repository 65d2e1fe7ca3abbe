package org.pufa.learn;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.pufa.bank.Picture;
import org.pufa.bank.picture.Painter;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.picture.FileType;
import org.pufa.picture.Photos;
import org.pufa.picture.UnusablePicture;
import org.pufa.web.UploadedFile;

/**
 * Takes a picture in: whatever is sent is painted anew as pictures of questions are, and photos too large for that are
 * made smaller first. One at a time, so that memory stays bounded however many are sent.
 */
public final class PictureIntake {

    /** The form field that brings it. */
    public static final String FIELD = "picture";
    private static final int MOST_WAITING = 20;
    private static final int LONGEST_NAME = 60;

    private final Vertx vertx;
    private final AtomicInteger waiting = new AtomicInteger();

    public PictureIntake(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Fails with INVALID where the file cannot be used, BUSY when too many wait. */
    public Future<Picture> read(UploadedFile file) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return Future.failedFuture(Problem.of(Problem.Sort.BUSY, "learn.picture.busy"));
        }
        Callable<Picture> work = () -> painted(file);
        return vertx.<Picture>executeBlocking(work, true).onComplete(done -> waiting.decrementAndGet());
    }

    private static Picture painted(UploadedFile file) throws IOException {
        String name = shown(file.fileName());
        if (file.bytes() > Photos.LARGEST_FILE) {
            throw refused("picture.large", name, Photos.LARGEST_FILE >> 20);
        }
        try {
            byte[] content = Files.readAllBytes(file.path());
            boolean photo = content.length > Painter.LARGEST || !isDrawing(content);
            byte[] bearable = photo ? Photos.repainted(content).jpeg() : content;
            if (new Painter(bearable.length).paint(bearable) instanceof Painter.Painted painted) {
                return painted.picture();
            }
            throw refused("picture.broken", name);
        } catch (UnusablePicture e) {
            throw refused(e.key(), e.args(name));
        }
    }

    /** Drawings come as PNG and keep their sharp lines. */
    private static boolean isDrawing(byte[] content) {
        return FileType.of(content) == FileType.PNG;
    }

    private static Problem refused(String key, Object... args) {
        return Problem.invalid("learn.invalid", List.of(FieldError.of(FIELD, key, args)));
    }

    private static String shown(String fileName) {
        String name = fileName.replaceAll(".*[/\\\\]", "").replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
        String plain = name.isEmpty() ? "-" : name;
        return plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
    }
}
