package org.pufa.campaign;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.Problem;

/** Counts on this node what becomes of submissions, until somebody takes the counts away. */
public final class Outcomes {

    public static final String ACCEPTED = "accepted";
    public static final String REPLAYED = "replayed";
    /** A defect or an outage of ours. */
    public static final String FAILED = "failed";
    public static final String BUSY = "busy";

    private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();

    /** One outcome of one campaign. @param outcome {@link #ACCEPTED} and so on, or the sort of a refusal */
    public record Key(CampaignId campaign, String outcome) {
    }

    /** Something was accepted. @param replayed whether it was before */
    public void accepted(CampaignId campaign, boolean replayed) {
        add(campaign, replayed ? REPLAYED : ACCEPTED);
    }

    /** Something was refused, or failed. */
    public void refused(CampaignId campaign, Throwable failure) {
        add(campaign, failure instanceof Problem problem ? problem.sort().name().toLowerCase(Locale.ROOT) : FAILED);
    }

    private void add(CampaignId campaign, String outcome) {
        counts.computeIfAbsent(new Key(campaign, outcome), key -> new LongAdder()).increment();
    }

    /** What was counted since the last time, in a fixed order; the counts begin anew. */
    public Map<Key, Long> take() {
        var taken = new TreeMap<Key, Long>(java.util.Comparator.<Key>comparingLong(key -> key.campaign().value())
                .thenComparing(Key::outcome));
        counts.forEach((key, count) -> {
            long n = count.sumThenReset();
            if (n > 0) {
                taken.put(key, n);
            }
        });
        return taken;
    }
}
