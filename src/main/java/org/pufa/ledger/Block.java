package org.pufa.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.Sha256;

/**
 * One link of the public log (公开账本): a batch of commitments and the hash of the link before it.
 *
 * @param height 1 for the first block of a chain
 * @param parent hash of the block before, 32 zero bytes for the first
 * @param root of the {@link Merkle} tree over {@code leaves}
 * @param leaves commitments of 32 bytes, one after the other, ascending as unsigned bytes
 * @param sealedAt to the second, or to the hour where sheets are not linked
 * @param hash of all the rest
 */
public record Block(Chain chain, int height, byte[] parent, byte[] root, byte[] leaves, Instant sealedAt,
        byte[] hash) {

    /**
     * Which chain a block belongs to.
     *
     * @param log {@link #ENTRIES} or {@link #SHEETS}
     */
    public record Chain(CampaignId campaign, int log, int lane) {

        public static final int ENTRIES = 0;
        public static final int SHEETS = 1;
    }

    /** The last block of a chain as far as the next one must know it. */
    record Head(int height, byte[] hash) {

        static final Head NONE = new Head(0, new byte[Sha256.LENGTH]);
    }

    private static final byte[] LABEL = "pufa-block-1\0".getBytes(StandardCharsets.US_ASCII);

    /** The block that follows {@code head} and seals {@code commitments}, which are put into order. */
    static Block after(Head head, Chain chain, List<byte[]> commitments, Instant sealedAt) {
        var sorted = commitments.toArray(byte[][]::new);
        Arrays.sort(sorted, Arrays::compareUnsigned);
        var leaves = ByteBuffer.allocate(sorted.length * Sha256.LENGTH);
        for (byte[] leaf : sorted) {
            leaves.put(leaf);
        }
        int height = head.height() + 1;
        byte[] root = Merkle.root(sorted);
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
        return new Head(height, hash);
    }

    byte[][] commitments() {
        var list = new byte[count()][];
        for (int i = 0; i < list.length; i++) {
            list[i] = Arrays.copyOfRange(leaves, i * Sha256.LENGTH, (i + 1) * Sha256.LENGTH);
        }
        return list;
    }
}
