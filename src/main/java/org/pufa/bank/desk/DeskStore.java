package org.pufa.bank.desk;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.pufa.bank.QuestionState;
import org.pufa.db.Tx;

/** The rows of what happened to questions. */
final class DeskStore {

    private static final String LOCK = "select 1 from question where bank = $1 and code = $2 for update";
    private static final String MOVE = "update question set state = $3 where bank = $1 and code = $2";
    private static final String ADD_STEP = """
            insert into question_step (bank, question, from_state, to_state, actor, reason, at)
            values ($1, $2, $3, $4, $5, $6, $7)""";
    private static final String STEPS = """
            select from_state, to_state, actor, reason, at from question_step
            where bank = $1 and question = $2 order by id desc""";

    Future<Void> lock(Tx tx, String bank, String question) {
        return tx.one(LOCK, row -> row, bank, question).mapEmpty();
    }

    Future<Void> move(Tx tx, String bank, String question, QuestionStep step) {
        return tx.update(MOVE, bank, question, step.to().code()).compose(moved -> tx.update(ADD_STEP, bank, question,
                step.from().code(), step.to().code(), step.actor(), step.reason(), utc(step.at()))).mapEmpty();
    }

    Future<List<QuestionStep>> steps(Tx tx, String bank, String question) {
        return tx.list(STEPS, row -> new QuestionStep(state(row.getString(0)), state(row.getString(1)),
                row.getString(2), row.getString(3), row.get(OffsetDateTime.class, 4).toInstant()), bank, question);
    }

    private static QuestionState state(String code) {
        return QuestionState.parse(code).orElseThrow();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
