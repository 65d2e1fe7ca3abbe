package org.pufa.ledger;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pufa.kernel.Days;
import org.pufa.kernel.ReceiptCode;

/** Everything that follows from the submissions that become entries: their sheets, their counts, their block. */
final class BatchRows {

    /** Dimensions that the ledger itself counts. */
    static final String DAY = "day";
    static final String HOUR = "hour";
    static final String PARTICIPANTS = "participants";

    private static final Comparator<Count> ORDER =
            Comparator.comparing(Count::dimension).thenComparing(Count::key);

    private final List<Submission> accepted;
    private final List<Sheet> sheets;

    BatchRows(List<Submission> accepted, SecureRandom random) {
        this.accepted = accepted;
        this.sheets = sheets(accepted, random);
    }

    private static List<Sheet> sheets(List<Submission> accepted, SecureRandom random) {
        boolean linked = accepted.get(0).book().linked();
        var nonces = new byte[accepted.size() * Commitment.NONCE];
        random.nextBytes(nonces);
        var sheets = new ArrayList<Sheet>(accepted.size());
        for (int i = 0; i < accepted.size(); i++) {
            Submission one = accepted.get(i);
            byte[] nonce = java.util.Arrays.copyOfRange(nonces, i * Commitment.NONCE, (i + 1) * Commitment.NONCE);
            long number = linked ? one.attempt().value() : random.nextLong() >>> 64 - ReceiptCode.BITS;
            sheets.add(new Sheet(number, one.body(), one.score(), nonce));
        }
        return sheets;
    }

    /** The sheets as they may be written: where they are not linked, in an order that tells nothing. */
    List<Sheet> sheetsToWrite(SecureRandom random) {
        if (accepted.get(0).book().linked()) {
            return sheets;
        }
        var shuffled = new ArrayList<>(sheets);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** What the batch adds to each tally, by day and channel, by hour, and by what the sheets say. */
    Map<Count, Long> sums() {
        var sums = new TreeMap<Count, Long>(ORDER);
        for (Submission one : accepted) {
            Instant time = one.book().keptTime(one.arrived());
            add(sums, new Count(DAY, day(time, one.channel())));
            add(sums, new Count(HOUR, hour(time)));
            if (one.book().limit().per() == Limit.Period.CAMPAIGN && one.slot() == 0) {
                add(sums, new Count(PARTICIPANTS, ""));
            }
            one.counts().forEach(count -> add(sums, count));
        }
        return sums;
    }

    /** Key of the tally of a day in China and a channel. */
    static String day(Instant time, String channel) {
        return Days.of(time) + "/" + channel;
    }

    /** Key of the tally of an hour in China. */
    static String hour(Instant time) {
        return time.atZone(Days.ZONE).toLocalDateTime().toString().substring(0, 13);
    }

    private static void add(Map<Count, Long> sums, Count count) {
        sums.merge(count, 1L, Long::sum);
    }

    Block block(Block.Head head, int lane, Instant now) {
        Book book = accepted.get(0).book();
        var commitments = new ArrayList<byte[]>(accepted.size());
        for (int i = 0; i < accepted.size(); i++) {
            Submission one = accepted.get(i);
            commitments.add(Commitment.ofEntry(book.campaign().value(), one.participant(), one.slot(),
                    one.attempt().value(), one.channel(), book.keptTime(one.arrived()), book.linked() ? sheets.get(i).commitment() : null));
        }
        return Block.after(head, new Block.Chain(book.campaign(), Block.Chain.ENTRIES, lane), commitments,
                book.keptTime(now));
    }
}
