package org.pufa.ledger;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the public log, which is ordered by log, lane and height; there need not be a block at it.
 *
 * @param log 0 or 1
 * @param lane 0 to 32767
 * @param height 1 or more
 */
public record Position(int log, int lane, int height) {

    /** Before everything. */
    public static final Position START = new Position(0, 0, 1);

    private static final Pattern FORM = Pattern.compile("([01])\\.(\\d{1,5})\\.(\\d{1,9})");

    public Position {
        if (log < 0 || log > 1 || lane < 0 || lane > Short.MAX_VALUE || height < 1) {
            throw new IllegalArgumentException("no position " + log + "." + lane + "." + height);
        }
    }

    static Position of(Block block) {
        return new Position(block.chain().log(), block.chain().lane(), block.height());
    }

    /** Reads {@code 0.3.17}; nothing when the text is no position. */
    public static Optional<Position> parse(String text) {
        Matcher parts = FORM.matcher(text == null ? "" : text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int lane = Integer.parseInt(parts.group(2));
        int height = Integer.parseInt(parts.group(3));
        return lane > Short.MAX_VALUE || height < 1 ? Optional.empty()
                : Optional.of(new Position(Integer.parseInt(parts.group(1)), lane, height));
    }

    /** The position as it stands in addresses: {@code 0.3.17}. */
    @Override
    public String toString() {
        return log + "." + lane + "." + height;
    }
}
