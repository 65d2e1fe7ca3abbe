package org.pufa.ledger;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.pufa.kernel.Days;
import org.pufa.kernel.Pseudonym;

/** Everything that follows from the submissions that become entries: their sheets, their counts, their block. */
final class BatchRows {

    /** Dimensions that the ledger itself counts. */
    static final String DAY = "day";
    static final String HOUR = "hour";
    static final String PARTICIPANTS = "participants";
    static final Set<String> OWN = Set.of(DAY, HOUR, PARTICIPANTS);

    private static final Comparator<Count> ORDER =
            Comparator.comparing(Count::dimension).thenComparing(Count::key);

    private final List<NewEntry> entries;
    private final Book book;
    private final Map<Count, Long> sums;

    BatchRows(List<NewEntry> entries) {
        this.entries = entries;
        this.book = entries.get(0).submission().book();
        this.sums = sums(entries, book);
    }

    Book book() {
        return book;
    }

    List<NewEntry> entries() {
        return entries;
    }

    /**
     * The participants that may have to be listed, each once and in order, so that two writers never wait for each
     * other; none where everyone has but one entry.
     */
    List<Pseudonym> participantsToList() {
        return book.limit().isOnce() ? List.of() : entries.stream().map(one -> one.submission().participant())
                .distinct().sorted(EntrySql.BY_VALUE).toList();
    }

    /** The hour that the sheets bear, or null where they stand in the entries; that of the batch, not of each. */
    Instant sheetHour() {
        return book.linked() ? null : book.keptTime(entries.get(0).submission().arrived());
    }

    /** The sheets that lie apart from the entries, in an order that tells nothing; none where they are linked. */
    List<Sheet> sheetsApart(SecureRandom random) {
        if (book.linked()) {
            return List.of();
        }
        var shuffled = new ArrayList<>(entries.stream().map(NewEntry::sheet).toList());
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** What the batch adds to each tally, by day and channel, by hour, and by what the sheets say. */
    Map<Count, Long> sums() {
        return sums;
    }

    private static Map<Count, Long> sums(List<NewEntry> entries, Book book) {
        var unordered = new HashMap<Count, Long>();
        var stamps = new HashMap<Stamp, Long>();
        for (NewEntry entry : entries) {
            Submission one = entry.submission();
            stamps.merge(new Stamp(book.keptTime(one.arrived()), one.channel()), 1L, Long::sum);
            one.counts().forEach(count -> unordered.merge(count, 1L, Long::sum));
        }
        stamps.forEach((stamp, n) -> {
            unordered.merge(new Count(DAY, day(stamp.time, stamp.channel)), n, Long::sum);
            unordered.merge(new Count(HOUR, hour(stamp.time)), n, Long::sum);
        });
        if (book.limit().isOnce()) {
            unordered.put(new Count(PARTICIPANTS, ""), (long) entries.size());
        }
        var ordered = new TreeMap<Count, Long>(ORDER);
        ordered.putAll(unordered);
        return ordered;
    }

    /** What most entries of a batch have in common, so that it is put into words but once. */
    private record Stamp(Instant time, String channel) {
    }

    /** Key of the tally of a day in China and a channel. */
    static String day(Instant time, String channel) {
        return Days.of(time) + "/" + channel;
    }

    /** Key of the tally of an hour in China. */
    static String hour(Instant time) {
        return time.atZone(Days.ZONE).toLocalDateTime().toString().substring(0, 13);
    }

    Block block(Block.Head head, Block.Chain chain, Instant now) {
        return Block.after(head, chain, entries.stream().map(NewEntry::commitment).toList(), book.keptTime(now));
    }
}
