package org.pufa.campaign.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.staff.Doors.Door;
import org.pufa.support.Browser;
import org.pufa.support.TestDatabase;

/** Every door of the console and who may open it: A administrators, M campaign managers, U auditors. */
class PermissionMatrixTest {

    private static final String TABLE = """
            GET /console AMU
            GET /console/today AMU
            GET /console/campaigns AMU
            GET /console/campaigns/:slug AMU
            GET /console/campaigns/:slug/entries AMU
            GET /console/campaigns/:slug/participants AMU
            GET /console/campaigns/:slug/definition AMU
            GET /console/campaigns/:slug/definition.yaml AMU
            GET /console/campaigns/:slug/channels AMU
            GET /console/campaigns/:slug/exports AMU
            GET /console/campaigns/:slug/exports/entries.csv AMU
            GET /console/campaigns/:slug/exports/sheets.csv AMU
            GET /console/campaigns/:slug/exports/counts.csv AMU
            GET /console/campaigns/:slug/steps/new AM
            POST /console/campaigns/:slug/steps AM
            GET /console/campaigns/:slug/correction AM
            POST /console/campaigns/:slug/correction AM
            GET /console/campaigns/:slug/preview/:page AMU
            GET /console/drafts/new AM
            POST /console/drafts AM
            GET /console/drafts/:draft/preview/:page AM
            POST /console/drafts/:draft/submission AM
            POST /console/drafts/:draft/dropping AM
            GET /console/drafts/:draft/:step AM
            POST /console/drafts/:draft/:step AM
            GET /console/filing AM
            POST /console/filing AM
            GET /console/filing/ready/:name AM
            GET /console/banks AMU
            GET /console/banks/:bank AMU
            GET /console/banks/:bank/questions/:question AMU
            GET /console/banks/_files AM
            POST /console/banks/_files AM
            GET /console/banks/_files/:upload AM
            POST /console/banks/_files/:upload/loading AM
            POST /console/banks/_files/:upload/items/:number AM
            POST /console/banks/_files/:upload/items/:number/leaving AM
            POST /console/banks/:bank/bulk AM
            GET /console/banks/:bank/exports/:format AMU
            GET /console/banks/:bank/questions/:question/editing AM
            POST /console/banks/:bank/questions/:question/editing AM
            POST /console/banks/:bank/questions/:question/moves AM
            POST /console/banks/:bank/questions/:question/confirmation AM
            GET /console/laws AMU
            GET /console/laws/new AM
            POST /console/laws AM
            GET /console/laws/:law AMU
            GET /console/laws/:law/versions/:version AMU
            POST /console/laws/:law/versions/:version/text AM
            GET /console/staff AU
            GET /console/staff/new A
            POST /console/staff A
            GET /console/staff/:username AU
            GET /console/staff/:username/disabling A
            POST /console/staff/:username/disabling A
            POST /console/staff/:username/enabling A
            POST /console/staff/:username/invitations A
            GET /console/audit AU
            GET /console/audit/check AU
            GET /api/v1/staff/campaigns AMU
            DELETE /api/v1/staff/session AMU
            """;
    private static final Map<String, Character> LETTER = Map.of("wangmin", 'A', "chen", 'M', "lijing", 'U');

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static CampaignTown town;

    @BeforeAll
    static void open() {
        town = new CampaignTown(DATABASE, true);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static Map<String, String> table() {
        return TABLE.lines().collect(Collectors.toMap(line -> line.substring(0, line.lastIndexOf(' ')),
                line -> line.substring(line.lastIndexOf(' ') + 1), (one, other) -> one, TreeMap::new));
    }

    private static String name(Door door) {
        return door.method() + " " + door.path();
    }

    @Test
    void everyDoorStandsInTheTable() {
        assertThat(town.console.staff.doors().all()).extracting(PermissionMatrixTest::name)
                .containsExactlyInAnyOrderElementsOf(table().keySet());
    }

    @Test
    void everyDoorOpensForTheRolesOfItsRowAndForNobodyElse() {
        LETTER.forEach((username, letter) -> {
            var browser = town.console.signedIn(username);
            browser.get("/console/today");
            for (Door door : town.console.staff.doors().all()) {
                int status = status(browser, username, door);
                boolean allowed = table().get(name(door)).indexOf(letter) >= 0;
                if (allowed) {
                    assertThat(status).as(username + " " + name(door)).isNotIn(401, 403, 500);
                } else {
                    assertThat(status).as(username + " " + name(door)).isEqualTo(403);
                }
            }
        });
    }

    @Test
    void noDoorOpensForSomebodyWhoIsNotSignedIn() {
        var stranger = town.console.browser();
        for (Door door : town.console.staff.doors().all()) {
            if (door.path().startsWith("/api/")) {
                assertThat(town.console.api(door.method().name(), path(door), "nonsense").statusCode())
                        .as(name(door)).isEqualTo(401);
            } else {
                var answer = door.method() == HttpMethod.GET ? stranger.get(path(door)) : stranger.post(path(door));
                assertThat(answer.statusCode()).as(name(door)).isEqualTo(303);
                assertThat(answer.headers().firstValue("location").orElse("")).startsWith("/console/login");
            }
        }
    }

    @Test
    void everyFormIsRefusedWithoutTheTokenOfItsPage() {
        var admin = town.console.signedIn("wangmin");
        for (Door door : town.console.staff.doors().all()) {
            if (door.method() == HttpMethod.POST) {
                assertThat(admin.postAsIs(path(door), "x", "y").statusCode()).as(name(door)).isEqualTo(403);
            }
        }
    }

    private static int status(Browser browser, String username, Door door) {
        if (door.path().startsWith("/api/")) {
            return town.console.api(door.method().name(), path(door), town.console.bearer(username)).statusCode();
        }
        return (door.method() == HttpMethod.GET ? browser.get(path(door)) : browser.post(path(door))).statusCode();
    }

    private static String path(Door door) {
        return door.path().replace(":slug", "no-such-campaign").replace(":username", "nobody")
                .replace(":bank", "no-such-bank").replace(":question", "Q-1").replace(":name", "none.yaml")
                .replace(":number", "1").replace(":format", "xlsx").replace(":law", "none").replace(":version", "1")
                .replace(":upload", "00000000-0000-0000-0000-000000000000");
    }
}
