package org.pufa.audit;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The end of the log at some time: whoever has noted it can later see that nothing up to it was changed or taken out.
 *
 * @param seq 0 for a log without events
 * @param hash of the last event
 */
public record AuditHead(long seq, byte[] hash) {

    private static final Pattern FORM = Pattern.compile("\\s*(\\d{1,18})\\s*[:：]\\s*([0-9a-fA-F]{64})\\s*");

    public AuditHead {
        Objects.requireNonNull(hash);
    }

    /** Reads {@code 1024:9f86d0…}; nothing when the text is no end of a log. */
    public static Optional<AuditHead> parse(String text) {
        var parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new AuditHead(Long.parseLong(parts.group(1)), HexFormat.of().parseHex(parts.group(2))))
                : Optional.empty();
    }

    boolean isHash(byte[] other) {
        return Arrays.equals(hash, other);
    }

    /** {@code 1024:9f86d0…}, as people note it. */
    @Override
    public String toString() {
        return seq + ":" + HexFormat.of().formatHex(hash);
    }
}
