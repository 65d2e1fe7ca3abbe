package org.pufa.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.audit.AuditLog;
import org.pufa.support.Browser;
import org.pufa.support.Console;
import org.pufa.support.TestDatabase;

class AuditConsoleTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    private static Console console;
    private static Browser auditor;

    @BeforeAll
    static void fill() {
        console = new Console(DATABASE, with -> List.of());
        console.account("shenji", "auditor");
        record("wangmin", "campaign.pause", "spring-quiz", Map.of("reason", "核对 100% 的题目"));
        console.clock.advance(Duration.ofDays(2));
        record("chen", "campaign.resume", "spring-quiz", Map.of("reason", "=1+1"));
        record("chen", "unit.add", "gongshu", Map.of("name", "拱墅区"));
        IntStream.range(0, 60).forEach(i -> record(AuditLog.SYSTEM, "campaign.file", "bulk-" + i, Map.of()));
        auditor = console.signedIn("shenji");
    }

    private static void record(String actor, String action, String subject, Map<String, Object> details) {
        console.database.inTx(tx -> console.audit.record(tx, actor, action, subject, details)).await();
    }

    private static String list(String query) {
        return auditor.get("/console/audit" + query).body().replaceAll("(?s).*<tbody>(.*)</tbody>.*", "$1");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void eventsAreFoundByWhoWhatWhenWhomAndWords() {
        assertThat(list("?actor=wangmin")).contains("暂停活动", "spring-quiz").doesNotContain("恢复活动");
        assertThat(list("?action=campaign.resume")).contains("恢复活动").doesNotContain("暂停活动");
        assertThat(list("?action=unit.")).contains("新建单位").doesNotContain("恢复活动");
        assertThat(list("?subject=SPRING")).contains("暂停活动", "恢复活动").doesNotContain("gongshu");
        assertThat(list("?to=2026-11-24&subject=spring")).contains("暂停活动").doesNotContain("恢复活动");
        assertThat(list("?from=2026-11-25&to=2026-11-25&subject=spring")).contains("恢复活动")
                .doesNotContain("暂停活动");
        assertThat(list("?words=" + encoded("100%"))).contains("暂停活动").doesNotContain("恢复活动");
        assertThat(list("?words=" + encoded("恢复活"))).contains("恢复活动").doesNotContain("暂停活动");
        assertThat(list("?words=" + encoded("测试shenji"))).contains("登录", "测试shenji").doesNotContain("暂停活动");
        assertThat(list("?words=" + encoded("_"))).contains("没有符合条件的记录");
    }

    @Test
    void conditionsThatMakeNoSenseAskForNothing() {
        assertThat(auditor.get("/console/audit?from=2026-13-45&to=x&before=x&actor=%00").statusCode()).isEqualTo(200);
    }

    @Test
    void filtersStayInTheAddressFromPageToPage() {
        String first = auditor.get("/console/audit?action=campaign.file").body();
        String older = first.replaceAll("(?s).*href=\"(/console/audit\\?[^\"]*before[^\"]+)\".*", "$1")
                .replace("&#x3D;", "=").replace("&amp;", "&");

        assertThat(first).contains("找到 60 条", "bulk-59", "bulk-10", "<option value=\"campaign.file\" selected>")
                .doesNotContain("bulk-9<");
        assertThat(older).contains("action=campaign.file");
        assertThat(auditor.get(older).body()).contains("bulk-9<", "bulk-0<").doesNotContain("bulk-10<")
                .contains("href=\"/console/audit?action&#x3D;campaign.file\"");
    }

    @Test
    void theTableOpensInSpreadsheetsWithoutHarmAndHoldsWhatWasAskedFor() throws Exception {
        var answer = auditor.get("/console/audit/audit.csv?subject=spring");

        assertThat(answer.headers().firstValue("content-disposition").orElse("")).contains("attachment", ".csv");
        assertThat(answer.body()).startsWith("\uFEFF");
        var rows = CSVFormat.EXCEL.builder().setHeader().setSkipHeaderRecord(true).get()
                .parse(new StringReader(answer.body().substring(1))).getRecords();
        assertThat(rows).extracting(row -> row.get("做了什么")).containsExactly("暂停活动", "恢复活动");
        assertThat(rows).extracting(row -> row.get("时间")).first().isEqualTo("2026-11-23 10:42:07.000");
        record("=cmd()", "unit.add", "@x", Map.of());
        assertThat(auditor.get("/console/audit/audit.csv?subject=@x").body()).contains("'=cmd()", "'@x");
    }

    @Test
    void theDataAreWholeAndStandAsTheyWereHashed() {
        var lines = auditor.get("/console/audit/audit.jsonl").body().lines().map(JsonObject::new).toList();

        assertThat(lines).extracting(line -> line.getLong("seq")).startsWith(1L, 2L, 3L)
                .doesNotHaveDuplicates().isSorted();
        for (int i = 1; i < lines.size(); i++) {
            assertThat(lines.get(i).getString("parent")).isEqualTo(lines.get(i - 1).getString("hash"));
        }
        assertThat(lines).extracting(line -> line.getJsonObject("details").getString("reason")).contains("=1+1");
    }

    @Test
    void exportsAndChecksAreKeptThemselves() {
        auditor.get("/console/audit/audit.csv?actor=chen");
        auditor.get("/console/audit/check");

        assertThat(list("?action=audit.export&actor=shenji")).contains("导出审计日志", "操作人：chen");
        assertThat(list("?action=audit.verify")).contains("完整：是");
    }

    @Test
    void aNotedEndIsFoundAgainAndAnotherIsNot() {
        String page = auditor.get("/console/audit/check").body();
        String head = page.replaceAll("(?s).*<p class=\"code\">(\\d+:[0-9a-f]{64})</p>.*", "$1");
        String forged = head.substring(0, head.length() - 4) + "0000";

        assertThat(auditor.get("/console/audit/check?noted=" + encoded(head)).body()).contains("整条链完整");
        assertThat(auditor.get("/console/audit/check?noted=" + encoded(forged)).body())
                .contains("审计日志被动过", "与您抄下的不同");
        assertThat(auditor.get("/console/audit/check?noted=99").body()).contains("这一行认不出来", "value=\"99\"");
    }

    @Test
    void theRowThatWasChangedIsNamed() {
        record("wangmin", "unit.rename", "tampered-unit", Map.of());
        long seq = console.database.read(AuditLog::head).await().seq();
        overwrite("subject = 'other-unit'", seq);

        assertThat(auditor.get("/console/audit/check").body()).contains("第 " + seq + " 条与写下时不一样");

        overwrite("subject = 'tampered-unit'", seq);
        assertThat(auditor.get("/console/audit/check").body()).contains("整条链完整");
    }

    private static void overwrite(String change, long seq) {
        console.database.inTx(tx -> tx.update("alter table audit_event disable trigger user")
                .compose(off -> tx.update("update audit_event set " + change + " where seq = " + seq))
                .compose(done -> tx.update("alter table audit_event enable trigger user"))).await();
    }
}
