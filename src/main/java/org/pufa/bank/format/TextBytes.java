package org.pufa.bank.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.pufa.bank.intake.UnreadableFile;

/** Bytes of a text file as text, in whichever of the usual encodings it was saved: UTF-8, UTF-16 or GB18030. */
public final class TextBytes {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final char BOM = '\uFEFF';
    /** Of so many characters one may be unreadable before the whole file counts as garbled. */
    private static final int READABLE = 100;
    private static final int PROBE = 4096;
    private static final int SAMPLE = 4000;
    private static final int FEWEST_SIGNS = 12;

    private TextBytes() {
    }

    /** The beginning of the text, to tell formats apart, lines ended by {@code \n}; what cannot be read is garbled. */
    public static String beginning(byte[] bytes) {
        byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, PROBE));
        Charset charset = wide(bytes).orElseGet(() -> isUtf8(head) ? StandardCharsets.UTF_8 : GB18030);
        return lines(unmarked(new String(head, charset)));
    }

    private static String unmarked(String text) {
        return !text.isEmpty() && text.charAt(0) == BOM ? text.substring(1) : text;
    }

    private static String lines(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** The probe may end within a character, so a broken end is forgiven. */
    private static boolean isUtf8(byte[] head) {
        for (int cut = 0; cut < 4 && cut <= head.length; cut++) {
            if (strict(Arrays.copyOf(head, head.length - cut), StandardCharsets.UTF_8).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the bytes may be text at all: nothing that begins or looks like a program's own format. */
    public static boolean isText(byte[] bytes) {
        if (wide(bytes).isPresent()) {
            return true;
        }
        int odd = 0;
        for (byte one : bytes) {
            if (one == 0) {
                return false;
            }
            odd += one > 0 && one < ' ' && "\t\n\r\f\u000B\u001A\u001B".indexOf(one) < 0 ? 1 : 0;
        }
        return odd <= bytes.length / READABLE;
    }

    /**
     * The whole text, without a byte order mark, lines ended by {@code \n}.
     *
     * @throws UnreadableFile when it is no text, or was garbled before it was saved
     */
    public static String text(byte[] bytes) throws UnreadableFile {
        if (!isText(bytes)) {
            throw new UnreadableFile("bank.intake.file.binary");
        }
        String whole = unmarked(decoded(bytes));
        if (isGarbled(whole)) {
            throw new UnreadableFile("bank.intake.file.garbled");
        }
        return lines(whole);
    }

    private static String decoded(byte[] bytes) throws UnreadableFile {
        var wide = wide(bytes);
        if (wide.isPresent()) {
            return new String(bytes, wide.get());
        }
        return strict(bytes, StandardCharsets.UTF_8).or(() -> strict(bytes, GB18030))
                .or(() -> torn(bytes)).orElseThrow(() -> new UnreadableFile("bank.intake.file.encoding"));
    }

    /** Of two bytes a character: by its mark, or by zeros, more of them in every other place. */
    private static Optional<Charset> wide(byte[] bytes) {
        if (bytes.length > 1 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return Optional.of(StandardCharsets.UTF_16BE);
        } else if (bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        int even = zeros(bytes, 0);
        int odd = zeros(bytes, 1);
        return even + odd == 0 ? Optional.empty()
                : Optional.of(odd >= even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE)
                        .filter(charset -> strict(bytes, charset).filter(TextBytes::isPlain).isPresent());
    }

    /** No text in UTF-8 or GB18030 has a zero byte; every line end in UTF-16 has one. */
    private static int zeros(byte[] bytes, int from) {
        int zeros = 0;
        for (int i = from; i < Math.min(bytes.length, PROBE); i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static boolean isPlain(String text) {
        return text.chars().noneMatch(c -> c < ' ' && "\t\n\r\f\u000B\u001A\u001B".indexOf(c) < 0);
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** A text in which a few bytes are damaged; what cannot be read shows, and its question is refused. */
    private static Optional<String> torn(byte[] bytes) {
        String utf8 = new String(bytes, StandardCharsets.UTF_8);
        String gb = new String(bytes, GB18030);
        String better = damage(utf8) <= damage(gb) ? utf8 : gb;
        return damage(better) * READABLE <= better.length() ? Optional.of(better) : Optional.empty();
    }

    private static long damage(String text) {
        return text.chars().filter(c -> c == '\uFFFD').count();
    }

    /** Whether the text was read in a wrong encoding before it was saved, so that the words are lost. */
    private static boolean isGarbled(String text) {
        return text.contains("锟斤拷") || damage(text) * READABLE > text.length() && damage(text) > 0
                || isLatinGarble(text) || isUtf8ReadAsGb(text);
    }

    private static boolean isLatinGarble(String text) {
        String sample = text.substring(0, Math.min(SAMPLE, text.length()));
        long latin = sample.chars().filter(c -> c >= 0x80 && c <= 0xFF).count();
        long han = sample.chars().filter(c -> c >= 0x4E00 && c <= 0x9FFF).count();
        return latin > FEWEST_SIGNS && latin > 4 * han && latin * 4 > sample.length();
    }

    /** True text, written in GB18030, is hardly ever well-formed UTF-8. */
    private static boolean isUtf8ReadAsGb(String text) {
        var signs = new StringBuilder();
        for (int i = 0; i < text.length() && i < SAMPLE; i++) {
            char c = text.charAt(i);
            signs.append(c > 0x7F ? Character.toString(c) : "");
        }
        if (signs.length() < FEWEST_SIGNS) {
            return false;
        }
        try {
            var bytes = GB18030.newEncoder().onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .onMalformedInput(CodingErrorAction.REPLACE).encode(CharBuffer.wrap(signs));
            var bare = new byte[bytes.remaining()];
            bytes.get(bare);
            String again = new String(bare, StandardCharsets.UTF_8);
            return damage(again) * 10 < again.length();
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
