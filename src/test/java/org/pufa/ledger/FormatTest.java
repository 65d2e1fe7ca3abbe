package org.pufa.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.Pseudonym;

/** What was sealed once must be found again by every later version: these bytes may never change. */
class FormatTest {

    private static final Instant TIME = Instant.parse("2026-11-23T02:00:00Z");
    private static final byte[] NONCE = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
    private static final String BODY = "{\"q1\":[\"b\"],\"q2\":\"工资\"}";
    private static final Block.Chain CHAIN = new Block.Chain(new CampaignId(42), Block.Chain.ENTRIES, 3);

    private static final byte[] SHEET = Commitment.ofSheet(NONCE, BODY, 85);
    private static final byte[] SHEET_WITHOUT_SCORE = Commitment.ofSheet(NONCE, BODY, null);
    private static final byte[] LINKED = entry(SHEET);
    private static final byte[] UNLINKED = entry(null);

    private static byte[] entry(byte[] sheet) {
        return Commitment.ofEntry(42, new Pseudonym(UUID.fromString("00112233-4455-6677-8899-aabbccddeeff")), 20780,
                (1L << 60) - 1, "社区-3", TIME, sheet);
    }

    @Test
    void commitmentsAreTheseBytes() {
        assertThat(hex(SHEET)).isEqualTo("7d449324d6a43edaef664ca44160cbdf4d4a8265972f74623441e212a6a8f2b7");
        assertThat(hex(SHEET_WITHOUT_SCORE))
                .isEqualTo("973de29765b45837062ada1a1365055f349b7ca771a63e8907c7f9ba73610c3f");
        assertThat(hex(LINKED)).isEqualTo("e9e18c43bc91834b4277e74820a3c2aaffa4b745de486e5a17cb47749ea325df");
        assertThat(hex(UNLINKED)).isEqualTo("9ef95e552356de8e17c72b74ff96b8c2b8e9686be7151c677a7a7186e88c5da6");
    }

    @Test
    void blocksAreTheseBytes() {
        Block first = Block.after(Block.Head.NONE, CHAIN, List.of(LINKED, UNLINKED, SHEET), TIME);
        Block second = Block.after(first.head(), CHAIN, List.of(SHEET_WITHOUT_SCORE), TIME.plusSeconds(60));

        assertThat(hex(first.root())).isEqualTo("3f7e3c983c6207f2549eef2d01bd5a21078df88832ee14807406330168b9d6ed");
        assertThat(hex(first.hash())).isEqualTo("b91faa0d1f3777f01e2d6796a5636ab6fb4f2d1e69cb67b266346f6ae326961e");
        assertThat(hex(second.hash())).isEqualTo("cc8037f3fd95d4436a850e2cd904dc06098c3ba6aae8866ab223e73dc1ef77e1");
    }

    @Test
    void aLineOfTheExportIsThisText() {
        Block block = Block.after(Block.Head.NONE, CHAIN, List.of(LINKED, UNLINKED), TIME);

        assertThat(LogLine.write(block)).isEqualTo("{\"campaign\":42,\"log\":0,\"lane\":3,\"height\":1,\"parent\":\""
                + "0".repeat(64) + "\",\"root\":\"" + hex(block.root()) + "\",\"count\":2,\"leaves\":[\""
                + hex(UNLINKED) + "\",\"" + hex(LINKED) + "\"],\"sealedAt\":\"2026-11-23T02:00:00Z\",\"hash\":\""
                + hex(block.hash()) + "\"}");
    }

    @Test
    void aBlockIsNeverSealedBeforeTheOneBefore() {
        Block first = Block.after(Block.Head.NONE, CHAIN, List.of(LINKED), TIME);

        Block second = Block.after(first.head(), CHAIN, List.of(UNLINKED), TIME.minusSeconds(3600));

        assertThat(second.sealedAt()).isEqualTo(TIME);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
