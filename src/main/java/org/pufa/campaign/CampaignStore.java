package org.pufa.campaign;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.pufa.db.Tx;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.Slug;

/** The rows of campaigns, their versions and their steps. */
final class CampaignStore {

    private static final String CREATE = """
            insert into campaign (slug, kind, state, version, unit) values ($1, $2, 'draft', 1, $3)
            on conflict (slug) do nothing returning id""";
    private static final String ADD_VERSION = """
            insert into campaign_version (campaign_id, version, source, reason, created_by, created_at)
            values ($1, $2, $3, $4, $5, $6)""";
    private static final String REPLACE_DRAFT = """
            update campaign_version v set source = $2, created_by = $3, created_at = $4
            from campaign c where c.id = $1 and v.campaign_id = c.id and v.version = c.version and c.state = 'draft'""";
    private static final String PIN = """
            update campaign_version set pinned = $3 where campaign_id = $1 and version = $2""";
    private static final String SELECT = """
            select c.id, c.slug, c.kind, c.state, c.version, c.unit, v.source, v.pinned, v.created_by, v.created_at
            from campaign c join campaign_version v on v.campaign_id = c.id and v.version = c.version""";
    private static final String ALL = SELECT + " order by c.id desc";
    private static final String OF_UNIT = SELECT + " where c.unit = $1 order by c.id desc";
    private static final String UNIT_OF = "select unit from campaign where slug = $1";
    private static final String ASSIGN = "update campaign set unit = $2 where slug = $1";
    private static final String BY_SLUG = SELECT + " where c.slug = $1";
    private static final String LOCK = SELECT + " where c.slug = $1 for update of c";
    private static final String MOVE = "update campaign set state = $2 where id = $1";
    private static final String ADD_STEP = """
            insert into campaign_step (campaign_id, step, from_state, to_state, actor, reason, at)
            values ($1, $2, $3, $4, $5, $6, $7)""";
    private static final String STEPS = """
            select step, from_state, to_state, actor, reason, at from campaign_step
            where campaign_id = $1 order by id""";
    private static final String ASK = """
            insert into campaign_request (campaign_id, step, actor, reason, at) values ($1, $2, $3, $4, $5)""";
    private static final String ASKED =
            "select step, actor, reason, at from campaign_request where campaign_id = $1 order by at";
    private static final String WITHDRAW = "delete from campaign_request where campaign_id = $1 and step = $2";
    private static final String SETTLE = "delete from campaign_request where campaign_id = $1";
    private static final String SUBMITTED = """
            insert into campaign_submission (campaign_id, source, actor, at)
            select campaign_id, source, $2, $3 from campaign_version v
            where campaign_id = $1 and version = (select version from campaign where id = $1)""";
    private static final String LAST_SUBMISSIONS = """
            select source from campaign_submission where campaign_id = $1 order by id desc limit 2""";
    private static final String NEW_VERSION = """
            insert into campaign_version (campaign_id, version, source, pinned, reason, changes, created_by, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8)""";
    private static final String TO_VERSION = "update campaign set version = $2 where id = $1";
    private static final String CORRECTIONS = """
            select version, created_at, reason, changes from campaign_version where campaign_id = $1 and version > 1
            order by version desc""";
    private static final String LAST_HALT = """
            select reason from campaign_step where campaign_id = $1 and step in ('pause', 'close')
            order by id desc limit 1""";
    private static final String NOTIFY = "select pg_notify('pufa_campaign', $1)";

    Future<Optional<CampaignId>> create(Tx tx, Slug slug, String kind, Optional<String> unit) {
        return tx.one(CREATE, row -> new CampaignId(row.getLong(0)), slug.value(), kind, unit.orElse(null));
    }

    Future<Void> addVersion(Tx tx, CampaignId id, int version, String source, String reason, String actor,
            Instant now) {
        return tx.update(ADD_VERSION, id.value(), version, source, reason, actor, utc(now)).mapEmpty();
    }

    /** Whether there was a draft to replace. */
    Future<Boolean> replaceDraft(Tx tx, CampaignId id, String source, String actor, Instant now) {
        return tx.update(REPLACE_DRAFT, id.value(), source, actor, utc(now)).map(changed -> changed == 1);
    }

    Future<Void> pin(Tx tx, CampaignId id, int version, JsonObject pinned) {
        return tx.update(PIN, id.value(), version, pinned).mapEmpty();
    }

    Future<List<CampaignRow>> all(Tx tx) {
        return tx.list(ALL, CampaignStore::row);
    }

    /** Those of one unit. */
    Future<List<CampaignRow>> ofUnit(Tx tx, String unit) {
        return tx.list(OF_UNIT, CampaignStore::row, unit);
    }

    /** The unit of a campaign; the outer value is nothing when there is none of that name. */
    Future<Optional<Optional<String>>> unitOf(Tx tx, Slug slug) {
        return tx.one(UNIT_OF, row -> Optional.ofNullable(row.getString(0)), slug.value());
    }

