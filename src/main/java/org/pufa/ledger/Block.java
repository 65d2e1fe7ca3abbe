package org.pufa.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.Sha256;

/**
 * One link of the public log (公开账本): a batch of commitments and the hash of the link before it.
 *
 * @param height 1 for the first block of a chain
 * @param parent hash of the block before, 32 zero bytes for the first
 * @param root of the {@link Merkle} tree over {@code leaves}
 * @param leaves commitments of 32 bytes, one after the other, ascending as unsigned bytes
 * @param sealedAt to the second, or to the hour where sheets are not linked; never before the block before
 * @param hash of all the rest
 */
public record Block(Chain chain, int height, byte[] parent, byte[] root, byte[] leaves, Instant sealedAt,
        byte[] hash) {

    /** More than any batch holds; a log with larger blocks is not one of ours. */
    static final int MOST_LEAVES = 4096;

    private static final byte[] LABEL = "pufa-block-1\0".getBytes(StandardCharsets.US_ASCII);

    /**
     * Which chain a block belongs to.
     *
     * @param log {@link #ENTRIES} or {@link #SHEETS}
     */
    public record Chain(CampaignId campaign, int log, int lane) implements Comparable<Chain> {

        public static final int ENTRIES = 0;
        public static final int SHEETS = 1;

        private static final Comparator<Chain> ORDER = Comparator.<Chain>comparingLong(c -> c.campaign.value())
                .thenComparingInt(Chain::log).thenComparingInt(Chain::lane);

        public Chain {
            Objects.requireNonNull(campaign);
            if (log != ENTRIES && log != SHEETS || lane < 0 || lane > Short.MAX_VALUE) {
                throw new IllegalArgumentException("no chain " + log + "." + lane);
            }
        }

        /** Log and lane, such as {@code 0.3}. */
        public String name() {
            return log + "." + lane;
        }

        @Override
        public int compareTo(Chain other) {
            return ORDER.compare(this, other);
        }
    }

    /** The last block of a chain as far as the next one must know it. */
    record Head(int height, byte[] hash, Instant sealedAt) {

        static final Head NONE = new Head(0, new byte[Sha256.LENGTH], Instant.MIN);
    }

    /**
     * The block that follows {@code head} and seals {@code commitments}, which are put into order. Where the clock has
     * gone back since the block before, the time stands still.
     */
    static Block after(Head head, Chain chain, List<byte[]> commitments, Instant now) {
        var sorted = commitments.toArray(byte[][]::new);
        Arrays.sort(sorted, Arrays::compareUnsigned);
        var leaves = ByteBuffer.allocate(sorted.length * Sha256.LENGTH);
        for (byte[] leaf : sorted) {
            leaves.put(leaf);
        }
        int height = head.height() + 1;
        byte[] root = Merkle.root(sorted);
        Instant sealedAt = now.isBefore(head.sealedAt()) ? head.sealedAt() : now;
        return new Block(chain, height, head.hash(), root, leaves.array(), sealedAt,
                hash(chain, height, head.hash(), root, sorted.length, sealedAt));
    }

    static byte[] hash(Chain chain, int height, byte[] parent, byte[] root, int count, Instant sealedAt) {
        var numbers = ByteBuffer.allocate(8 + 2 + 2 + 4 + 4 + 8).putLong(chain.campaign().value())
                .putShort((short) chain.log()).putShort((short) chain.lane()).putInt(height).putInt(count)
                .putLong(sealedAt.getEpochSecond());
        return Sha256.of(LABEL, numbers.array(), parent, root);
    }

    public int count() {
        return leaves.length / Sha256.LENGTH;
    }

    Head head() {
        return new Head(height, hash, sealedAt);
    }

    byte[][] commitments() {
        var list = new byte[count()][];
        for (int i = 0; i < list.length; i++) {
            list[i] = Arrays.copyOfRange(leaves, i * Sha256.LENGTH, (i + 1) * Sha256.LENGTH);
        }
        return list;
    }
}
