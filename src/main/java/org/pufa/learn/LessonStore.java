package org.pufa.learn;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pufa.db.Tx;
import org.pufa.kernel.Slug;

/** The rows of learning pages. */
final class LessonStore {

    /** Nodes that keep what is published in memory listen to this. */
    static final String NOTIFICATIONS = "pufa_learn";

    private static final String CREATE = """
            insert into lesson (slug, unit, revision, created_by, created_at) values ($1, $2, 1, $3, $4)
            on conflict (slug) do nothing returning id""";
    private static final String ADD = """
            insert into lesson_revision (lesson_id, number, status, version, sort, title, summary, body, cites,
              questions, audience, campaigns, pictures, cited, writers, changed_by, changed_at)
            values ($1, $2, 'draft', 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, '[]', array[$12], $12, $13)""";
    private static final String LATEST = "update lesson set revision = $2 where id = $1";
    private static final String LOCK = "select from lesson where id = $1 for update";
    private static final String COLUMNS = """
            select l.id, l.slug, l.unit, l.published, w.reason, w.withdrawn_by, w.withdrawn_at, r.number, r.status,
              r.version, r.sort, r.title, r.summary, r.body, r.cites, r.questions, r.audience, r.campaigns, r.pictures,
              r.cited, r.writers, r.changed_by, r.changed_at
            from lesson l left join lesson_withdrawal w on w.lesson_id = l.id
            """;
    private static final String ON_LATEST = "join lesson_revision r on r.lesson_id = l.id and r.number = l.revision ";
    private static final String ON_PUBLISHED = "join lesson_revision r on r.lesson_id = l.id and r.number = l.published ";
    private static final String ONE = COLUMNS + ON_LATEST + "where l.id = $1";
    private static final String ALL = COLUMNS + ON_LATEST + """
            where $1::text is null or l.unit = $1 order by r.changed_at desc, l.id desc limit 2000""";
    private static final String PUBLISHED = COLUMNS + ON_PUBLISHED + """
            cross join lateral (select max(s.taken_at) as at from lesson_step s
              where s.lesson_id = l.id and s.revision = r.number and s.step = 'publish') s
            order by s.at desc, l.id desc""";
    private static final String PUBLISHED_AT = """
            select l.id, max(s.taken_at) from lesson l
            join lesson_step s on s.lesson_id = l.id and s.revision = l.published and s.step = 'publish' group by l.id""";
    private static final String AT_REVISION = COLUMNS + """
            join lesson_revision r on r.lesson_id = l.id where l.id = $1 and r.number = $2""";
    private static final String GONE = """
            select w.reason from lesson l join lesson_withdrawal w on w.lesson_id = l.id
            where l.slug = $1 and l.published is null
              and exists (select from lesson_step s where s.lesson_id = l.id and s.step = 'publish')""";
    private static final String SAVE = """
            update lesson_revision set version = version + 1, sort = $3, title = $4, summary = $5, body = $6,
              cites = $7, questions = $8, audience = $9, campaigns = $10, pictures = $11,
              writers = case when $12 = any(writers) then writers else writers || $12 end, changed_by = $12,
              changed_at = $13
            where lesson_id = $1 and number = $2""";
    private static final String MOVE = "update lesson_revision set status = $3 where lesson_id = $1 and number = $2";
    private static final String CITED = "update lesson_revision set cited = $3 where lesson_id = $1 and number = $2";
    private static final String PUBLISH = "update lesson set published = $2 where id = $1";
    private static final String STEP = """
            insert into lesson_step (lesson_id, revision, step, actor, note, taken_at) values ($1, $2, $3, $4, $5, $6)""";
    private static final String STEPS = """
            select step, revision, actor, note, taken_at from lesson_step where lesson_id = $1 order by id desc""";
    private static final String WITHDRAW = """
            insert into lesson_withdrawal (lesson_id, reason, withdrawn_by, withdrawn_at) values ($1, $2, $3, $4)
            on conflict (lesson_id) do update set reason = $2, withdrawn_by = $3, withdrawn_at = $4""";
    private static final String RESTORE = "delete from lesson_withdrawal where lesson_id = $1";
    private static final String UNIT_OF = "select unit from lesson where id = $1";
    private static final String ASSIGN = "update lesson set unit = $2 where id = $1";
    private static final String ANY = "select exists (select from lesson)";

    /** Nothing when the slug is taken. */
    Future<Optional<Long>> create(Tx tx, Slug slug, Optional<String> unit, String actor, Instant now) {
        return tx.one(CREATE, row -> row.getLong(0), slug.value(), unit.orElse(null), actor, utc(now));
    }

    /** Adds a revision, which is then the latest. */
    Future<Void> add(Tx tx, long id, int number, LessonText text, String actor, Instant now) {
        return tx.update(ADD, id, number, text.sort().code(), text.title(), text.summary(), text.body(), text.cites(),
                        text.questions(), text.audience(), text.campaigns().toArray(String[]::new), pictures(text), actor,
                        utc(now)).compose(added -> tx.update(LATEST, id, number)).mapEmpty();
    }

    Future<Void> save(Tx tx, long id, int number, LessonText text, String actor, Instant now) {
        return tx.update(SAVE, id, number, text.sort().code(), text.title(), text.summary(), text.body(), text.cites(),
                text.questions(), text.audience(), text.campaigns().toArray(String[]::new), pictures(text), actor,
                utc(now)).mapEmpty();
    }

