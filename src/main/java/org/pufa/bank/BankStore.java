package org.pufa.bank;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.pufa.db.Tx;

/** The rows of banks, questions and their revisions. */
final class BankStore {

    private static final String PUT = """
            insert into bank (code, title, law, law_version) values ($1, $2, $3, $4)
            on conflict (code) do update
              set title = excluded.title, law = excluded.law, law_version = excluded.law_version""";
    private static final String BANK = "select code, title, law, law_version from bank where code = $1";
    private static final String ADD_QUESTIONS = "insert into question (bank, code) select $1, unnest($2::text[])";
    private static final String ADD_REVISION = """
            insert into question_revision (bank, question, number, type, topic, difficulty, stem, options, answer,
              law, law_version, article, quote, explanation, created_by, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)""";
    private static final String REVISION = """
            select r.id, r.bank, r.question, r.number, r.type, r.topic, r.difficulty, r.stem, r.options, r.answer,
              r.law, r.law_version, r.article, r.quote, r.explanation, r.created_by, r.created_at
            """;
    private static final String BY_IDS = REVISION + """
            from question_revision r join unnest($1::bigint[]) with ordinality as wanted(id, place) on wanted.id = r.id
            order by wanted.place""";
    private static final String HISTORY = REVISION + """
            from question_revision r where r.bank = $1 and r.question = $2 order by r.number desc""";
    private static final String LATEST = REVISION + """
            , t.question is not null as retired
            from question q
            cross join lateral (select * from question_revision latest
              where latest.bank = q.bank and latest.question = q.code order by latest.number desc limit 1) r
            left join question_retirement t on t.bank = q.bank and t.question = q.code
            where q.bank = $1
            """;
    private static final String QUESTION = LATEST + "and q.code = $2";
    private static final String QUESTIONS = LATEST + """
            and ($2::text is null or r.type = $2)
              and ($3::text is null or r.topic = $3)
              and ($4::int is null or r.difficulty = $4)
              and ($5::text is null or position($5 in r.stem) > 0 or position($5 in q.code) > 0)
              and ($6::boolean is null or $6 = (t.question is not null))
            order by q.code""";
    private static final String SUMMARIES = """
            with latest as (
              select distinct on (r.bank, r.question) r.bank, r.question, r.type, r.topic, r.created_at
              from question_revision r order by r.bank, r.question, r.number desc),
            topics as (
              select bank, topic, min(question) as first from latest group by bank, topic)
            select b.code, b.title, b.law, b.law_version,
              count(*) filter (where l.type = 'single' and t.question is null) as single,
              count(*) filter (where l.type = 'multiple' and t.question is null) as multiple,
              count(*) filter (where l.type = 'judge' and t.question is null) as judge,
              count(t.question) as retired, max(l.created_at) as changed_at,
              (select array_agg(topic order by first) from topics where topics.bank = b.code) as topics
            from bank b join latest l on l.bank = b.code
            left join question_retirement t on t.bank = l.bank and t.question = l.question
            group by b.code order by b.code""";
    private static final String RETIRE = """
            insert into question_retirement (bank, question, retired_by, retired_at, reason)
            values ($1, $2, $3, $4, $5) on conflict do nothing""";
    private static final String RESTORE = "delete from question_retirement where bank = $1 and question = $2";

    /** Also holds the bank, so that two loads of it come one after the other. */
    Future<Void> put(Tx tx, Bank bank) {
        return tx.update(PUT, bank.code(), bank.title(), bank.law(), bank.version()).mapEmpty();
    }

    Future<Optional<Bank>> bank(Tx tx, String code) {
        return tx.one(BANK, BankStore::bank, code);
    }

    Future<Void> addQuestions(Tx tx, String bank, List<String> ids) {
        return tx.update(ADD_QUESTIONS, bank, ids.toArray(String[]::new)).mapEmpty();
    }

