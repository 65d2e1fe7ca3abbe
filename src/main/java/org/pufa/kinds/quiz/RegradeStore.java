package org.pufa.kinds.quiz;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pufa.db.Tx;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.ReceiptCode;

/** The rows of corrected keys and of the entries that they changed. */
final class RegradeStore {

    private static final String KEYS = """
            select distinct on (revision) revision, answer_after from regrade where revision = any($1)
            order by revision, id desc""";
    private static final String ADD = """
            insert into regrade (bank, question, revision, answer_before, answer_after, revision_after, actor, reason, at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id""";
    private static final String ADD_CAMPAIGN =
            "insert into regrade_campaign (campaign_id, regrade, points) values ($1, $2, $3)";
    /** Scores by now, and as they are with the correction tried. */
    private static final String MOVED = """
            select * from (
              select e.campaign_id, e.attempt,
                coalesce((select l.score_after from regraded_entry l where l.campaign_id = e.campaign_id
                  and l.attempt = e.attempt order by l.regrade desc limit 1), e.score) as score_before,
                regraded_score(e.campaign_id, e.body, e.score, $2, $3, $4) as score_after
              from entry e
              where e.campaign_id = $1
                and e.body::jsonb @> jsonb_build_object('items', jsonb_build_array(jsonb_build_object('rev', $2::bigint)))
              ) as scored
            where score_before <> score_after""";
    private static final String TRY = MOVED + " order by attempt";
    private static final String APPLY = """
            with moved as (
              insert into regraded_entry (campaign_id, attempt, regrade, score_before, score_after)
              select campaign_id, attempt, $5::bigint, score_before, score_after from ("""
            + MOVED + """
            ) as found
              returning campaign_id, score_before, score_after),
            counted as (
              insert into regrade_tally as t (campaign_id, score_before, score_after, n)
              select campaign_id, score_before, score_after, count(*) from moved
              group by 1, 2, 3 order by 1, 2, 3
              on conflict on constraint regrade_tally_move do update set n = t.n + excluded.n)
            select count(*) from moved""";
    private static final String PAST = """
            select r.id, r.answer_before, r.answer_after, r.actor, r.reason, r.at, n.number,
              (select count(*) from regraded_entry e where e.regrade = r.id) as entries
            from regrade r join question_revision n on n.id = r.revision
            where r.bank = $1 and r.question = $2 order by r.id desc""";

    /** An entry whose score changes. */
    record Moved(ReceiptCode receipt, int before, int after) {
    }

    /** A correction that was made. @param number of the revision @param entries whose score it changed */
    record Past(int number, List<String> before, List<String> after, String actor, String reason, Instant at,
            long entries) {
    }

    /** Revision to its key, where that was corrected. */
    Future<Map<Long, List<String>>> keys(Tx tx, Collection<Long> revisions) {
        return tx.list(KEYS, row -> Map.entry(row.getLong(0), List.of(row.getArrayOfStrings(1))),
                (Object) revisions.toArray(Long[]::new))
                .map(keys -> keys.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** @param before the key until now @param after id of the revision of the bank that holds the new key */
    Future<Long> add(Tx tx, Regrades.Key key, List<String> before, Optional<Long> after, Regrades.By by) {
        return tx.get(ADD, row -> row.getLong(0), key.bank(), key.question(), key.revision(),
                before.toArray(String[]::new), key.answer().toArray(String[]::new), after.orElse(null), by.actor(),
                by.reason(), by.at().atOffset(ZoneOffset.UTC));
    }

    Future<Void> addCampaign(Tx tx, long regrade, CampaignId campaign, int points) {
        return tx.update(ADD_CAMPAIGN, campaign.value(), regrade, points).mapEmpty();
    }

    /** What the correction would change; changes nothing. */
    Future<List<Moved>> tried(Tx tx, CampaignId campaign, Regrades.Key key, int points) {
        return tx.list(TRY, row -> new Moved(new ReceiptCode(row.getLong("attempt")), row.getInteger("score_before"),
                row.getInteger("score_after")), campaign.value(), key.revision(), key.answer().toArray(String[]::new),
                points);
    }

    /** Changes the scores; gives how many. */
    Future<Long> apply(Tx tx, CampaignId campaign, Regrades.Key key, int points, long regrade) {
        return tx.get(APPLY, row -> row.getLong(0), campaign.value(), key.revision(),
                key.answer().toArray(String[]::new), points, regrade);
    }

    Future<List<Past>> past(Tx tx, String bank, String question) {
        return tx.list(PAST, row -> new Past(row.getInteger("number"), List.of(row.getArrayOfStrings("answer_before")),
                List.of(row.getArrayOfStrings("answer_after")), row.getString("actor"), row.getString("reason"),
                row.get(OffsetDateTime.class, "at").toInstant(), row.getLong("entries")), bank, question);
    }
}
