package org.pufa.bank.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.bank.format.Formats;
import org.pufa.bank.intake.Harvest;
import org.pufa.bank.intake.Intake;
import org.pufa.bank.intake.Progress;
import org.pufa.bank.intake.SourceFile;
import org.pufa.bank.preview.Previews;
import org.pufa.support.BankParts;
import org.pufa.support.Browser;
import org.pufa.support.Console;
import org.pufa.support.TestDatabase;

/** A file that takes long is not waited for: its page tells how far it has come. */
class LongFilesTest {

    private static final String FILES = "/console/banks/_files";
    private static final String TEXT = "1. 谁支付工资？（A）\nA. 用人单位\nB. 街道\n";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final CountDownLatch READ_ON = new CountDownLatch(1);
    private static final CountDownLatch FAIL = new CountDownLatch(1);
    private static Console console;
    private static Browser admin;

    @BeforeAll
    static void open() {
        console = new Console(DATABASE, with -> {
            var parts = new BankParts(with);
            return List.of(new BankConsole(with.staff.doors(), with.vertx, new BankConsole.Shelves(parts.banks, parts.laws,
                    parts.desk, new Previews(with.vertx, LongFilesTest::slowly, parts.laws, with.audit, with.clock),
                    Formats.writers(), (tx, bank) -> Future.succeededFuture(Map.of())), with.database, with.messages,
                    with.clock));
        });
        console.account("wangmin", "admin");
        console.account("chen", "editor");
        admin = console.signedIn("wangmin");
    }

    private static Harvest slowly(SourceFile file, Progress progress) {
        progress.at(Progress.Phase.JUDGING, 3_200, 10_000);
        if (file.name().startsWith("slow")) {
            await(READ_ON);
        } else if (file.name().startsWith("bad")) {
            await(FAIL);
            throw new IllegalStateException("a reader that fails");
        } else if (file.name().startsWith("none")) {
            await(FAIL);
        }
        return new Intake(Formats.readers()).read(file, new Progress());
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody opened");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String send(String name, String content) {
        admin.get(FILES);
        var sent = admin.postFile(FILES, "file", name, content);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        return sent.headers().firstValue("location").orElseThrow();
    }

    /** The page once it says so. */
    private static String pageThatSays(String path, String words) {
        var deadline = Instant.now().plus(Duration.ofSeconds(30));
        String page = admin.get(path).body();
        while (!page.contains(words) && Instant.now().isBefore(deadline)) {
            Thread.onSpinWait();
            page = admin.get(path).body();
        }
        return page;
    }

    @Test
    void itsPageTellsHowFarItHasComeUntilThePreviewIsThere() {
        String path = send("slow.txt", TEXT);

        var page = admin.get(path);
        assertThat(page.headers().firstValue("refresh")).contains("1");
        assertThat(page.body()).contains("正在核对 slow.txt", "第 2 步，共 4 步：逐题核对", "value=\"33\"", "3,200 / 10,000 题");
        assertThat(console.signedIn("chen").get(path).statusCode()).isEqualTo(410);
        READ_ON.countDown();

        assertThat(pageThatSays(path, "识别出")).contains("识别出 1 题", "确认入库 1 题");
        assertThat(admin.get(path).headers().firstValue("refresh")).isEmpty();
    }

    @Test
    void whatGoesWrongMeanwhileIsToldThere() {
        String bad = send("bad.txt", TEXT);
        String none = send("none.txt", "这里没有题目");
        FAIL.countDown();

        assertThat(pageThatSays(bad, "没有读成")).contains("出了故障", "重新选文件");
        assertThat(pageThatSays(none, "没有读成")).contains("没有找到题目");
        assertThat(admin.get(bad).headers().firstValue("refresh")).isEmpty();
    }

    @Test
    void aFileThatNobodyReadsAnyMoreSaysSo() {
        console.database.inTx(tx -> tx.update("insert into staff_upload (id, account_id, name, content, sent_at) select "
                + "'00000000-0000-0000-0000-000000000007', id, 'lost.txt', '', now() from staff_account where username = 'wangmin'")
                .compose(kept -> tx.update("insert into preview_progress (upload, phase, done, total, seen_at) values "
                        + "('00000000-0000-0000-0000-000000000007', 'comparing', 5, 9, '2026-11-23T02:40:00Z')"))).await();

        assertThat(admin.get(FILES + "/00000000-0000-0000-0000-000000000007").body()).contains("没有读成", "读到一半停了");
    }

    @Test
    void aShortFileIsWaitedFor() {
        String path = send("short.txt", TEXT);

        assertThat(admin.get(path).body()).contains("识别出 1 题");
        assertThat(admin.postFile(FILES, "file", "short.txt", "这里没有题目").statusCode()).isEqualTo(422);
    }
}
