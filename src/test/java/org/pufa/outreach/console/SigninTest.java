package org.pufa.outreach.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.support.Browser;
import org.pufa.support.TestDatabase;

class SigninTest {

    private static final String LIST = "/console/outreach/gatherings";
    private static final Instant BEFORE = Instant.parse("2026-11-24T00:30:00Z");
    private static final Instant FIRST = Instant.parse("2026-11-24T01:30:00Z");
    private static final Instant SECOND = Instant.parse("2026-11-24T06:30:00Z");
    private static final Instant AFTER = Instant.parse("2026-11-25T01:00:00Z");

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static Office office;

    @BeforeAll
    static void open() {
        office = new Office(DATABASE);
    }

    @BeforeEach
    void inTheMorning() {
        office.console.clock.set(BEFORE);
        office.ana = office.console.signedIn("ana");
        office.bob = office.console.signedIn("bob");
    }

    /** The page of a gathering with a morning and an afternoon. */
    private static String gathering(String name) {
        office.ana.get(LIST);
        var made = office.ana.post(LIST, "name", name, "place", "三楼会议室", "label", "上午场", "opens", "2026-11-24T09:00",
                "closes", "2026-11-24T11:00", "after", "");
        String path = made.headers().firstValue("location").orElseThrow(() -> new AssertionError(made.body()));
        office.ana.post(path + "/sessions", "label", "下午场", "opens", "2026-11-24T14:00", "closes", "2026-11-24T16:00");
        return path;
    }

    /** The address of the page behind the code of that session, from 1. */
    private static String door(String gathering, int session) {
        var found = Pattern.compile("href=\"http://[^\"/]*(/s/[a-z0-9]{8})\"").matcher(office.ana.get(gathering).body());
        for (int i = 0; i < session; i++) {
            assertThat(found.find()).isTrue();
        }
        return found.group(1);
    }

    private static Browser phone() {
        return new Browser(office.console.origin());
    }

    private static int sign(Browser phone, String door) {
        phone.get(door);
        return phone.postAsIs(door + "/presence").statusCode();
    }

    private static String counts(String gathering) {
        var found = Pattern.compile("class=\"fig\">([^<]*)<").matcher(office.bob.get(gathering).body());
        var counts = new StringBuilder();
        while (found.find()) {
            counts.append(found.group(1)).append(' ');
        }
        return counts.toString().strip();
    }

    @Test
    void aPhoneCountsOnceInEachSessionAndOnceForTheWhole() {
        String gathering = gathering("仲裁员培训");
        String morning = door(gathering, 1);
        String afternoon = door(gathering, 2);
        var first = phone();
        var second = phone();
        office.console.clock.set(FIRST);
        assertThat(first.get(morning).body()).contains("仲裁员培训", "三楼会议室", "上午场", ">签到</button>");

        for (Browser phone : new Browser[] {first, first, second}) {
            assertThat(sign(phone, morning)).isEqualTo(303);
        }
        assertThat(first.get(morning).body()).contains("您已于 11月24日 9:30 签到").doesNotContain("</button>");
        office.console.clock.set(SECOND);
        sign(first, afternoon);

        office.bob = office.console.signedIn("bob");
        assertThat(counts(gathering)).isEqualTo("3 2 0");
    }

