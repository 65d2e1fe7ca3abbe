package org.pufa.kernel;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws and shuffles that depend on nothing but a secret seed, so that they can be done again at any time: the stream
 * is HMAC-SHA-256 of a counter under the seed, numbers are taken from it without bias, and lists are shuffled by
 * Fisher and Yates. Not for use by several threads.
 */
public final class SeededOrder {

    private final Hmac stream;
    private long counter;
    private ByteBuffer block = ByteBuffer.allocate(0);

    /** @param seed at least 16 bytes */
    public SeededOrder(byte[] seed) {
        this.stream = new Hmac(seed);
    }

    /** A number from 0 to {@code bound} − 1, each as likely as any other. */
    public int below(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("nothing is below " + bound);
        }
        long fair = (1L << 32) / bound * bound;
        long number;
        do {
            number = Integer.toUnsignedLong(nextInt());
        } while (number >= fair);
        return (int) (number % bound);
    }

    /** The same things in a drawn order; the list itself stays as it is. */
    public <T> List<T> shuffled(List<T> things) {
        var order = new ArrayList<>(things);
        for (int i = order.size() - 1; i > 0; i--) {
            java.util.Collections.swap(order, i, below(i + 1));
        }
        return order;
    }

    /** {@code count} different things, in a drawn order. */
    public <T> List<T> drawn(List<T> things, int count) {
        if (count > things.size()) {
            throw new IllegalArgumentException("cannot draw " + count + " of " + things.size());
        }
        return shuffled(things).subList(0, count);
    }

    private int nextInt() {
        if (block.remaining() < Integer.BYTES) {
            block = ByteBuffer.wrap(stream.of(ByteBuffer.allocate(Long.BYTES).putLong(counter++).array()));
        }
        return block.getInt();
    }
}
