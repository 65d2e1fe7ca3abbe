package org.pufa.bank.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pufa.bank.intake.UnreadableFile;

/** The text that a file's bytes spell: UTF-8, UTF-16 or GB18030, with or without a byte order mark. */
public final class TextBytes {

    /** No bank of questions comes near it; a guard against hostile files. */
    private static final int LARGEST = 32 * 1024 * 1024;
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final char MARK = '\uFEFF';
    private static final int PROBE = 4096;

    private TextBytes() {
    }

    /**
     * The whole text, without a byte order mark, lines ended by {@code \n}.
     *
     * @throws UnreadableFile when the bytes are no text in any of these encodings, or too many
     */
    public static String text(byte[] content) throws UnreadableFile {
        if (content.length > LARGEST) {
            throw new UnreadableFile("bank.intake.format.large", LARGEST / 1024 / 1024);
        }
        String text = decode(content).orElseThrow(() -> new UnreadableFile("bank.intake.format.encoding"));
        return lines(text.length() > 0 && text.charAt(0) == MARK ? text.substring(1) : text);
    }

    /** The beginning of the text, to tell formats apart; empty when it is no text. */
    public static String beginning(byte[] content) {
        byte[] head = Arrays.copyOf(content, Math.min(content.length, PROBE));
        Charset charset = charset(content);
        String text = new String(head, charset);
        return lines(text.length() > 0 && text.charAt(0) == MARK ? text.substring(1) : text);
    }

    private static String lines(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static Optional<String> decode(byte[] content) {
        for (Charset charset : likely(content)) {
            try {
                return Optional.of(charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(content)).toString())
                        .filter(text -> text.indexOf('\0') < 0);
            } catch (CharacterCodingException e) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static Charset charset(byte[] content) {
        byte[] head = Arrays.copyOf(content, Math.min(content.length, PROBE));
        var likely = likely(content);
        return likely.size() == 1 || isUtf8(head) ? likely.get(0) : GB18030;
    }

    private static List<Charset> likely(byte[] content) {
        if (startsWith(content, 0xFF, 0xFE)) {
            return List.of(StandardCharsets.UTF_16LE);
        } else if (startsWith(content, 0xFE, 0xFF)) {
            return List.of(StandardCharsets.UTF_16BE);
        }
        int even = zeros(content, 0);
        int odd = zeros(content, 1);
        if (even + odd > 0) {
            return List.of(odd >= even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
        }
        return List.of(StandardCharsets.UTF_8, GB18030);
    }

    private static boolean startsWith(byte[] content, int first, int second) {
        return content.length >= 2 && (content[0] & 0xFF) == first && (content[1] & 0xFF) == second;
    }

    /** No text in UTF-8 or GB18030 has a zero byte; every line end in UTF-16 has one. */
    private static int zeros(byte[] content, int from) {
        int zeros = 0;
        for (int i = from; i < Math.min(content.length, PROBE); i += 2) {
            zeros += content[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    /** The probe may end within a character, so a broken end is forgiven. */
    private static boolean isUtf8(byte[] head) {
        for (int cut = 0; cut < 4 && cut <= head.length; cut++) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(head, 0, head.length - cut));
                return true;
            } catch (CharacterCodingException e) {
                continue;
            }
        }
        return false;
    }
}
