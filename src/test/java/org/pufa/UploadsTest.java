package org.pufa;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.outreach.Workbooks;
import org.pufa.picture.Painted;
import org.pufa.support.Browser;
import org.pufa.support.Browser.Sent;
import org.pufa.support.Clerks;
import org.pufa.support.Hostile;
import org.pufa.support.StaffDoor;
import org.pufa.support.TestDatabase;

/**
 * Throws hostile files at every door that takes any: nothing of them is run, fetched, half kept or given back as
 * something that a browser would run, and no small file makes the server take much memory.
 */
class UploadsTest {

    private static final String SECRET = "only-the-server-may-read-this";
    private static final long MEGABYTE = 1 << 20;
    /** What one request with a small file may make all threads allocate, in all; most of it is garbage at once. */
    private static final long MOST_ALLOCATED = 120 * MEGABYTE;
    /** Tables in which files wait to be looked at, and those that note what staff do. */
    private static final Set<String> WAITING = Set.of("staff_upload", "outreach_load", "outreach_load_row", "audit_event",
            "audit_head", "staff_session", "campaign_draft", "staff_kept_form");
    /** Pictures that can be taken, since what is too much in them is never unpacked. */
    private static final Set<String> SOUND = Set.of("压缩炸弹.png");

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static StaffDoor platform;
    private static Browser admin;
    private static Path secret;
    private static ServerSocket lure;
    private static final List<Door> DOORS = new ArrayList<>();
    private static final Map<String, byte[]> PICTURES = Hostile.pictures();
    private static Map<String, byte[]> archives;
    /** A door that takes any words, line by line, so that there is nothing to refuse in them. */
    private static Door channels;
    private static Door form;
    private static Door evidence;
    private static Door logo;

    /**
     * A door that takes files.
     *
     * @param page on which its form stands
     * @param sound a file that it takes
     * @param keeps whether what it takes is kept at once, instead of being looked at first
     */
    private record Door(String page, String path, String field, byte[] sound, boolean keeps, String... fields) {

        HttpResponse<String> send(String name, byte[] content) {
            var all = new ArrayList<>(List.of(fields));
            all.addAll(List.of("client", UUID.randomUUID().toString()));
            return admin.postFiles(path, List.of(new Sent(field, name, content)), all.toArray(String[]::new));
        }
    }

    @BeforeAll
    static void open() throws IOException {
        platform = new StaffDoor(DATABASE);
        var clerks = new Clerks(platform);
        clerks.hire("admin", "admin", "");
        admin = clerks.browser("admin");
        secret = Files.writeString(Files.createTempFile("secret", ".txt"), SECRET);
        lure = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        archives = Hostile.archives(secret.toString(), lure.getLocalPort());
        doors();
    }

    private static void doors() {
        admin.get("/console/outreach/field");
        String record = admin.post("/console/outreach/field", "client", UUID.randomUUID().toString(), "kind", "event",
                "title", "活动", "starts", "2019-12-04", "amount.held", "1").headers().firstValue("location").orElseThrow();
        String path = "/console/outreach/" + record.replaceAll(".*done=(\\d+).*", "$1");
        admin.get("/console/plans/new");
        String plan = admin.post("/console/plans", "year", "2026", "issuer", "局").headers().firstValue("location")
                .orElseThrow();
        String version = platform.strings("select id::text from law_version order by id limit 1")[0];
        byte[] photo = Painted.photo(60, 40, 3);
        form = new Door("/console/outreach/field", "/console/outreach/field", "evidence", photo, true, "kind", "event",
                "title", "带文件", "starts", "2019-12-04", "amount.held", "1");
        evidence = new Door(path + "/evidence", path + "/evidence", "evidence", photo, true);
        logo = new Door("/console/settings", "/console/settings/logo", "logo", Painted.png(60, 40), true);
        DOORS.addAll(List.of(form, evidence, logo,
                new Door("/console/outreach/files", "/console/outreach/files", "file", Workbooks.sheet("培训",
                        "活动名称|日期|参加（人）", "甲|2019-04-01|31"), false),
                new Door(plan + "/files", plan + "/files", "file", Workbooks.sheet("清单", "普法内容|时间节点", "《宪法》|全年"), false),
                new Door("/console/banks/_files", "/console/banks/_files", "file", Workbooks.sheet("题",
                        "题干|答案|选项A|选项B", "劳动合同应当书面订立吗|A|应当|不必"), false),
                new Door("/console/laws", "/console/laws/x/versions/" + version + "/text", "file",
                        "没有一条".getBytes(StandardCharsets.UTF_8), false),
                new Door("/console/drafts/new", "/console/drafts", "file", "kind: none".getBytes(StandardCharsets.UTF_8),
                        false, "from", "file"),
                new Door("/console/filing", "/console/filing", "file", "slug: x".getBytes(StandardCharsets.UTF_8), false)));
        channels = new Door("/console/campaigns/wage-survey/channels", "/console/campaigns/wage-survey/channels", "file",
                new byte[0], false);
        admin.get(form.page());
    }

