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
import org.pufa.bank.picture.PictureJson;
import org.pufa.db.Tx;

/** The rows of banks, questions and their revisions. */
final class BankStore {

    private static final String PUT = """
            insert into bank (code, title, law, law_version) values ($1, $2, $3, $4)
            on conflict (code) do update
              set title = excluded.title, law = excluded.law, law_version = excluded.law_version""";
    private static final String BANK = "select code, title, law, law_version from bank where code = $1";
    private static final String ADD_QUESTIONS =
            "insert into question (bank, code, state) select $1, unnest($2::text[]), $3";
    private static final String ADD_REVISION = """
            insert into question_revision (bank, question, number, type, topic, difficulty, stem, options, answer,
              law, law_version, article, quote, explanation, created_by, created_at, reason, pictures)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)""";
    private static final String REVISION = """
            select r.id, r.bank, r.question, r.number, r.type, r.topic, r.difficulty, r.stem, r.options, r.answer,
              r.law, r.law_version, r.article, r.quote, r.explanation, r.created_by, r.created_at,
              r.reason, r.pictures
            """;
    private static final String BY_IDS = REVISION + """
            from question_revision r join unnest($1::bigint[]) with ordinality as wanted(id, place) on wanted.id = r.id
            order by wanted.place""";
    private static final String HISTORY = REVISION + """
            from question_revision r where r.bank = $1 and r.question = $2 order by r.number desc""";
    private static final String LATEST = REVISION + """
            , q.state, exists (select from question_flag f
                where f.bank = q.bank and f.question = q.code and f.settled_at is null) as flagged
            from question q
            cross join lateral (select * from question_revision latest
              where latest.bank = q.bank and latest.question = q.code order by latest.number desc limit 1) r
            where q.bank = $1
            """;
    private static final String QUESTION = LATEST + "and q.code = $2";
    private static final String QUESTIONS = LATEST + """
            and ($2::text is null or r.type = $2)
              and ($3::text is null or r.topic = $3)
              and ($4::int is null or r.difficulty = $4)
              and ($5::text is null or position($5 in r.stem) > 0 or position($5 in q.code) > 0
                or exists (select from jsonb_array_elements(r.options) o where position($5 in o ->> 'text') > 0))
              and ($6::text is null or r.law = $6)
              and ($7::text is null or starts_with(r.article, $7))
              and ($8::text is null or q.state = $8)
            order by q.code""";
    private static final String SUMMARIES = """
            with latest as (
              select distinct on (r.bank, r.question) r.bank, r.question, r.type, r.topic, r.created_at
              from question_revision r order by r.bank, r.question, r.number desc),
            topics as (
              select bank, topic, min(question) as first from latest group by bank, topic),
            rows as (
              select l.*, q.state, q.state = 'in_use' and not exists (select from question_flag f where f.bank = q.bank
                  and f.question = q.code and f.settled_at is null) as usable
              from latest l join question q on q.bank = l.bank and q.code = l.question)
            select b.code, b.title, b.law, b.law_version,
              count(*) filter (where l.type = 'single' and l.usable) as single,
              count(*) filter (where l.type = 'multiple' and l.usable) as multiple,
              count(*) filter (where l.type = 'judge' and l.usable) as judge,
              count(*) filter (where l.state in ('draft', 'reviewed')) as waiting,
              count(*) filter (where l.state = 'in_use' and not l.usable) as flagged,
              count(*) filter (where l.state = 'retired') as retired, max(l.created_at) as changed_at,
              (select array_agg(topic order by first) from topics where topics.bank = b.code) as topics
            from bank b join rows l on l.bank = b.code
            where $1::text is null or b.unit = $1
            group by b.code order by b.code""";
    private static final String UNIT_OF = "select unit from bank where code = $1";
    private static final String ASSIGN = "update bank set unit = $2 where code = $1";
    private static final String ALL = "select code, title, law, law_version, unit from bank order by code";
    private static final String SETTLE_FLAGS = """
            update question_flag f set settled_by = $3, settled_at = $4
            from law_version v, question_revision r
            where f.bank = $1 and f.question = any($2) and f.settled_at is null and v.id = f.version
              and r.bank = f.bank and r.question = f.question
              and r.number = (select max(number) from question_revision m where m.bank = f.bank and m.question = f.question)
              and (r.law <> v.law or exists (select from law_version w where w.law = v.law and w.in_force
                and (w.label = r.law_version or position(w.version_date::text in r.law_version) > 0)))""";