    private static JsonArray pictures(LessonText text) {
        var array = new JsonArray();
        text.pictures().forEach(picture -> array.add(picture.json()));
        return array;
    }

    Future<Optional<Lesson>> find(Tx tx, long id) {
        return tx.one(ONE, LessonStore::lesson, id);
    }

    /** The same, which nobody else changes until the transaction ends. */
    Future<Optional<Lesson>> lock(Tx tx, long id) {
        return tx.one(LOCK, row -> row, id).compose(locked -> find(tx, id));
    }

    /** A page with another of its revisions. */
    Future<Optional<Lesson>> at(Tx tx, long id, int number) {
        return tx.one(AT_REVISION, LessonStore::lesson, id, number);
    }

    /** @param unit to which they belong; nothing for all */
    Future<List<Lesson>> all(Tx tx, Optional<String> unit) {
        return tx.list(ALL, LessonStore::lesson, unit.orElse(null));
    }

    /** Those that citizens read, each with the revision that they read, the latest first. */
    Future<List<Lesson>> published(Tx tx) {
        return tx.list(PUBLISHED, LessonStore::lesson);
    }

    /** When what citizens read was published, by the id of the page. */
    Future<Map<Long, Instant>> publishedAt(Tx tx) {
        return tx.list(PUBLISHED_AT, row -> Map.entry(row.getLong(0), row.get(OffsetDateTime.class, 1).toInstant()))
                .map(all -> all.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Why a page that citizens once read is gone; nothing for one that they never read or still do. */
    Future<Optional<String>> gone(Tx tx, Slug slug) {
        return tx.one(GONE, row -> row.getString(0), slug.value());
    }

    Future<Void> move(Tx tx, long id, int number, LessonStatus status) {
        return tx.update(MOVE, id, number, status.code()).mapEmpty();
    }

    Future<Void> cite(Tx tx, long id, int number, List<Cite> cited) {
        var array = new JsonArray();
        cited.forEach(cite -> array.add(cite.json()));
        return tx.update(CITED, id, number, array).mapEmpty();
    }

    /** @param number null for none */
    Future<Void> publish(Tx tx, long id, Integer number) {
        return tx.update(PUBLISH, id, number).mapEmpty();
    }

    Future<Void> step(Tx tx, long id, LessonStep step) {
        return tx.update(STEP, id, step.revision(), step.sort().code(), step.actor(), step.note(), utc(step.at()))
                .mapEmpty();
    }

    /** The latest first. */
    Future<List<LessonStep>> steps(Tx tx, long id) {
        return tx.list(STEPS, row -> new LessonStep(LessonStep.Sort.of(row.getString("step")),
                row.getInteger("revision"), row.getString("actor"), row.getString("note"),
                row.get(OffsetDateTime.class, "taken_at").toInstant()), id);
    }

    Future<Void> withdraw(Tx tx, long id, String reason, String actor, Instant now) {
        return tx.update(WITHDRAW, id, reason, actor, utc(now)).mapEmpty();
    }

    Future<Void> restore(Tx tx, long id) {
        return tx.update(RESTORE, id).mapEmpty();
    }

    Future<Optional<Optional<String>>> unitOf(Tx tx, long id) {
        return tx.one(UNIT_OF, row -> Optional.ofNullable(row.getString(0)), id);
    }

    Future<Void> assign(Tx tx, long id, Optional<String> unit) {
        return tx.update(ASSIGN, id, unit.orElse(null)).mapEmpty();
    }

    Future<Boolean> any(Tx tx) {
        return tx.get(ANY, row -> row.getBoolean(0));
    }

    /** All nodes read anew what is published once the transaction commits. */
    Future<Void> tellOthers(Tx tx) {
        return tx.one("select pg_notify('" + NOTIFICATIONS + "', '')", row -> row).mapEmpty();
    }

    private static Lesson lesson(Row row) {
        var withdrawal = Optional.ofNullable(row.getString("reason")).map(reason -> new Lesson.Withdrawal(reason,
                row.getString("withdrawn_by"), row.get(OffsetDateTime.class, "withdrawn_at").toInstant()));
        return new Lesson(row.getLong("id"), new Slug(row.getString("slug")), Optional.ofNullable(row.getString("unit")),
                revision(row), Optional.ofNullable(row.getInteger("published")), withdrawal);
    }

    private static LessonRevision revision(Row row) {
        var text = new LessonText(LessonSort.parse(row.getString("sort")).orElseThrow(), row.getString("title"),
                row.getString("summary"), row.getString("body"), row.getString("cites"), row.getString("questions"),
                row.getString("audience"), List.of(row.getArrayOfStrings("campaigns")),
                all(row.getJsonArray("pictures"), LessonPicture::read));
        return new LessonRevision(row.getInteger("number"), LessonStatus.of(row.getString("status")),
                row.getInteger("version"), text, all(row.getJsonArray("cited"), Cite::read),
                List.of(row.getArrayOfStrings("writers")), row.getString("changed_by"),
                row.get(OffsetDateTime.class, "changed_at").toInstant());
    }

    private static <T> List<T> all(JsonArray array, Function<JsonObject, T> reader) {
        return array.stream().map(JsonObject.class::cast).map(reader).toList();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