    Future<Void> addRevisions(Tx tx, String bank, List<LoadPlan.NewRevision> revisions, String actor, Instant now) {
        return tx.batch(ADD_REVISION, revisions.stream()
                .map(revision -> tuple(bank, revision.number(), revision.question(), actor, now)).toList());
    }

    private static Tuple tuple(String bank, int number, Question question, String actor, Instant now) {
        var options = new JsonArray();
        question.options().forEach(option -> options.add(new JsonObject().put("letter", option.letter())
                .put("text", option.text())));
        var citation = question.citation();
        return Tuple.from(List.of(bank, question.id(), number, question.type().code(), question.topic(),
                question.difficulty(), question.stem(), options, question.answer().toArray(String[]::new),
                citation.law(), citation.version(), citation.article(), question.quote(), question.explanation(),
                actor, now.atOffset(ZoneOffset.UTC)));
    }

    Future<List<QuestionRow>> questions(Tx tx, String bank, QuestionFilter filter) {
        return tx.list(QUESTIONS, BankStore::row, bank, filter.type().map(QuestionType::code).orElse(null),
                filter.topic().orElse(null), filter.difficulty().orElse(null), filter.words().orElse(null),
                filter.retired().orElse(null));
    }

    Future<Optional<QuestionRow>> question(Tx tx, String bank, String question) {
        return tx.one(QUESTION, BankStore::row, bank, question);
    }

    Future<List<QuestionRevision>> revisions(Tx tx, Collection<Long> ids) {
        return tx.list(BY_IDS, BankStore::revision, (Object) ids.toArray(Long[]::new));
    }

    Future<List<QuestionRevision>> history(Tx tx, String bank, String question) {
        return tx.list(HISTORY, BankStore::revision, bank, question);
    }

    Future<List<BankSummary>> summaries(Tx tx) {
        return tx.list(SUMMARIES, BankStore::summary);
    }

    /** Whether it was in use before. */
    Future<Boolean> retire(Tx tx, String bank, String question, String actor, String reason, Instant now) {
        return tx.update(RETIRE, bank, question, actor, now.atOffset(ZoneOffset.UTC), reason).map(rows -> rows == 1);
    }

    /** Whether it was retired before. */
    Future<Boolean> restore(Tx tx, String bank, String question) {
        return tx.update(RESTORE, bank, question).map(rows -> rows == 1);
    }

    private static Bank bank(Row row) {
        return new Bank(row.getString("code"), row.getString("title"), row.getString("law"),
                row.getString("law_version"));
    }

    private static BankSummary summary(Row row) {
        var inUse = new EnumMap<QuestionType, Integer>(QuestionType.class);
        for (QuestionType type : QuestionType.values()) {
            inUse.put(type, row.getLong(type.code()).intValue());
        }
        return new BankSummary(bank(row), inUse, row.getLong("retired").intValue(),
                List.of(row.getArrayOfStrings("topics")), row.get(OffsetDateTime.class, "changed_at").toInstant());
    }

    private static QuestionRow row(Row row) {
        return new QuestionRow(revision(row), row.getBoolean("retired"));
    }

    private static QuestionRevision revision(Row row) {
        return new QuestionRevision(row.getLong("id"), row.getString("bank"), row.getInteger("number"), question(row),
                row.getString("created_by"), row.get(OffsetDateTime.class, "created_at").toInstant());
    }

    private static Question question(Row row) {
        var options = row.getJsonArray("options").stream().map(JsonObject.class::cast)
                .map(option -> new Question.Option(option.getString("letter"), option.getString("text"))).toList();
        return new Question(row.getString("question"), QuestionType.parse(row.getString("type")).orElseThrow(),
                row.getString("topic"), row.getInteger("difficulty"), row.getString("stem"), options,
                List.of(row.getArrayOfStrings("answer")), new Citation(row.getString("law"),
                row.getString("law_version"), row.getString("article")), row.getString("quote"),
                row.getString("explanation"));
    }
}
