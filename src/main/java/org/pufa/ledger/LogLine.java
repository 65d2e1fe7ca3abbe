package org.pufa.ledger;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Sha256;

/**
 * A block as one line of JSON: members in a fixed order, no white space, bytes as lower-case hexadecimal digits, the
 * time in UTC to the second. A block has one such line, and only that is read.
 */
final class LogLine {

    /** Characters of the longest line that is read; one of {@link Block#MOST_LEAVES} leaves is shorter. */
    static final int LONGEST = 300_000;

    private static final HexFormat HEX = HexFormat.of();

    private final JsonObject members;
    private final long number;

    private LogLine(JsonObject members, long number) {
        this.members = members;
        this.number = number;
    }

    static String write(Block block) {
        var leaves = new StringBuilder(block.leaves().length * 2 + block.count() * 3);
        String separator = "";
        for (byte[] leaf : block.commitments()) {
            leaves.append(separator).append('"').append(HEX.formatHex(leaf)).append('"');
            separator = ",";
        }
        return "{\"campaign\":" + block.chain().campaign().value() + ",\"log\":" + block.chain().log()
                + ",\"lane\":" + block.chain().lane() + ",\"height\":" + block.height()
                + ",\"parent\":\"" + HEX.formatHex(block.parent()) + "\",\"root\":\"" + HEX.formatHex(block.root())
                + "\",\"count\":" + block.count() + ",\"leaves\":[" + leaves + "],\"sealedAt\":\"" + block.sealedAt()
                + "\",\"hash\":\"" + HEX.formatHex(block.hash()) + "\"}";
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param number of the line in its file, for the problem
     * @throws Problem MALFORMED, which names the line and what in it is wrong
     */
    static Block read(String line, long number) {
        Block block = new LogLine(json(line, number), number).block();
        if (!write(block).equals(line)) {
            throw Problem.malformed("ledger.log.notCanonical", number);
        }
        return block;
    }

    private static JsonObject json(String line, long number) {
        try {
            return new JsonObject(line);
        } catch (DecodeException | ClassCastException e) {
            throw Problem.malformed("ledger.log.notJson", number);
        }
    }

    private Block block() {
        var campaign = new CampaignId(number("campaign", 1, Long.MAX_VALUE));
        int log = (int) number("log", Block.Chain.ENTRIES, Block.Chain.SHEETS);
        int lane = (int) number("lane", 0, Short.MAX_VALUE);
        int height = (int) number("height", 1, Integer.MAX_VALUE);
        return new Block(new Block.Chain(campaign, log, lane), height, hash("parent"), hash("root"), leaves(),
                time("sealedAt"), hash("hash"));
    }

    private long number(String name, long least, long most) {
        Object value = members.getValue(name);
        if (!(value instanceof Integer || value instanceof Long)) {
            throw wrong(name);
        }
        long n = ((Number) value).longValue();
        if (n < least || n > most) {
            throw wrong(name);
        }
        return n;
    }

    private byte[] hash(String name) {
        return bytes(name, members.getValue(name));
    }

    private byte[] leaves() {
        int count = (int) number("count", 1, Block.MOST_LEAVES);
        if (!(members.getValue("leaves") instanceof JsonArray list) || list.size() != count) {
            throw wrong("leaves");
        }
        var leaves = new byte[count * Sha256.LENGTH];
        for (int i = 0; i < count; i++) {
            System.arraycopy(bytes("leaves", list.getValue(i)), 0, leaves, i * Sha256.LENGTH, Sha256.LENGTH);
        }
        return leaves;
    }

    private byte[] bytes(String name, Object value) {
        if (!(value instanceof String text) || text.length() != 2 * Sha256.LENGTH) {
            throw wrong(name);
        }
        try {
            return HEX.parseHex(text);
        } catch (IllegalArgumentException e) {
            throw wrong(name);
        }
    }

    private Instant time(String name) {
        if (!(members.getValue(name) instanceof String text) || text.length() > 30) {
            throw wrong(name);
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw wrong(name);
        }
    }

    private Problem wrong(String name) {
        return Problem.malformed("ledger.log.wrong", number, name);
    }
}
