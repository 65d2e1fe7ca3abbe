package org.pufa.staff;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.pufa.web.Request;

/**
 * A file of any kind that a console form brought in the field {@code file}, or a text pasted into {@code pasted}.
 *
 * @param name of the file, as messages call it
 * @param pasted what was pasted, untouched, or ""
 * @param problem message key of why there is nothing
 */
public record SentBytes(String name, byte[] content, String pasted, Optional<String> problem) {

    private static final int LONGEST_NAME = 100;

    /** @param pastedName what messages call a text that has no file name */
    public static Future<SentBytes> of(Request request, String pastedName) {
        String pasted = request.form().raw("pasted");
        return request.upload("file").map(upload -> {
            if (upload.isPresent()) {
                byte[] content = upload.get().content().getBytes();
                return new SentBytes(shown(upload.get().fileName()), content, pasted,
                        content.length == 0 ? Optional.of("staff.file.empty") : Optional.empty());
            }
            return pasted.isBlank() ? new SentBytes("", new byte[0], "", Optional.of("staff.file.missing"))
                    : new SentBytes(pastedName, pasted.getBytes(StandardCharsets.UTF_8), pasted, Optional.empty());
        });
    }

    /** The end of a long name is kept, since it tells the format. */
    private static String shown(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "");
        return plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
    }
}
