package org.pufa;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.staff.Doors.Door;
import org.pufa.staff.Role;
import org.pufa.support.Browser;
import org.pufa.support.Clerks;
import org.pufa.support.StaffDoor;
import org.pufa.support.TestDatabase;

/**
 * Walks every route of the console and of the staff API, as the router has them, with every role: for the whole house,
 * and bound to a unit with the ids of that unit and of another one. What is expected follows from the permission that
 * was named where the route was mounted, and from what {@code RoleTest} says of each role.
 */
class AuthorisationTest {

    private static final String OWN = "gongshu";
    private static final String OTHER = "binjiang";
    private static final Pattern PARAMETER = Pattern.compile(":([a-zA-Z0-9_]+)");
    /** Ids of things that the walk makes or finds; any other part of a path names what does not exist. */
    private static final Map<String, String> COMMON = Map.of(":username", "nobody", ":unit", "no-unit",
            ":upload", "00000000-0000-0000-0000-000000000000", ":law", "none", ":format", "xlsx");
    private static final Map<String, String> OWN_IDS = new HashMap<>(COMMON);
    private static final Map<String, String> OTHER_IDS = new HashMap<>(COMMON);

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static StaffDoor door;
    private static Clerks clerks;

    @BeforeAll
    static void open() {
        door = new StaffDoor(DATABASE);
        clerks = new Clerks(door);
        String[] slugs = door.strings("select slug from campaign order by slug");
        String[] banks = door.strings("select code from bank order by code");
        door.update("insert into unit (code, name, name_en, created_by, created_at) values ('" + OWN
                + "', '拱墅区', 'Gongshu', 'system', now()), ('" + OTHER + "', '滨江区', 'Binjiang', 'system', now())");
        owns(OWN_IDS, OWN, slugs[0], banks[0]);
        owns(OTHER_IDS, OTHER, slugs[1], banks[1]);
        entered(OWN_IDS, OWN);
        entered(OTHER_IDS, OTHER);
        for (Role role : Role.values()) {
            clerks.hire(role.code(), role.code(), "");
            if (role != Role.ADMIN) {
                clerks.hire(role.code() + "-here", role.code(), OWN);
            }
        }
    }

    private static void owns(Map<String, String> ids, String unit, String slug, String bank) {
        door.update("update campaign set unit = '" + unit + "' where slug = '" + slug + "'");
        door.update("update bank set unit = '" + unit + "' where code = '" + bank + "'");
        ids.put(":slug", slug);
        ids.put(":draft", door.strings("insert into campaign_draft (kind, body, version, unit, created_by, changed_by,"
                + " changed_at) values ('vote', '{\"kind\": \"vote\"}', 1, '" + unit
                + "', 'system', 'system', now()) returning id::text")[0]);
        ids.put(":bank", bank);
        ids.put(":question", door.strings("select code from question where bank = '" + bank + "' order by code")[0]);
    }

