package org.pufa;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.browser.Crowd;
import org.pufa.i18n.Lang;
import org.pufa.kernel.ReceiptCode;
import org.pufa.staff.Doors.Door;
import org.pufa.support.Browser;
import org.pufa.support.Clerks;
import org.pufa.support.StaffDoor;
import org.pufa.support.TestDatabase;

/**
 * Walks every route of the console and of the staff API, as the router has them, and looks into the audit log after
 * each: whatever was accepted, taken out of the house or shown of a person who took part must be in it.
 */
class TracesTest {

    /** The action in a call that records an event, where it stands in words. */
    private static final Pattern RECORDED =
            Pattern.compile("audit\\s*\\.record\\(tx,[^\"]{1,80}\"([a-z]+\\.[a-z.-]*[a-z])\"");
    private static final Pattern PARAMETER = Pattern.compile(":([a-zA-Z0-9_]+)");
    /** What makes a form acceptable; all others are sent empty and may be refused. */
    private static final Map<String, List<String>> FORMS = Map.ofEntries(
            form("/console/units", "code", "xihu", "name", "西湖区"),
            form("/console/units/:unit", "name", "拱墅区", "english", "Gongshu"),
            form("/console/units/:unit/holdings", "sort", "slug", "id", "wage-survey"),
            form("/console/units/:unit/removals", "sort", "slug", "id", "wage-survey"),
            form("/console/staff", "display_name", "新人", "username", "xinren", "role", "editor"),
            form("/console/staff/:username/editing", "display_name", "同事", "role", "editor"),
            form("/console/staff/:username/disabling"), form("/console/staff/:username/enabling"),
            form("/console/staff/:username/invitations"),
            form("/console/campaigns/:slug/channels", "pasted", "西湖书店,xihu-shop"),
            form("/console/campaigns/:slug/verification"),
            form("/console/banks/:bank/questions/:question/moves", "move", "retire", "reason", "试一试", "expected", "1"),
            form("/console/learn/:lesson/changes"), form("/console/learn/:lesson/dropping"),
            form("/console/learn/:lesson/withdrawal", "reason", "试一试"),
            form("/console/learn/new", "title", "试一试", "slug", "try-it", "sort", "guide"),
            form("/console/sign-out"));
    private static final Map<String, String> IDS = new HashMap<>(Map.of(":username", "tongshi", ":unit", "gongshu",
            ":slug", "no-arrears-vote", ":upload", "00000000-0000-0000-0000-000000000000", ":law", "none",
            ":format", "xlsx", ":channel", "gzh"));

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static StaffDoor door;
    private static Clerks clerks;
    private static final List<String> PERSONAL = new ArrayList<>();

    private static Map.Entry<String, List<String>> form(String path, String... fields) {
        return Map.entry(path, List.of(fields));
    }

    @BeforeAll
    static void open() {
        door = new StaffDoor(DATABASE);
        clerks = new Clerks(door);
        clerks.hire("admin", "admin", "");
        clerks.hire("tongshi", "editor", "");
        door.update("insert into unit (code, name, name_en, created_by, created_at)"
                + " values ('gongshu', '拱墅区', '', 'system', now())");
        IDS.put(":bank", door.strings("select code from bank order by code")[0]);
        IDS.put(":question", door.strings("select code from question where bank = '" + IDS.get(":bank") + "'")[0]);
        var crowd = new Crowd(door.origin(), 7);
        for (String slug : List.of("no-arrears-vote", "wage-survey", "labor-contract-quiz")) {
            String receipt = crowd.takePart(slug, "");
            PERSONAL.add(receipt);
            PERSONAL.add(ReceiptCode.parse(receipt).orElseThrow().spaced());
        }
        PERSONAL.addAll(List.of(door.strings("select participant::text from entry")));
    }

    @AfterAll
    static void close() {
        door.close();
    }

    private static List<Door> doors() {
        return door.staff().doors().all().stream().filter(one -> !one.isOpen()).toList();
    }

    private static String name(Door one) {
        return one.method() + " " + one.path();
    }