    @AfterAll
    static void close() throws IOException {
        platform.close();
        lure.close();
        Files.deleteIfExists(secret);
    }

    /** How many rows everything has that is kept for good. */
    private static Map<String, String> kept() {
        var counts = new TreeMap<String, String>();
        for (String table : platform.strings("select table_name::text from information_schema.tables where table_schema = "
                + "'public' and table_type = 'BASE TABLE'")) {
            if (!WAITING.contains(table) && !table.startsWith("preview")) {
                counts.put(table, platform.strings("select count(*)::text from \"" + table + '"')[0]);
            }
        }
        return counts;
    }

    /** Bytes that all threads have allocated so far. */
    private static long allocated() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds())).filter(bytes -> bytes > 0).sum();
    }

    /** Sends a file and holds what comes back against everything that must not happen. */
    private static HttpResponse<String> send(Door door, String name, byte[] content) {
        long before = allocated();
        var answer = door.send(name, content);
        long taken = allocated() - before;

        String what = name + " at " + door.path();
        assertThat(answer.statusCode()).as(what).isIn(200, 303, 413, 422);
        assertThat(answer.body()).as(what).doesNotContain(SECRET, "java.", "Exception");
        assertThat(taken).as(what + " allocates " + taken / MEGABYTE + " MB").isLessThan(MOST_ALLOCATED + 8L * content.length);
        if (answer.statusCode() == 303) {
            var next = admin.get(answer.headers().firstValue("location").orElseThrow());
            assertThat(next.statusCode()).as(what).isLessThan(500);
            assertThat(next.body()).as(what).doesNotContain(SECRET);
        } else if (answer.statusCode() > 400) {
            assertThat(answer.body()).as(what + " says why").containsPattern("class=\"(note bad|wrong)\"|<h1");
        }
        return answer;
    }

    @Test
    void whatOnlyClaimsToBeAPictureIsRefusedEverywhereAndNothingIsKept() {
        var before = kept();
        for (Door door : DOORS) {
            PICTURES.forEach((name, content) -> {
                if (!(door.keeps() && SOUND.contains(name))) {
                    var answer = send(door, name, content);
                    assertThat(door.keeps() && answer.statusCode() == 303).as(name + " at " + door.path()).isFalse();
                }
            });
        }
        assertThat(kept()).isEqualTo(before);
        nothingIsLeft();
    }

    @Test
    void linesOfWordsAreTakenAsWordsAndNothingElse() {
        var before = kept();
        archives.forEach((name, content) -> send(channels, name, content));
        PICTURES.forEach((name, content) -> send(channels, name, content));

        assertThat(admin.get(channels.page()).body()).doesNotContain("<script>alert", "<?php", "onload=\"alert", "<!doctype html><script");
        var after = kept();
        after.remove("channel");
        before.remove("channel");
        assertThat(after).isEqualTo(before);
    }

    @Test
    void archivesThatUnfoldOrReachOutAreRefusedOrOnlyShown() throws IOException {
        var before = kept();
        for (Door door : DOORS) {
            if (door != form && door != evidence) {
                archives.forEach((name, content) -> send(door, name, content));
            }
        }
        assertThat(kept()).isEqualTo(before);
        nothingIsLeft();
        nobodyCame();
    }

    private static void nobodyCame() throws IOException {
        lure.setSoTimeout(50);
        try (var caller = lure.accept()) {
            assertThat(caller).as("somebody fetched what a file named").isNull();
        } catch (java.net.SocketTimeoutException e) {
            assertThat(e).isNotNull();
        }
    }

    private static void nothingIsLeft() {
        assertThat(Path.of("/tmp/pufa-pwned")).doesNotExist();
        try (var left = Files.list(Path.of(System.getProperty("java.io.tmpdir"), "pufa-uploads"))) {
            assertThat(left.filter(file -> file.toFile().lastModified() > System.currentTimeMillis() - 60_000)).isEmpty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void archivesKeptAsEvidenceComeBackAsFilesThatNoBrowserOpens() throws IOException {
        for (var archive : archives.entrySet()) {
            send(evidence, archive.getKey(), archive.getValue());
        }
        String record = evidence.path().replace("/evidence", "");
        var hrefs = Pattern.compile(record + "/evidence/\\d+").matcher(admin.get(record).body()).results()
                .map(found -> found.group()).distinct().toList();

        var documents = hrefs.stream().map(admin::get).filter(answer -> answer.statusCode() == 200 && !answer.headers()
                .firstValue("content-type").orElse("").equals("image/jpeg")).toList();
        assertThat(documents).hasSizeGreaterThan(3);
        for (var answer : documents) {
            assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/vnd.openxmlformats");
            assertThat(answer.headers().firstValue("content-disposition").orElse("")).startsWith("attachment");
            assertThat(answer.headers().firstValue("x-content-type-options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("content-security-policy").orElse("")).contains("sandbox");
        }
        nobodyCame();
    }

    @Test
    void damagedCopiesOfSoundFilesAreTakenWholeOrNotAtAll() {
        var random = new Random(20_261_123);
        for (Door door : DOORS) {
            var before = kept();
            int taken = 0;
            for (byte[] content : Hostile.damaged(door.sound(), 10, random)) {
                taken += send(door, "坏.dat", content).statusCode() == 303 ? 1 : 0;
            }
            var after = kept();
            if (!door.keeps()) {
                assertThat(after).as(door.path()).isEqualTo(before);
            } else if (door == form) {
                assertThat(count(after, "outreach")).isEqualTo(count(before, "outreach") + taken);
                assertThat(count(after, "outreach_revision")).isEqualTo(count(after, "outreach"));
            }
        }
        nothingIsLeft();
    }

    private static long count(Map<String, String> counts, String table) {
        return Long.parseLong(counts.get(table));
    }

    @Test
    void aPictureWithSomethingElseInItComesBackAsAPictureOnly() {
        byte[] both = Hostile.trailing(Painted.jpeg(64, 48), "\n<script>alert(1)</script><?php system('id'); ?>PK\u0003\u0004");
        byte[] heavy = PICTURES.get("压缩炸弹.png");
        assertThat(send(form, "两面.jpg", both).statusCode()).isEqualTo(303);
        assertThat(send(form, "压缩炸弹.png", heavy).statusCode()).isEqualTo(303);
        assertThat(send(logo, "压缩炸弹.png", heavy).statusCode()).isEqualTo(303);
        assertThat(send(logo, "两面.jpg", both).statusCode()).isEqualTo(303);

        String face = Pattern.compile("/site/logo\\.[a-z0-9.]+").matcher(admin.get("/").body()).results().findFirst()
                .orElseThrow().group();
        var shown = admin.get(face);
        assertThat(shown.body()).doesNotContain("script", "php", "PK\u0003");
        assertThat(shown.headers().firstValue("content-type")).hasValue("image/jpeg");
        assertThat(shown.headers().firstValue("x-content-type-options")).hasValue("nosniff");
        for (String content : platform.strings("select encode(content, 'escape') from evidence_file where type = 'image/jpeg'")) {
            assertThat(content).doesNotContain("script", "php");
        }
        admin.post("/console/settings/logo", "drop", "1");
    }

    @Test
    void aNameOfAFileIsOnlyAName() {
        byte[] photo = Painted.jpeg(50, 40);
        for (String name : List.of("../../../../tmp/pufa-pwned", "..\\..\\pufa-pwned.jpg", "/etc/passwd", "C:\\windows\\x.jpg",
                "<img src=x onerror=alert(1)>.jpg", "\u202Egpj.exe", "x".repeat(300) + ".jpg", ";rm -rf.jpg", "CON", "%2e%2e%2f.jpg",
                "..", ".htaccess", "a\tb.jpg")) {
            var answer = send(form, name, photo);
            assertThat(answer.statusCode()).as(name).isEqualTo(303);
            String record = "/console/outreach/" + answer.headers().firstValue("location").orElseThrow()
                    .replaceAll(".*done=(\\d+).*", "$1");
            String page = admin.get(record).body();
            assertThat(page).as(name).doesNotContain("<img src=x", "../", "\u202E", "C:\\");
            String href = Pattern.compile(record + "/evidence/\\d+").matcher(page).results().findFirst().orElseThrow().group();
            var shown = admin.get(href);
            assertThat(shown.headers().firstValue("content-type")).hasValue("image/jpeg");
            assertThat(shown.headers().firstValue("content-disposition").orElse("")).as(name)
                    .matches("inline; filename=\"[A-Za-z0-9._-]{0,120}\"; filename\\*=UTF-8''[A-Za-z0-9._%-]{0,600}")
                    .doesNotContain("..%2F", "%0D", "%0A");
        }
        nothingIsLeft();
    }

    @Test
    void fiftyMegabytesAreTurnedAwayAtEveryDoorBeforeTheyAreHeld() {
        var block = new byte[(int) MEGABYTE];
        var before = kept();
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (Door door : DOORS) {
            var parts = new ArrayList<byte[]>();
            parts.add(("--cut\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + admin.token()
                    + "\r\n--cut\r\nContent-Disposition: form-data; name=\"" + door.field()
                    + "\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            parts.addAll(Collections.nCopies(50, block));
            parts.add("\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8));
            var request = admin.request(door.path()).header("Content-Type", "multipart/form-data; boundary=cut")
                    .POST(BodyPublishers.ofByteArrays(parts)).build();

            int status = status(client.sendAsync(request, BodyHandlers.ofString()));

            assertThat(status).as(door.path()).isIn(0, 413);
        }
        assertThat(kept()).isEqualTo(before);
        nothingIsLeft();
    }

    @Test
    void aLargePictureIsNeverHeldAsAWhole() {
        byte[] large = Painted.png(5000, 5000);
        long before = allocated();

        assertThat(logo.send("大标志.png", large).statusCode()).isEqualTo(303);

        long taken = (allocated() - before) / MEGABYTE;
        assertThat(taken).as(taken + " MB").isLessThan(40);
        admin.post("/console/settings/logo", "drop", "1");
    }

    /** 0 where the server hung up before it had read everything. */
    private static int status(CompletableFuture<HttpResponse<String>> answer) {
        try {
            return answer.join().statusCode();
        } catch (CompletionException e) {
            return 0;
        }
    }

    @Test
    void manyHeavyFilesAtOnceLeaveRoomInTheMemory() {
        var heavy = new LinkedHashMap<String, byte[]>();
        heavy.put("炸弹.xlsx", archives.get("炸弹.xlsx"));
        heavy.put("大.png", Painted.png(4000, 4000));
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var answers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        for (Door door : DOORS) {
            heavy.forEach((name, content) -> IntStream.range(0, 2).forEach(i -> answers.add(client.sendAsync(
                    admin.files(door.path(), List.of(new Sent(door.field(), name, content)), "from", "file").build(),
                    BodyHandlers.ofString()))));
        }

        assertThat(answers.stream().map(UploadsTest::status).toList()).allMatch(status -> status < 500 || status == 503);
        System.gc();
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        assertThat(used).as(used / MEGABYTE + " MB").isLessThan(300 * MEGABYTE);
        assertThat(admin.get("/console/plans").statusCode()).isEqualTo(200);
    }
}