    /** A record of outreach, a stock of booklets, sign-in and a learning page that belong to the unit. */
    private static void entered(Map<String, String> ids, String unit) {
        door.update("""
                with o as (insert into outreach (client_key, sent_hash, unit, revision, created_by, created_at)
                  values (gen_random_uuid(), sha256(''), '%1$s', 1, 'system', now()) returning id)
                insert into outreach_revision select id, 1, false, 'event', '%1$s', '2019-12-04', '2019-12-04', '', '', '{}',
                  '{}', '{}', '{}', '', 'form', '', false, '', 'system', now() from o""".formatted(unit));
        door.update("""
                insert into outreach_title (name, measure, unit, created_by, created_at)
                values ('%1$s', 'booklets', '%1$s', 'system', now())""".formatted(unit));
        door.update("""
                insert into gathering (title, place, unit, key, created_by, created_at)
                values ('%1$s', '', '%1$s', sha256(''), 'system', now())""".formatted(unit));
        door.update("""
                with l as (insert into lesson (slug, unit, revision, created_by, created_at)
                  values ('lesson-%1$s', '%1$s', 1, 'system', now()) returning id)
                insert into lesson_revision select id, 1, 'draft', 1, 'guide', '%1$s', '', '', '', '', '', '{}', '[]', '[]',
                  '{system}', 'system', now() from l""".formatted(unit));
        ids.put(":lesson", door.strings("select id::text from lesson where unit = '" + unit + "'")[0]);
        door.update("""
                with p as (insert into plan (year, unit, programme, issuer, created_by, created_at)
                  values (2026, '%1$s', '', '%1$s', 'system', now()) returning id),
                r as (insert into plan_revision (plan_id, number, reason, opened_by, opened_at)
                  select id, 1, '', 'system', now() from p returning plan_id)
                insert into plan_task select plan_id, 1, 1, 1, 1, '%1$s', '{}', '普法', '{}', '', '', '', null, '2026-12-31',
                  '法规处', '', 'system', now() from r""".formatted(unit));
        ids.put(":plan", door.strings("select id::text from plan where unit = '" + unit + "'")[0]);
        door.update("""
                with r as (insert into report (title, from_day, last_day, unit, revision, created_by, created_at)
                  values ('%1$s', '2026-01-01', '2026-12-31', '%1$s', 1, 'system', now()) returning id)
                insert into report_snapshot (report_id, number, revision, points, taken_by, taken_at, hash)
                select id, 1, 1, '[]', 'system', now(), sha256('') from r""".formatted(unit));
        ids.put(":report", door.strings("select id::text from report where unit = '" + unit + "'")[0]);
        ids.put(":gathering", door.strings("select id::text from gathering where unit = '" + unit + "'")[0]);
        ids.put(":outreach", door.strings("select id::text from outreach where unit = '" + unit + "'")[0]);
        ids.put(":title", door.strings("select id::text from outreach_title where unit = '" + unit + "'")[0]);
    }

    @AfterAll
    static void close() {
        door.close();
    }

    private static List<Door> doors() {
        return door.staff().doors().all();
    }

    private static String name(Door one) {
        return one.method() + " " + one.path();
    }