    Future<Void> assign(Tx tx, Slug slug, Optional<String> unit) {
        return tx.update(ASSIGN, slug.value(), unit.orElse(null)).mapEmpty();
    }

    Future<Optional<CampaignRow>> find(Tx tx, Slug slug) {
        return tx.one(BY_SLUG, CampaignStore::row, slug.value());
    }

    /** The campaign, held so that nobody else can change its state before this transaction ends. */
    Future<Optional<CampaignRow>> lock(Tx tx, Slug slug) {
        return tx.one(LOCK, CampaignStore::row, slug.value());
    }

    Future<Void> move(Tx tx, CampaignId id, StepTaken step) {
        return tx.update(MOVE, id.value(), step.to().code())
                .compose(moved -> tx.update(ADD_STEP, id.value(), step.step().code(), step.from().code(),
                        step.to().code(), step.actor(), step.reason(), utc(step.at())))
                .mapEmpty();
    }

    Future<List<StepTaken>> steps(Tx tx, CampaignId id) {
        return tx.list(STEPS, row -> new StepTaken(Step.parse(row.getString(0)).orElseThrow(),
                State.of(row.getString(1)), State.of(row.getString(2)), row.getString(3), row.getString(4),
                row.get(OffsetDateTime.class, 5).toInstant()), id.value());
    }

    /** Puts a corrected version in place of the launched one; what was pinned stays. */
    Future<Void> correct(Tx tx, CampaignRow row, String source, String reason, List<Correction.Change> changes,
            String actor, Instant now) {
        var json = new JsonArray();
        changes.forEach(change -> json.add(new JsonObject().put("path", change.path()).put("before", change.before())
                .put("after", change.after())));
        return tx.update(NEW_VERSION, row.id().value(), row.version() + 1, source, row.pinned().orElseThrow(), reason,
                json, actor, utc(now)).compose(added -> tx.update(TO_VERSION, row.id().value(), row.version() + 1))
                .mapEmpty();
    }

    /** The corrections of a launched campaign, the latest first. */
    Future<List<Correction.Made>> corrections(Tx tx, CampaignId id) {
        return tx.list(CORRECTIONS, row -> new Correction.Made(row.getInteger(0),
                row.get(OffsetDateTime.class, 1).toInstant(), row.getString(2), changes(row.getJsonArray(3))),
                id.value());
    }

    private static List<Correction.Change> changes(JsonArray json) {
        return json.stream().map(JsonObject.class::cast).map(change -> new Correction.Change(change.getString("path"),
                change.getString("before"), change.getString("after"))).toList();
    }

    /** Why it was paused or closed the last time; "" where it never was. */
    Future<String> lastHalt(Tx tx, CampaignId id) {
        return tx.one(LAST_HALT, row -> row.getString(0), id.value()).map(found -> found.orElse(""));
    }

    /** Notes that somebody asks for a step that another must confirm. */
    Future<Void> ask(Tx tx, CampaignId id, Asked asked) {
        return tx.update(ASK, id.value(), asked.step().code(), asked.actor(), asked.reason(), utc(asked.at()))
                .mapEmpty();
    }

    Future<List<Asked>> asked(Tx tx, CampaignId id) {
        return tx.list(ASKED, row -> new Asked(Step.parse(row.getString(0)).orElseThrow(), row.getString(1),
                row.getString(2), row.get(OffsetDateTime.class, 3).toInstant()), id.value());
    }

    /** Whether there was anything to take back. */
    Future<Boolean> withdraw(Tx tx, CampaignId id, Step step) {
        return tx.update(WITHDRAW, id.value(), step.code()).map(rows -> rows == 1);
    }

    /** Nothing that was asked for outlives a change of state. */
    Future<Void> settle(Tx tx, CampaignId id) {
        return tx.update(SETTLE, id.value()).mapEmpty();
    }

    /** Keeps the file as it is sent for review. */
    Future<Void> submitted(Tx tx, CampaignId id, String actor, Instant now) {
        return tx.update(SUBMITTED, id.value(), actor, utc(now)).mapEmpty();
    }

    /** What was sent for review the last two times, the latest first. */
    Future<List<String>> lastSubmissions(Tx tx, CampaignId id) {
        return tx.list(LAST_SUBMISSIONS, row -> row.getString(0), id.value());
    }

    /** Tells every node, once the transaction commits, that this campaign changed. */
    Future<Void> tellOthers(Tx tx, Slug slug) {
        return tx.one(NOTIFY, row -> row, slug.value()).mapEmpty();
    }

    private static CampaignRow row(Row row) {
        return new CampaignRow(new CampaignId(row.getLong("id")), new Slug(row.getString("slug")),
                row.getString("kind"), State.of(row.getString("state")), row.getInteger("version"),
                Optional.ofNullable(row.getString("unit")), row.getString("source"), Optional.ofNullable(row.getJsonObject("pinned")),
                row.getString("created_by"), row.get(OffsetDateTime.class, "created_at").toInstant());
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