    @Test
    void outsideItsTimeNobodySignsIn() {
        String gathering = gathering("限时");
        String door = door(gathering, 1);

        assertThat(phone().get(door).body()).contains("签到还没有开始").doesNotContain("</button>");
        assertThat(sign(phone(), door)).isEqualTo(403);
        office.console.clock.set(Instant.parse("2026-11-24T03:00:00Z"));
        assertThat(phone().get(door).body()).contains("签到已经结束").doesNotContain("</button>");
        assertThat(sign(phone(), door)).isEqualTo(403);

        office.console.clock.set(BEFORE);
        assertThat(counts(gathering)).isEqualTo("0 0 0");
        assertThat(phone().get("/s/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void aBrowserWithoutCookiesCannotSignInAtAll() {
        String door = door(gathering("没有Cookie"), 1);
        office.console.clock.set(FIRST);

        var refused = phone().postAsIs(door + "/presence");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("不保存 Cookie");
    }

    @Test
    void twentyTapsAtOnceCountOnce() {
        String gathering = gathering("手快的人");
        String door = door(gathering, 1);
        office.console.clock.set(FIRST);
        var phone = phone();
        phone.get(door);
        var client = HttpClient.newHttpClient();

        var statuses = IntStream.range(0, 20).mapToObj(i -> client.sendAsync(phone.request(door + "/presence")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.noBody()).build(),
                HttpResponse.BodyHandlers.ofString())).toList().stream().map(CompletableFuture::join)
                .map(HttpResponse::statusCode).toList();

        assertThat(statuses).containsOnly(303);
        office.console.clock.set(BEFORE);
        assertThat(counts(gathering)).isEqualTo("1 1 0");
    }

    @Test
    void theSameDeviceIsAnotherOneAtTheNextGathering() {
        String one = gathering("甲会");
        String other = gathering("乙会");
        String first = door(one, 1);
        String second = door(other, 1);
        office.console.clock.set(FIRST);
        var phone = phone();
        sign(phone, first);
        sign(phone, second);

        var known = DATABASE.database().read(tx -> tx.list("""
                select p.who from gathering_presence p join gathering g on g.id = p.gathering_id
                where g.title in ('甲会', '乙会')""", row -> row.getUUID(0))).await();

        assertThat(known).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void peopleOnPaperAreTypedInAndShownApart() {
        String gathering = gathering("纸质签到");
        office.ana.get(gathering);
        assertThat(office.ana.post(gathering + "/sessions/1/sheets", "amount", "12", "note", "").statusCode()).isEqualTo(303);
        assertThat(office.ana.post(gathering + "/sessions/1/sheets", "amount", "-2", "note", "").statusCode()).isEqualTo(422);
        assertThat(office.ana.post(gathering + "/sessions/1/sheets", "amount", "-2", "note", "多数了").statusCode()).isEqualTo(303);
        assertThat(office.ana.post(gathering + "/sessions/9/sheets", "amount", "1", "note", "").statusCode()).isEqualTo(404);

        assertThat(counts(gathering)).isEqualTo("0 0 10");
        assertThat(office.ana.get(gathering + "/sessions/1/paper").body()).contains("纸质签到", "<svg class=\"qr\"", "签名");
        assertThat(office.ana.get(gathering + "/sessions/2/screen").body()).contains("下午场", "用手机扫码签到");
    }

    @Test
    void whatSignedInBecomesFiguresThatNobodyTypesAndCountsInOneRecordOnly() {
        String gathering = gathering("计入登记");
        String id = gathering.replaceAll("\\D", "");
        String first = door(gathering, 1);
        String second = door(gathering, 2);
        var phones = IntStream.range(0, 3).mapToObj(i -> phone()).toList();
        office.console.clock.set(FIRST);
        phones.forEach(phone -> sign(phone, first));
        office.console.clock.set(SECOND);
        sign(phones.get(0), second);
        office.ana = office.console.signedIn("ana");
        assertThat(office.ana.get(gathering).body()).contains("各场都结束后").doesNotContain("field?gathering=");

        office.console.clock.set(AFTER);
        office.ana = office.console.signedIn("ana");
        office.bob = office.console.signedIn("bob");
        assertThat(office.ana.get(gathering).body()).contains("field?gathering&#x3D;" + id);
        assertThat(office.ana.get(Office.FIELD + "?gathering=" + id).body()).contains("参加 3 人", "参加 4 人次",
                "value=\"计入登记\"", "value=\"2026-11-24\"");
        String record = office.enter("title", "计入登记", "kind", "training", "gathering", id, "starts", "2026-11-24",
                "amount.turns", "10", "counted.turns", "sheet", "amount.heads", "");
        office.confirm(record, 1);

        assertThat(office.ana.get(record).body()).contains("扫码签到", "3 人", "4 人次", "10 人次", "纸质签到表");
        assertThat(office.ana.get("/console/outreach/totals?year=2026").body()).contains("扫码签到 4，纸质签到表 10");
        office.ana.get(Office.FIELD);
        var again = office.ana.postFiles(Office.FIELD, List.of(), Office.form("title", "又计一次", "kind", "training",
                "gathering", id));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("这个签到已经计在第");
        String corrected = office.ana.get(record + "/correction").body();
        assertThat(corrected).contains("name=\"gathering\" value=\"" + id + "\"", "参加 3 人");
    }

    @Test
    void timesThatCannotBeAreAskedBack() {
        office.ana.get(LIST);

        assertThat(office.ana.post(LIST, "name", "", "opens", "2026-11-24T11:00", "closes", "2026-11-24T09:00").body())
                .contains("结束时间要比开始时间晚", "这一项还没有填");
        assertThat(office.ana.post(LIST, "name", "长", "opens", "2026-11-24T11:00", "closes", "2026-11-26T09:00").body())
                .contains("一场最长 24 小时");
        assertThat(office.bob.post(LIST, "name", "x").statusCode()).isEqualTo(403);
    }
}