    @Test
    void everyRouteOfTheConsoleAndOfTheStaffApiNamesItsPermissionWhereItIsMounted() {
        var routes = door.mounted().stream().map(route -> route.replaceFirst("^ANY ", "")).filter(route ->
                route.contains("/console") || route.contains("/api/v1/staff")).distinct().toList();

        assertThat(routes).hasSizeGreaterThan(50);
        assertThat(doors()).extracting(AuthorisationTest::name).containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void onlySigningInIsOpenToStrangers() {
        var open = doors().stream().filter(Door::isOpen).map(AuthorisationTest::name).toList();

        assertThat(open).allMatch(name -> name.matches("(GET|POST) (/console/(login|setup)(/.*)?|/api/v1/staff/session)"));
    }

    @Test
    void whoeverChangesNothingHasNoFormButThoseOfTheirOwnAccount() {
        var auditor = doors().stream().filter(one -> one.method() != HttpMethod.GET && !one.isOpen())
                .filter(one -> one.anyOf().stream().anyMatch(Role.AUDITOR::may)).map(AuthorisationTest::name).toList();

        assertThat(auditor).allMatch(name -> name.contains(" /console/account") || name.equals("POST /console/sign-out") || name.endsWith("/verification")
                || name.equals("DELETE /api/v1/staff/session"));
    }

    @Test
    void noDoorOpensForSomebodyWhoIsNotSignedIn() {
        var stranger = new Browser(door.origin());
        for (Door one : doors()) {
            if (one.isOpen()) {
                continue;
            }
            String path = path(one, OWN_IDS);
            if (path.startsWith("/api/")) {
                assertThat(api(one, path, "nonsense").statusCode()).as(name(one)).isEqualTo(401);
            } else {
                var answer = one.method() == HttpMethod.GET ? stranger.get(path) : stranger.post(path);
                assertThat(answer.statusCode()).as(name(one)).isEqualTo(303);
                assertThat(answer.headers().firstValue("location").orElse("")).startsWith("/console/login");
            }
        }
    }

    @Test
    void everyFormIsRefusedWithoutTheTokenOfItsPage() {
        var admin = clerks.browser("admin");
        for (Door one : doors()) {
            if (one.method() == HttpMethod.POST && !one.path().startsWith("/api/")) {
                assertThat(admin.postAsIs(path(one, OWN_IDS), "x", "y").statusCode()).as(name(one)).isEqualTo(403);
            }
        }
    }

    @Test
    void aRoleForTheWholeHouseOpensTheDoorsOfItsPermissionsAndNoOthers() {
        for (Role role : Role.values()) {
            walk(role.code(), OTHER_IDS, one -> allows(one, role, false) ? Expected.OPENS : Expected.FORBIDDEN);
        }
    }

    @Test
    void aRoleBoundToAUnitOpensTheSameDoorsForWhatIsItsOwnExceptThoseOfTheWholeHouse() {
        for (Role role : Role.values()) {
            if (role != Role.ADMIN) {
                walk(role.code() + "-here", OWN_IDS,
                        one -> allows(one, role, true) ? Expected.OPENS : Expected.FORBIDDEN);
            }
        }
    }

    @Test
    void whatBelongsToAnotherUnitDoesNotExistForARoleBoundToOne() {
        for (Role role : Role.values()) {
            if (role != Role.ADMIN) {
                walk(role.code() + "-here", OTHER_IDS, one -> !allows(one, role, true) ? Expected.FORBIDDEN
                        : isOfUnits(one) ? Expected.UNKNOWN : Expected.OPENS);
            }
        }
    }

    @Test
    void noPageShowsWhatBelongsToAnotherUnit() {
        for (Role role : Role.values()) {
            if (role == Role.ADMIN) {
                continue;
            }
            String username = role.code() + "-here";
            for (Door one : doors()) {
                if (one.method() == HttpMethod.GET && allows(one, role, true) && !isOfUnits(one)) {
                    String page = answer(username, one, OWN_IDS).body();
                    assertThat(page).as(username + " " + name(one)).doesNotContain(
                            "/campaigns/" + OTHER_IDS.get(":slug"), "\"slug\":\"" + OTHER_IDS.get(":slug"),
                            "/banks/" + OTHER_IDS.get(":bank"), "/drafts/" + OTHER_IDS.get(":draft") + '/',
                            "/outreach/" + OTHER_IDS.get(":outreach") + '"',
                            "/titles/" + OTHER_IDS.get(":title") + '"', "/plans/" + OTHER_IDS.get(":plan") + '"', "/reports/" + OTHER_IDS.get(":report") + '"',
                            "/gatherings/" + OTHER_IDS.get(":gathering") + '"',
                            "/console/learn/" + OTHER_IDS.get(":lesson") + '"');
                }
            }
        }
    }

    private enum Expected { OPENS, FORBIDDEN, UNKNOWN }

    private interface Rule {

        Expected of(Door one);
    }

    private static boolean allows(Door one, Role role, boolean bound) {
        return one.isOpen() || one.anyOf().stream().anyMatch(permission -> role.may(permission)
                && !(bound && permission.isOfHouse()));
    }

    private static boolean isOfUnits(Door one) {
        return Stream.of(":slug", ":bank", ":draft", ":outreach", ":title", ":gathering", ":lesson", ":plan", ":report")
                .anyMatch(one.path()::contains);
    }

    private static void walk(String username, Map<String, String> ids, Rule rule) {
        var wrong = new ArrayList<String>();
        for (Door one : doors()) {
            if (one.isOpen()) {
                continue;
            }
            int status = answer(username, one, ids).statusCode();
            boolean right = switch (rule.of(one)) {
                case OPENS -> !Arrays.asList(401, 403, 500).contains(status);
                case FORBIDDEN -> status == 403;
                case UNKNOWN -> status == 404;
            };
            if (!right) {
                wrong.add(username + " " + name(one) + ": " + status + ", expected " + rule.of(one));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static HttpResponse<String> answer(String username, Door one, Map<String, String> ids) {
        String path = path(one, ids);
        if (path.startsWith("/api/")) {
            return api(one, path, clerks.bearer(username));
        }
        var browser = clerks.browser(username);
        var answer = one.method() == HttpMethod.GET ? browser.get(path) : browser.post(path);
        if (!clerks.isSignedIn(username)) {
            clerks.signIn(username);
        }
        return answer;
    }

    private static HttpResponse<String> api(Door one, String path, String bearer) {
        var browser = new Browser(door.origin());
        return browser.send(browser.request(path).header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/json")
                .method(one.method().name(), BodyPublishers.ofString(new JsonObject().encode())));
    }

    private static String path(Door one, Map<String, String> ids) {
        return PARAMETER.matcher(one.path()).replaceAll(found ->
                Matcher.quoteReplacement(ids.getOrDefault(found.group(), "1")));
    }
}
