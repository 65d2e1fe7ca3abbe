package org.pufa.insight.stats;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.pufa.campaign.Channel;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.insight.stats.ReadingStore.Part;
import org.pufa.kernel.Days;
import org.pufa.ledger.EntryList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts people (参与人数). A whole campaign's are in its tallies; where everybody has but one entry, people are as many
 * as entries; any other part is counted from its entries once, and kept.
 */
final class Heads {

    private static final Logger LOG = LoggerFactory.getLogger(Heads.class);
    /** Going over more entries than this takes longer than somebody should wait for a page. */
    private static final long AT_ONCE = 300_000;

    private final Database database;
    private final ReadingStore store = new ReadingStore();
    private final Map<Part, Future<Void>> counting = new ConcurrentHashMap<>();

    Heads(Database database) {
        this.database = database;
    }

    /**
     * @param count with nothing counted yet
     * @param total participants of the whole campaign
     * @param patient whether to wait however long it takes; else nothing is stated until it was counted on the side
     */
    Future<OptionalLong> of(Tx tx, Reading reading, CampaignCount count, long total, boolean patient) {
        if (!reading.isPart(count)) {
            return Future.succeededFuture(OptionalLong.of(total));
        }
        Part part = part(reading.selection(), count);
        if (count.isOnce() || part.entries() == 0) {
            return Future.succeededFuture(OptionalLong.of(part.entries()));
        }
        return store.heads(tx, part).compose(kept -> kept.isPresent()
                ? Future.succeededFuture(OptionalLong.of(kept.get())) : count(tx, part, patient));
    }

    private static Part part(Selection selection, CampaignCount count) {
        return new Part(count.campaign().id(), selection.period().from(), selection.period().to(),
                channels(selection, count), count.participations(selection));
    }

    private static List<String> channels(Selection selection, CampaignCount count) {
        if (selection.district().isEmpty()) {
            return selection.channel().map(List::of).orElse(List.of());
        }
        var codes = new ArrayList<>(count.campaign().definition().channels().stream()
                .filter(channel -> selection.district().equals(Optional.of(channel.unit()))).map(Channel::code).toList());
        selection.channel().ifPresent(code -> codes.retainAll(List.of(code)));
        return codes.stream().sorted().toList();
    }

    private Future<OptionalLong> count(Tx tx, Part part, boolean patient) {
        if (patient || part.entries() <= AT_ONCE) {
            return counted(tx, part).map(OptionalLong::of);
        }
        counting.computeIfAbsent(part, one -> database.inSnapshot(other -> counted(other, one)).<Void>mapEmpty()
                .onFailure(failure -> LOG.warn("people of {} could not be counted", one, failure))
                .andThen(done -> counting.remove(one)));
        return Future.succeededFuture(OptionalLong.empty());
    }

    /** In the transaction that read how many entries there are; what was counted is kept in another. */
    private Future<Long> counted(Tx tx, Part part) {
        return EntryList.heads(tx, part.campaign(), Days.startOf(part.from()),
                Days.startOf(part.to()), part.channels()).onSuccess(participants ->
                database.inTx(other -> store.keepHeads(other, part, participants)).onFailure(failure ->
                        LOG.warn("people of {} could not be kept", part, failure)));
    }
}