    /** Also holds the bank, so that two loads of it come one after the other. */
    Future<Void> put(Tx tx, Bank bank) {
        return tx.update(PUT, bank.code(), bank.title(), bank.law(), bank.version()).mapEmpty();
    }

    Future<Optional<Bank>> bank(Tx tx, String code) {
        return tx.one(BANK, BankStore::bank, code);
    }

    Future<Void> addQuestions(Tx tx, String bank, List<String> ids, QuestionState state) {
        return tx.update(ADD_QUESTIONS, bank, ids.toArray(String[]::new), state.code()).mapEmpty();
    }

    /** Also settles the flags of questions that now rest on the version that had touched them. */
    Future<Void> addRevisions(Tx tx, String bank, List<NewRevision> revisions, String actor, Instant now) {
        var changed = revisions.stream().filter(revision -> revision.number() > 1)
                .map(revision -> revision.question().id()).toArray(String[]::new);
        return tx.batch(ADD_REVISION, revisions.stream().map(revision -> tuple(bank, revision, actor, now)).toList())
                .compose(added -> tx.update(SETTLE_FLAGS, bank, changed, actor, now.atOffset(ZoneOffset.UTC)))
                .mapEmpty();
    }

    private static Tuple tuple(String bank, NewRevision revision, String actor, Instant now) {
        Question question = revision.question();
        var options = new JsonArray();
        question.options().forEach(option -> options.add(new JsonObject().put("letter", option.letter())
                .put("text", option.text())));
        var citation = question.citation();
        return Tuple.from(List.of(bank, question.id(), revision.number(), question.type().code(), question.topic(),
                question.difficulty(), question.stem(), options, question.answer().toArray(String[]::new),
                citation.law(), citation.version(), citation.article(), question.quote(), question.explanation(),
                actor, now.atOffset(ZoneOffset.UTC), revision.reason(), PictureJson.of(question.pictures())));
    }

    Future<List<QuestionRow>> questions(Tx tx, String bank, QuestionFilter filter) {
        return tx.list(QUESTIONS, BankStore::row, bank, filter.type().map(QuestionType::code).orElse(null),
                filter.topic().orElse(null), filter.difficulty().orElse(null), filter.words().orElse(null),
                filter.law().orElse(null), filter.article().orElse(null),
                filter.state().map(QuestionState::code).orElse(null));
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

    Future<List<BankSummary>> summaries(Tx tx, Optional<String> unit) {
        return tx.list(SUMMARIES, BankStore::summary, unit.orElse(null));
    }

    Future<Optional<Optional<String>>> unitOf(Tx tx, String bank) {
        return tx.one(UNIT_OF, row -> Optional.ofNullable(row.getString(0)), bank);
    }

    Future<Void> assign(Tx tx, String bank, Optional<String> unit) {
        return tx.update(ASSIGN, bank, unit.orElse(null)).mapEmpty();
    }

    Future<List<OwnedBank>> owned(Tx tx) {
        return tx.list(ALL, row -> new OwnedBank(bank(row), Optional.ofNullable(row.getString("unit"))));
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
        return new BankSummary(bank(row), inUse, row.getLong("waiting").intValue(),
                row.getLong("flagged").intValue(), row.getLong("retired").intValue(), List.of(row.getArrayOfStrings("topics")),
                row.get(OffsetDateTime.class, "changed_at").toInstant());
    }

    private static QuestionRow row(Row row) {
        return new QuestionRow(revision(row), QuestionState.parse(row.getString("state")).orElseThrow(),
                row.getBoolean("flagged"));
    }

    private static QuestionRevision revision(Row row) {
        return new QuestionRevision(row.getLong("id"), row.getString("bank"), row.getInteger("number"), question(row),
                row.getString("created_by"), row.get(OffsetDateTime.class, "created_at").toInstant(),
                row.getString("reason"));
    }

    private static Question question(Row row) {
        var options = row.getJsonArray("options").stream().map(JsonObject.class::cast)
                .map(option -> new Question.Option(option.getString("letter"), option.getString("text"))).toList();
        return new Question(row.getString("question"), QuestionType.parse(row.getString("type")).orElseThrow(),
                row.getString("topic"), row.getInteger("difficulty"), row.getString("stem"), options,
                List.of(row.getArrayOfStrings("answer")), citation(row), row.getString("quote"),
                row.getString("explanation"), PictureJson.read(row.getJsonArray("pictures")));
    }

    private static Citation citation(Row row) {
        String article = row.getString("article");
        return article.isEmpty() ? Citation.NONE
                : new Citation(row.getString("law"), row.getString("law_version"), article);
    }
}
