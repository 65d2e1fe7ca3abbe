package org.pufa.outreach.evidence;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.outreach.evidence.DocumentType.UnusableDocument;
import org.pufa.picture.FileType;
import org.pufa.picture.Photos;
import org.pufa.picture.UnusablePicture;
import org.pufa.web.UploadedFile;

/** Takes files in, two at a time and no more, so that memory stays bounded however many are sent. */
public final class EvidenceIntake {

    /** Files of one form. */
    public static final int MOST_FILES = 9;
    /** Largest body of a form that brings files. */
    public static final long LARGEST_FORM = 48L << 20;
    /** The form field that brings them. */
    public static final String FIELD = "evidence";
    private static final int AT_A_TIME = 2;
    private static final int MOST_WAITING = 60;
    private static final long LONGEST_SECONDS = 60;
    private static final int LONGEST_NAME = 100;

    private final Vertx vertx;
    private final AtomicInteger waiting = new AtomicInteger();
    private WorkerExecutor worker;

    public EvidenceIntake(Vertx vertx) {
        this.vertx = vertx;
    }

    /** All of them or none. Fails with INVALID that names each file which cannot be used, BUSY when too many wait. */
    public Future<List<EvidenceFile>> read(List<UploadedFile> files) {
        if (files.size() > MOST_FILES) {
            return Future.failedFuture(invalid(List.of(FieldError.of(FIELD, "outreach.evidence.many", MOST_FILES))));
        }
        var taken = new ArrayList<EvidenceFile>();
        var errors = new ArrayList<FieldError>();
        Future<Void> all = Future.succeededFuture();
        for (UploadedFile file : files) {
            all = all.compose(before -> work(file, errors)).map(read -> {
                taken.addAll(read);
                return null;
            });
        }
        return all.map(read -> {
            if (!errors.isEmpty()) {
                throw invalid(errors);
            }
            return List.copyOf(taken);
        });
    }

    private static Problem invalid(List<FieldError> errors) {
        return Problem.invalid("outreach.invalid", errors);
    }

    private Future<List<EvidenceFile>> work(UploadedFile file, List<FieldError> errors) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return Future.failedFuture(Problem.of(Problem.Sort.BUSY, "outreach.evidence.busy"));
        }
        return worker().executeBlocking(() -> read(file, errors), false).onComplete(done -> waiting.decrementAndGet());
    }

    private synchronized WorkerExecutor worker() {
        if (worker == null) {
            worker = vertx.createSharedWorkerExecutor("evidence", AT_A_TIME, LONGEST_SECONDS, TimeUnit.SECONDS);
        }
        return worker;
    }

    private static List<EvidenceFile> read(UploadedFile file, List<FieldError> errors) {
        String name = shown(file.fileName());
        try {
            if (file.bytes() > Photos.LARGEST_FILE) {
                errors.add(FieldError.of(FIELD, "outreach.evidence.large", name, Photos.LARGEST_FILE >> 20));
                return List.of();
            }
            return List.of(evidence(name, Files.readAllBytes(file.path())));
        } catch (UnusablePicture e) {
            errors.add(FieldError.of(FIELD, e.key(), e.args(name)));
        } catch (UnusableDocument e) {
            errors.add(FieldError.of(FIELD, e.key(), name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of();
    }

    private static EvidenceFile evidence(String name, byte[] content) throws UnusablePicture, UnusableDocument {
        if (FileType.of(content) != FileType.UNKNOWN || content.length == 0) {
            return EvidenceFile.photo(name, content, Photos.repainted(content));
        }
        var type = DocumentType.of(content);
        return EvidenceFile.document(type.named(name), type.type(), content);
    }

    /** Without the path and what cannot be shown; the end of a long name is kept. */
    private static String shown(String fileName) {
        String name = fileName.replaceAll(".*[/\\\\]", "").replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
        String plain = name.isEmpty() ? "-" : name;
        return plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
    }
}
