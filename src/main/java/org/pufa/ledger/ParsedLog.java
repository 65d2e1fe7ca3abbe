package org.pufa.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pufa.kernel.Problem;

/**
 * An exported log that was read: every chain with its blocks in order. What it says may still be wrong; see
 * {@link LogDiff}.
 *
 * @param chains by log and lane; heights ascend, though not necessarily without gaps
 */
public record ParsedLog(SortedMap<Block.Chain, List<Block>> chains) {

    public ParsedLog {
        var copy = new TreeMap<Block.Chain, List<Block>>();
        chains.forEach((chain, blocks) -> copy.put(chain, List.copyOf(blocks)));
        chains = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * Reads one line for each block, as {@link PublicLog#export} writes them, each ended by a line feed.
     *
     * @throws Problem MALFORMED with the number of the line that is not as it must be
     * @throws IOException when the file cannot be read
     */
    public static ParsedLog read(InputStream in) throws IOException {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var reader = new Reader(new BufferedReader(new InputStreamReader(in, decoder), 1 << 16));
        return reader.log();
    }

    /** How many commitments the log holds. */
    public long commitments() {
        return chains.values().stream().flatMap(List::stream).mapToLong(Block::count).sum();
    }

    /** Reads a file line by line without trusting its sizes. */
    private static final class Reader {

        private final BufferedReader in;
        private final TreeMap<Block.Chain, List<Block>> chains = new TreeMap<>();
        private Block last;
        private long number;

        Reader(BufferedReader in) {
            this.in = in;
        }

        ParsedLog log() throws IOException {
            for (String line = line(); line != null; line = line()) {
                Block block = LogLine.read(line, number);
                checkOrder(block);
                chains.computeIfAbsent(block.chain(), chain -> new ArrayList<>()).add(block);
                last = block;
            }
            return new ParsedLog(chains);
        }

        private void checkOrder(Block block) {
            if (last == null) {
                return;
            }
            if (!last.chain().campaign().equals(block.chain().campaign())) {
                throw Problem.malformed("ledger.log.campaigns", number);
            }
            int order = last.chain().compareTo(block.chain());
            if (order > 0 || order == 0 && last.height() >= block.height()) {
                throw Problem.malformed("ledger.log.order", number);
            }
        }

        private String line() throws IOException {
            number++;
            var line = new StringBuilder(1024);
            try {
                for (int c = in.read(); c != '\n'; c = in.read()) {
                    if (c < 0) {
                        return endOfFile(line);
                    }
                    if (line.length() == LogLine.LONGEST) {
                        throw Problem.malformed("ledger.log.tooLong", number, LogLine.LONGEST);
                    }
                    line.append((char) c);
                }
            } catch (CharacterCodingException e) {
                throw Problem.malformed("ledger.log.notJson", number);
            }
            return line.toString();
        }

        /** A last line without its end was cut off. */
        private String endOfFile(StringBuilder line) {
            if (line.length() > 0) {
                throw Problem.malformed("ledger.log.cut", number);
            }
            return null;
        }
    }
}
