package org.pufa.kinds.quiz;

import io.vertx.core.Future;
import java.util.Map;
import java.util.stream.Collectors;
import org.pufa.bank.Fared;
import org.pufa.db.Tx;

/** How people fare on questions in quizzes, by the counts that every quiz keeps of what was picked. */
public final class QuizFared implements Fared {

    /** Keys of the counts are the letters of the picks in the alphabet's order, as those of an answer are. */
    private static final String PICKED = """
            with revisions as (
              select r.id, r.question, array_to_string(coalesce((select c.answer_after from regrade c
                where c.revision = r.id order by c.id desc limit 1), r.answer), '') as answer
              from question_revision r where r.bank = $1),
            wanted as (select array_agg('picked:' || id) as dimensions from revisions),
            picked as (
              select t.dimension, t.key, t.n from wanted w join tally t on t.dimension = any(w.dimensions)
              union all
              select u.dimension, u.key, u.n from wanted w, tally_batch b,
                unnest(b.dimensions, b.keys, b.numbers) as u(dimension, key, n) where u.dimension = any(w.dimensions))
            select r.question, sum(p.n)::bigint as answered,
              coalesce(sum(p.n) filter (where p.key = r.answer), 0)::bigint as right_ones
            from picked p join revisions r on p.dimension = 'picked:' || r.id
            group by r.question""";

    @Override
    public Future<Map<String, Facility>> of(Tx tx, String bank) {
        return tx.list(PICKED, row -> Map.entry(row.getString(0), new Facility(row.getLong(1), row.getLong(2))), bank)
                .map(rows -> rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
