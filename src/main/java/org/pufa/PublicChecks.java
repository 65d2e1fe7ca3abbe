package org.pufa;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.pufa.audit.AuditLog;
import org.pufa.campaign.State;
import org.pufa.settings.Check;
import org.pufa.settings.SiteSettings;
import org.pufa.staff.Administrators;
import org.pufa.web.Site;

/** What should be so before this platform goes public, looked up in configuration, settings and campaigns. */
final class PublicChecks {

    private static final String SETTINGS = "/console/settings";
    /** A check of the audit log is good for so long. */
    private static final Duration VERIFIED = Duration.ofDays(31);
    private static final Set<State> OVER = Set.of(State.CLOSED, State.CERTIFIED);

    private final Config config;
    private final House house;
    private final SiteSettings settings;
    private final Clock clock;

    PublicChecks(Config config, House house, SiteSettings settings, Clock clock) {
        this.clock = clock;
        this.config = config;
        this.house = house;
        this.settings = settings;
    }

    List<Check> all() {
        return List.of(
                new Check("https", "#https", () -> Future.succeededFuture(config.publicUrl()
                        .filter(url -> "https".equalsIgnoreCase(url.getScheme())).isPresent())),
                ofSite("registered", "#site.icp", site -> isFilled(site.icp(), site.publicSecurity())),
                ofSite("code", "#site.code", site -> isFilled(site.siteCode())),
                ofSite("contact", "#site.organizer", site -> isFilled(site.organizer().zh(), site.phone())),
                new Check("privacy", SETTINGS + "#site.privacy-contact", () ->
                        Future.succeededFuture(isFilled(settings.privacyContact()))),
                ofSite("feedback", "#site.feedback", site -> isFilled(site.feedbackUrl())),
                new Check("backup", SETTINGS + "#site.backup", () ->
                        Future.succeededFuture(isFilled(settings.backup()))),
                new Check("factor", "/console/staff", () ->
                        house.database().read(Administrators::haveSecondFactor)),
                new Check("audit", "/console/audit/check", this::auditIsVerified),
                new Check("two-persons", "#two-persons", () -> Future.succeededFuture(config.secondPerson())),
                new Check("samples", "/console/campaigns", this::noSampleIsOpen));
    }

    private Check ofSite(String code, String field, Predicate<Site> done) {
        return new Check(code, SETTINGS + field, () -> Future.succeededFuture(done.test(settings.site())));
    }

    private static boolean isFilled(String... texts) {
        return List.of(texts).stream().noneMatch(String::isBlank);
    }

    private Future<Boolean> auditIsVerified() {
        return house.database().read(tx -> house.audit().latest(tx, "audit.verify", "audit")).map(event -> event
                .filter(one -> one.at().plus(VERIFIED).isAfter(clock.instant()))
                .filter(one -> new JsonObject(one.details()).getBoolean("sound")).isPresent());
    }

    private Future<Boolean> noSampleIsOpen() {
        return house.desk().all().map(all -> all.stream().noneMatch(row -> row.createdBy().equals(AuditLog.SYSTEM)
                && row.pinned().isPresent() && !OVER.contains(row.state())));
    }
}