    @Test
    void whateverIsSentAndAcceptedIsInTheAuditLog() {
        var accepted = new TreeSet<String>();
        for (Door one : doors()) {
            if (one.method() == HttpMethod.GET) {
                continue;
            }
            long before = last();
            int status = send(one).statusCode();
            if (status < 400) {
                accepted.add(one.path());
                assertThat(actionsSince(before)).as(name(one)).isNotEmpty();
            } else {
                assertThat(status).as(name(one)).isLessThan(500);
            }
        }
        assertThat(accepted).containsAll(FORMS.keySet());
        everyEventSoFarIsSaidInPlainWords();
    }

    @Test
    void whateverIsTakenOutOrShownOfAPersonIsInTheAuditLog() {
        var taken = new TreeSet<String>();
        var shown = new TreeSet<String>();
        for (Door one : doors()) {
            if (one.method() == HttpMethod.GET) {
                look(one, "no-arrears-vote", taken, shown);
                look(one, "wage-survey", taken, shown);
            }
        }
        assertThat(taken).contains("/console/campaigns/:slug/exports/entries.csv", "/console/audit/audit.csv",
                "/console/banks/:bank/exports/:format");
        assertThat(shown).contains("/console/campaigns/:slug/entries", "/console/campaigns/:slug/participants");
        everyEventSoFarIsSaidInPlainWords();
    }

    private static void look(Door one, String slug, TreeSet<String> taken, TreeSet<String> shown) {
        var ids = new HashMap<>(IDS);
        ids.put(":slug", slug);
        long before = last();
        var answer = answer(one, ids);
        boolean isFile = answer.headers().firstValue("content-disposition").orElse("").startsWith("attachment");
        boolean isPersonal = PERSONAL.stream().anyMatch(answer.body()::contains);
        if (isFile) {
            taken.add(one.path());
        }
        if (isPersonal) {
            shown.add(one.path());
        }
        if (isFile || isPersonal) {
            assertThat(actionsSince(before)).as(name(one) + " for " + slug).isNotEmpty();
        }
    }

    private static void everyEventSoFarIsSaidInPlainWords() {
        var actions = List.of(door.strings("select distinct action from audit_event"));
        var details = List.of(door.strings(
                "select distinct json_object_keys(details::json) from audit_event where details <> '{}'"));

        assertThat(actions).allSatisfy(action -> assertThat(isSaid("staff.audit.action." + action)).as(action).isTrue());
        assertThat(details).allSatisfy(detail -> assertThat(isSaid("staff.audit.detail." + detail)).as(detail).isTrue());
    }

    @Test
    void everyActionThatTheSourcesRecordIsSaidInPlainWords() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java/org/pufa"))) {
            var actions = new TreeSet<String>();
            for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                RECORDED.matcher(Files.readString(file)).results().forEach(found -> actions.add(found.group(1)));
            }
            assertThat(actions).hasSizeGreaterThan(20).allSatisfy(action ->
                    assertThat(isSaid("staff.audit.action." + action)).as(action).isTrue());
        }
    }

    private static boolean isSaid(String key) {
        return Arrays.stream(Lang.values()).allMatch(lang -> House.messages().has(lang, key));
    }

    /** Long enough after what came before, as people are, for the log to tell one act from the next. */
    private static long last() {
        long last = Long.parseLong(door.strings("select seq::text from audit_head")[0]);
        long until = System.currentTimeMillis() + 2;
        while (System.currentTimeMillis() < until) {
            Thread.onSpinWait();
        }
        return last;
    }

    private static List<String> actionsSince(long seq) {
        return List.of(door.strings("select action from audit_event where seq > " + seq + " and action <> 'staff.sign-in'"));
    }

    private static HttpResponse<String> send(Door one) {
        var answer = answer(one, IDS);
        if (!clerks.isSignedIn("admin")) {
            clerks.signIn("admin");
        }
        return answer;
    }

    private static HttpResponse<String> answer(Door one, Map<String, String> ids) {
        String path = PARAMETER.matcher(one.path()).replaceAll(found ->
                Matcher.quoteReplacement(ids.getOrDefault(found.group(), "1")));
        if (path.startsWith("/api/")) {
            var browser = new Browser(door.origin());
            return browser.send(browser.request(path).header("Authorization", "Bearer " + clerks.bearer("admin"))
                    .header("Content-Type", "application/json")
                    .method(one.method().name(), BodyPublishers.ofString("{}")));
        }
        var browser = clerks.browser("admin");
        return one.method() == HttpMethod.GET ? browser.get(path)
                : browser.post(path, FORMS.getOrDefault(one.path(), List.of()).toArray(String[]::new));
    }
}
