package org.pufa.bank.preview;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.pufa.bank.Bank;
import org.pufa.db.Tx;

/** Writes a confirmed file into its bank, a few statements for all items together. */
final class SaveStore {

    private static final String PUT_BANK = """
            insert into bank (code, title, law, law_version) values ($1, $2, $3, $4)
            on conflict (code) do update set code = excluded.code""";
    private static final String CLEAR = "update preview_item set target = null, fate = null where upload = $1";
    /** The file's own number is kept where it can serve as an id; the first of several equal ones has it. */
    private static final String OWN_IDS = """
            update preview_item i set target = own.code
            from (select number, code, row_number() over (partition by code order by number) as nth
                  from preview_item where upload = $1 and state <> 'refused' and not left_out and length(code) <= 30
                    and code ~ '^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)+$') own
            where i.upload = $1 and i.number = own.number and own.nth = 1""";
    private static final String NEW_IDS = """
            with last as (
              select coalesce(max(substring(id from '^Q-([0-9]{1,8})$')::integer), 0) as n
              from (select code as id from question where bank = $2
                    union all select target from preview_item where upload = $1 and target is not null) ids),
            open as (
              select number, row_number() over (order by number) as place
              from preview_item where upload = $1 and state <> 'refused' and not left_out and target is null)
            update preview_item i
            set target = 'Q-' || lpad((last.n + open.place)::text, greatest(4, length((last.n + open.place)::text)), '0')
            from last, open where i.upload = $1 and i.number = open.number""";
    private static final String FATES = """
            update preview_item i set fate = case when q.code is null then 'new' when q.state = 'retired' then 'retired'
                when (r.type, r.topic, r.difficulty, r.stem, r.options, r.answer, r.law, r.law_version, r.article,
                      r.quote, r.explanation, r.pictures) is not distinct from (i.type, i.topic, i.difficulty, i.stem, i.options,
                      i.answer, i.law, i.law_version, i.article, i.quote, i.explanation, i.pictures) then 'unchanged'
                else 'changed' end
            from preview_item j
            left join question q on q.bank = $2 and q.code = j.target
            left join lateral (select * from question_revision l where l.bank = q.bank and l.question = q.code
              order by number desc limit 1) r on true
            where j.upload = $1 and j.target is not null and i.upload = j.upload and i.number = j.number""";
    private static final String QUESTIONS = """
            insert into question (bank, code, state)
            select $2, target, 'draft' from preview_item where upload = $1 and fate = 'new'""";
    private static final String REVISIONS = """
            insert into question_revision (bank, question, number, type, topic, difficulty, stem, options, answer, law,
              law_version, article, quote, explanation, pictures, created_by, created_at, reason)
            select $2, target, 1 + coalesce((select max(number) from question_revision r
                where r.bank = $2 and r.question = i.target), 0),
              type, topic, difficulty, stem, options, answer, law, law_version, article, quote, explanation, pictures, $3, $4,
              case fate when 'new' then '' else $5 end
            from preview_item i where upload = $1 and fate in ('new', 'changed') order by i.number""";
    /** Only those that questions now show; the others go with the file. */
    private static final String PICTURES = """
            insert into picture (hash, type, width, height, content)
            select p.hash, p.type, p.width, p.height, p.content from preview_picture p
            where p.upload = $1 and p.hash in (
              select shown ->> 'hash' from preview_item i, jsonb_array_elements(i.pictures) shown
              where i.upload = $1 and i.fate in ('new', 'changed'))
            on conflict (hash) do nothing""";
    private static final String STEPS = """
            insert into question_step (bank, question, from_state, to_state, actor, reason, at)
            select q.bank, q.code, q.state, 'draft', $3, $5, $4
            from preview_item i join question q on q.bank = $2 and q.code = i.target
            where i.upload = $1 and i.fate = 'changed' and q.state <> 'draft'""";
    private static final String REDRAFT = """
            update question q set state = 'draft' from preview_item i
            where i.upload = $1 and i.fate = 'changed' and q.bank = $2 and q.code = i.target and q.state <> 'draft'""";
    private static final String FATE_COUNTS = """
            select fate, count(*) from preview_item where upload = $1 and fate is not null group by fate""";

    /** How many items met each fate: new, changed, unchanged, retired. */
    Future<Map<String, Integer>> save(Tx tx, UUID upload, Bank bank, String actor, String reason, Instant now) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        return tx.update(PUT_BANK, bank.code(), bank.title(), bank.law(), bank.version())
                .compose(locked -> tx.update(CLEAR, upload))
                .compose(clear -> tx.update(OWN_IDS, upload))
                .compose(own -> tx.update(NEW_IDS, upload, bank.code()))
                .compose(ids -> tx.update(FATES, upload, bank.code()))
                .compose(fates -> tx.update(QUESTIONS, upload, bank.code()))
                .compose(questions -> tx.update(PICTURES, upload))
                .compose(pictures -> tx.update(REVISIONS, upload, bank.code(), actor, at, reason))
                .compose(revised -> tx.update(STEPS, upload, bank.code(), actor, at, reason))
                .compose(steps -> tx.update(REDRAFT, upload, bank.code()))
                .compose(done -> tx.list(FATE_COUNTS,
                        row -> Map.entry(row.getString(0), row.getLong(1).intValue()), upload))
                .map(rows -> {
                    var counts = new HashMap<String, Integer>();
                    rows.forEach(row -> counts.put(row.getKey(), row.getValue()));
                    return counts;
                });
    }
}
