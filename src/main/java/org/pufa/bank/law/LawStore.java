package org.pufa.bank.law;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pufa.db.Tx;

/** The rows of laws, their versions and articles, and of the questions that an amendment touched. */
final class LawStore {

    private static final String LAWS = "select name, title from law order by name";
    private static final String VERSION = """
            select v.id, v.law, v.label, v.version_date, v.articles, v.in_force,
              exists (select from law_article a where a.version = v.id) as with_text
            from law_version v
            """;
    private static final String VERSIONS = VERSION + "order by v.law, v.version_date desc, v.id desc";
    private static final String FIND_VERSION = VERSION + "where v.id = $1";
    private static final String ARTICLES = """
            select a.version, a.number, a.inserted, a.chapter, a.lines
            from law_article a join law_version v on v.id = a.version where $1::bigint is null and v.in_force or v.id = $1
            order by a.version, a.number, a.inserted""";
    private static final String ADD_LAW = """
            insert into law (name, title) values ($1, $2)
            on conflict (name) do update set title = excluded.title""";
    private static final String PUT_OUT_OF_FORCE =
            "update law_version set in_force = false where law = $1 and in_force";
    private static final String ADD_VERSION = """
            insert into law_version (law, label, version_date, articles, in_force, loaded_by, loaded_at)
            values ($1, $2, $3, $4, $5, $6, $7) on conflict (law, label) do nothing returning id""";
    private static final String DROP_TEXT = "delete from law_article where version = $1";
    private static final String ADD_ARTICLE = """
            insert into law_article (version, number, inserted, chapter, lines) values ($1, $2, $3, $4, $5)""";
    private static final String FLAG = """
            insert into question_flag (bank, question, version, raised_at)
            select q.bank, q.code, $2, $4
            from question q
            cross join lateral (select law, law_version from question_revision r
              where r.bank = q.bank and r.question = q.code order by number desc limit 1) latest
            where latest.law = $1 and latest.law_version <> $3 and position($5 in latest.law_version) = 0
            on conflict do nothing""";
    private static final String FLAGGED = """
            select f.bank, f.question, f.version, f.raised_at, r.stem, r.law, r.law_version, r.article, v.label
            from question_flag f join law_version v on v.id = f.version
            cross join lateral (select * from question_revision latest
              where latest.bank = f.bank and latest.question = f.question order by number desc limit 1) r
            where f.settled_at is null and ($1::text is null or v.law = $1)
              and ($2::text is null or exists (select from bank b where b.code = f.bank and b.unit = $2))
            order by f.bank, f.question""";

    Future<List<Law>> laws(Tx tx) {
        return tx.list(LAWS, row -> new Law(row.getString(0), row.getString(1)));
    }

    Future<List<LawVersion>> versions(Tx tx) {
        return tx.list(VERSIONS, LawStore::version);
    }

    Future<Optional<LawVersion>> version(Tx tx, long id) {
        return tx.one(FIND_VERSION, LawStore::version, id);
    }

    /** The articles of one version, or of all versions in force when none is named. */
    Future<Map<Long, List<Article>>> articles(Tx tx, Long version) {
        return tx.list(ARTICLES, row -> Map.entry(row.getLong("version"), article(row)), version).map(rows -> {
            Map<Long, List<Article>> texts = new HashMap<>();
            rows.forEach(row -> texts.computeIfAbsent(row.getKey(), id -> new ArrayList<>()).add(row.getValue()));
            return texts;
        });
    }

    Future<Void> addLaw(Tx tx, Law law) {
        return tx.update(ADD_LAW, law.name(), law.title()).mapEmpty();
    }

    Future<Void> putOutOfForce(Tx tx, String law) {
        return tx.update(PUT_OUT_OF_FORCE, law).mapEmpty();
    }

    /** The id of the new version; nothing when the law has one of that label. */
    Future<Optional<Long>> addVersion(Tx tx, LawVersion version, String actor, Instant now) {
        return tx.one(ADD_VERSION, row -> row.getLong(0), version.law(), version.label(), version.date(),
                version.articles(), version.inForce(), actor, utc(now));
    }

    Future<Void> replaceText(Tx tx, long version, List<Article> articles) {
        return tx.update(DROP_TEXT, version).compose(dropped -> tx.batch(ADD_ARTICLE, articles.stream()
                .map(article -> Tuple.of(version, article.number().number(), article.number().inserted(),
                        article.chapter(), article.lines().toArray(String[]::new))).toList()));
    }

    /** Flags the questions that cite another version of the law. @return how many */
    Future<Integer> flag(Tx tx, LawVersion version, Instant now) {
        return tx.update(FLAG, version.law(), version.id(), version.label(), utc(now),
                version.date().toString());
    }

    Future<List<Flagged>> flagged(Tx tx, String law, String unit) {
        return tx.list(FLAGGED, row -> new Flagged(row.getString("bank"), row.getString("question"),
                row.getString("stem"), row.getString("law"), row.getString("law_version"), row.getString("article"),
                row.getLong("version"), row.getString("label"),
                row.get(OffsetDateTime.class, "raised_at").toInstant()), law, unit);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static LawVersion version(Row row) {
        return new LawVersion(row.getLong("id"), row.getString("law"), row.getString("label"),
                row.getLocalDate("version_date"), row.getInteger("articles"), row.getBoolean("in_force"),
                row.getBoolean("with_text"));
    }

    private static Article article(Row row) {
        return new Article(new ArticleNumber(row.getInteger("number"), row.getInteger("inserted")),
                row.getString("chapter"), List.of(row.getArrayOfStrings("lines")));
    }
}
