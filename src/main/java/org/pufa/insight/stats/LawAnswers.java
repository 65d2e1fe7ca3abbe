package org.pufa.insight.stats;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pufa.campaign.Campaign;
import org.pufa.campaign.Graded;
import org.pufa.db.Tx;
import org.pufa.insight.stats.CampaignCount.Answers;
import org.pufa.kernel.CampaignId;
import org.pufa.ledger.Tallies;

/** Counts answers by the law on which their questions rest. They are not counted by day, so only whole campaigns are. */
final class LawAnswers {

    /** Hours and questions of more campaigns take longer to read than somebody should wait for a page. */
    static final int AT_ONCE = 20;

    private LawAnswers() {
    }

    /**
     * By campaign and short name of the law; campaigns of which only a part is wanted are left out.
     *
     * @param patient whether to wait however many campaigns there are; else nothing is stated of very many
     */
    static Future<Map<CampaignId, Map<String, Answers>>> of(Tx tx, Selection selection, List<Campaign> wanted,
            boolean patient) {
        boolean part = selection.channel().isPresent() || selection.district().isPresent();
        var whole = wanted.stream().filter(one -> !part && !selection.period().cuts(one.window()))
                .filter(one -> one.content().graded().isPresent()).toList();
        if (whole.isEmpty() || !patient && whole.size() > AT_ONCE) {
            return Future.succeededFuture(Map.of());
        }
        return Tallies.ofSheets(tx, whole.stream().map(Campaign::id).toList()).map(tallies -> {
            Map<CampaignId, Map<String, Answers>> laws = new HashMap<>();
            for (Campaign one : whole) {
                var counts = tallies.get(one.id());
                if (counts != null) {
                    laws.put(one.id(), byLaw(one.content().graded().orElseThrow(), counts));
                }
            }
            return laws;
        });
    }

    private static Map<String, Answers> byLaw(Graded graded, Tallies tallies) {
        var laws = new HashMap<String, Answers>();
        for (Graded.Question question : graded.questions()) {
            var picked = graded.picked(tallies, question.id());
            if (!picked.isEmpty() && !question.law().isEmpty()) {
                long given = picked.values().stream().mapToLong(Long::longValue).sum();
                long right = picked.entrySet().stream().filter(one -> graded.share(question.id(), one.getKey()) == 1)
                        .mapToLong(Map.Entry::getValue).sum();
                laws.merge(question.law(), new Answers(given, right), Answers::plus);
            }
        }
        return laws;
    }
}
