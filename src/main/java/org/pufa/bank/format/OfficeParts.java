package org.pufa.bank.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.pufa.bank.intake.RawQuestion;
import org.pufa.bank.intake.Reason;
import org.pufa.bank.picture.Painter;

/** The parts of a zipped office file, of which no more is unpacked than a file of its size can honestly hold. */
public final class OfficeParts implements AutoCloseable {

    private static final long ALWAYS_ALLOWED = 16L << 20;
    private static final long NEVER_ALLOWED = 192L << 20;
    private static final int GREATEST_RATIO = 60;
    /** Of all pictures together, in bytes; a file of the largest size holds less. */
    private static final long MOST_PICTURES = 40L << 20;

    private final ZipFile zip;
    private final Map<String, byte[]> pictures = new HashMap<>();
    private long allowed;
    private long picturesAllowed = MOST_PICTURES;

    /** @throws IOException also for anything that is no sound archive */
    public OfficeParts(byte[] content) throws IOException {
        allowed = Math.min(NEVER_ALLOWED, Math.max(ALWAYS_ALLOWED, (long) content.length * GREATEST_RATIO));
        zip = open(content);
    }

    /** The library lets other exceptions out at some broken archives. */
    private static ZipFile open(byte[] content) throws IOException {
        try {
            return ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                    .setIgnoreLocalFileHeader(true).get();
        } catch (RuntimeException e) {
            throw new IOException(e);
        }
    }

    /** What is packed under that name; nothing when there is no such part. */
    public Optional<InputStream> part(String name) throws IOException {
        String path = name.startsWith("/") ? name.substring(1) : name;
        ZipArchiveEntry entry = zip.getEntry(path);
        if (entry == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Metered(zip.getInputStream(entry)));
        } catch (RuntimeException e) {
            throw new IOException(e);
        }
    }

    /**
     * The picture in that part, unpacked once however often it is shown; nothing in it when there is no such part. Of
     * one that is too large to be kept only so much as shows that.
     */
    byte[] picture(String name) throws IOException {
        byte[] known = pictures.get(name);
        if (known != null) {
            return known;
        }
        var part = part(name);
        byte[] content = part.isEmpty() ? new byte[0] : Painter.telling(part.get().readNBytes(Painter.LARGEST + 1));
        picturesAllowed -= content.length;
        if (picturesAllowed < 0) {
            throw new TooLarge();
        }
        pictures.put(name, content);
        return content;
    }

    /** Whether there is a part of programs in it; it is never read. */
    public boolean holdsMacros() {
        return Collections.list(zip.getEntries()).stream().anyMatch(entry -> entry.getName().endsWith("vbaProject.bin"));
    }

    /** The questions, the first of which says so where the file holds macros. */
    public List<RawQuestion> noted(List<RawQuestion> questions) {
        return holdsMacros() ? RawQuestion.firstNoted(questions, Reason.warning("bank.intake.file.macros")) : questions;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Whether reading failed because too much was packed into the file. */
    public static boolean isTooLarge(Throwable e) {
        var nested = e instanceof XMLStreamException xml && xml.getNestedException() != null
                ? xml.getNestedException() : e.getCause();
        return e instanceof TooLarge || nested != null && isTooLarge(nested);
    }

    /** More was packed into the file than could be meant well. */
    public static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;
    }

    /** Counts what is unpacked, over all parts together. */
    private final class Metered extends FilterInputStream {

        Metered(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws IOException {
            allowed -= read;
            if (allowed < 0) {
                throw new TooLarge();
            }
        }
    }
}
