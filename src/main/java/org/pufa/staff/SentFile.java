package org.pufa.staff;

import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.pufa.web.Request;
import org.pufa.web.Upload;

/**
 * A text that a console form brought: as an uploaded file in the field {@code file}, or pasted into {@code pasted}.
 *
 * @param name of the file, as messages call it
 * @param pasted what was pasted, untouched, or ""
 * @param problem message key of why it cannot be read
 */
public record SentFile(String name, String content, String pasted, Optional<String> problem) {

    private static final int LONGEST_NAME = 100;

    /** @param pastedName what messages call a text that has no file name */
    public static Future<SentFile> of(Request request, String pastedName) {
        String pasted = request.form().raw("pasted");
        return request.upload("file").map(upload -> {
            if (upload.isPresent()) {
                return read(upload.get(), pasted);
            }
            return pasted.isBlank() ? new SentFile("", "", "", Optional.of("staff.file.missing"))
                    : new SentFile(pastedName, plain(pasted), pasted, Optional.empty());
        });
    }

    private static SentFile read(Upload upload, String pasted) {
        String name = upload.fileName().replaceAll("\\p{Cntrl}", "");
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        try {
            String content = StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(upload.content().getBytes())).toString();
            return content.isBlank() ? new SentFile(shown, "", pasted, Optional.of("staff.file.empty"))
                    : new SentFile(shown, plain(content), pasted, Optional.empty());
        } catch (CharacterCodingException e) {
            return new SentFile(shown, "", pasted, Optional.of("staff.file.encoding"));
        }
    }

    /** Without the mark that some editors put first, and with lines ended as everywhere. */
    private static String plain(String content) {
        String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
        return text.replace("\r\n", "\n");
    }
}
