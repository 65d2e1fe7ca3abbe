package org.pufa.ledger;

import java.util.HexFormat;

/**
 * The last block of a chain: whoever has written this down can later tell whether anything before it was changed.
 *
 * @param height 1 or more; how many blocks the chain has
 * @param hash of that block, 64 lower-case hexadecimal digits
 */
public record ChainHead(Block.Chain chain, int height, String hash) {

    static ChainHead of(Block block) {
        return new ChainHead(block.chain(), block.height(), HexFormat.of().formatHex(block.hash()));
    }
}
