package org.pufa.ledger;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.pufa.kernel.Days;
import org.pufa.kernel.Pseudonym;
import org.pufa.kernel.ReceiptCode;

/** Everything that follows from the submissions that become entries: their sheets, their counts, their block. */
final class BatchRows {

    /** Dimensions that the ledger itself counts. */
    static final String DAY = "day";
    static final String HOUR = "hour";
    static final String PARTICIPANTS = "participants";
    static final Set<String> OWN = Set.of(DAY, HOUR, PARTICIPANTS);

    private static final Comparator<Count> ORDER =
            Comparator.comparing(Count::dimension).thenComparing(Count::key);

    private final List<Submission> accepted;
    private final List<Sheet> sheets;
    private final Map<Count, Long> sums;

    BatchRows(List<Submission> accepted, SecureRandom random) {
        this.accepted = accepted;
        this.sheets = sheets(accepted, random);
        this.sums = sums(accepted);
    }

    private static List<Sheet> sheets(List<Submission> accepted, SecureRandom random) {
        boolean linked = accepted.get(0).book().linked();
        var nonces = new byte[accepted.size() * Commitment.NONCE];
        random.nextBytes(nonces);
        var sheets = new ArrayList<Sheet>(accepted.size());
        for (int i = 0; i < accepted.size(); i++) {
            Submission one = accepted.get(i);
            byte[] nonce = Arrays.copyOfRange(nonces, i * Commitment.NONCE, (i + 1) * Commitment.NONCE);
            long number = linked ? one.attempt().value() : random.nextLong() >>> 64 - ReceiptCode.BITS;
            sheets.add(new Sheet(number, one.body(), one.score(), nonce));
        }
        return sheets;
    }

    Book book() {
        return accepted.get(0).book();
    }

    /** The participants of the batch, each once and in order, so that two writers never wait for each other. */
    List<Pseudonym> participants() {
        return accepted.stream().map(Submission::participant).distinct().sorted(EntrySql.BY_VALUE).toList();
    }

    /** The hour that the sheets bear, or null where they are linked; that of the batch, not of each. */
    Instant sheetHour() {
        return book().linked() ? null : book().keptTime(accepted.get(0).arrived());
    }

    /** The sheets as they may be written: where they are not linked, in an order that tells nothing. */
    List<Sheet> sheetsToWrite(SecureRandom random) {
        if (book().linked()) {
            return sheets;
        }
        var shuffled = new ArrayList<>(sheets);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** What the batch adds to each tally, by day and channel, by hour, and by what the sheets say. */
    Map<Count, Long> sums() {
        return sums;
    }

    private static Map<Count, Long> sums(List<Submission> accepted) {
        var sums = new HashMap<Count, Long>();
        for (Submission one : accepted) {
            Instant time = one.book().keptTime(one.arrived());
            add(sums, new Count(DAY, day(time, one.channel())));
            add(sums, new Count(HOUR, hour(time)));
            if (one.book().limit().isOnce()) {
                add(sums, new Count(PARTICIPANTS, ""));
            }
            one.counts().forEach(count -> add(sums, count));
        }
        var ordered = new TreeMap<Count, Long>(ORDER);
        ordered.putAll(sums);
        return ordered;
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

    Block block(Block.Head head, Block.Chain chain, Instant now) {
        Book book = book();
        var commitments = new ArrayList<byte[]>(accepted.size());
        for (int i = 0; i < accepted.size(); i++) {
            Submission one = accepted.get(i);
            commitments.add(Commitment.ofEntry(book.campaign().value(), one.participant(), one.slot(),
                    one.attempt().value(), one.channel(), book.keptTime(one.arrived()),
                    book.linked() ? sheets.get(i).commitment() : null));
        }
        return Block.after(head, chain, commitments, book.keptTime(now));
    }
}
