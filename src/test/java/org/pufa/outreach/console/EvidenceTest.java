package org.pufa.outreach.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.picture.Painted;
import org.pufa.support.Browser;
import org.pufa.support.Browser.Sent;
import org.pufa.support.TestDatabase;

class EvidenceTest {

    private static final byte[] PDF = "%PDF-1.4\n<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static Office office;

    @BeforeAll
    static void open() {
        office = new Office(DATABASE);
    }

    private static byte[] zip(String... parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String part : parts) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write("<x/>".getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] docx() {
        return zip("[Content_Types].xml", "word/document.xml");
    }

    private static Sent sent(String name, byte[] content) {
        return new Sent("evidence", name, content);
    }

    private static String refused(Sent... files) {
        office.ana.get(Office.FIELD);
        long before = count("outreach");
        var answer = office.ana.postFiles(Office.FIELD, List.of(files), Office.form("title", "坏文件", "amount.held", "1"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(count("outreach")).isEqualTo(before);
        return answer.body();
    }

    private static long count(String table) {
        return DATABASE.database().read(tx -> tx.get("select count(*) from " + table, row -> row.getLong(0))).await();
    }

    private static String evidence(String record, int number) {
        var found = Pattern.compile(record + "/evidence/(\\d+)").matcher(office.bob.get(record).body());
        String href = "";
        for (int i = 0; i < number; i++) {
            while (found.find() && found.group().equals(href)) {
                // the same file is named several times
            }
            href = found.group();
        }
        return href;
    }

    @Test
    void aPhotoIsKeptWithoutThePlaceWhereItWasTaken() {
        byte[] photo = Painted.photo(800, 600, 6);
        String record = office.enter(List.of(new Sent("shot", "IMG_0042.JPG", photo)), "title", "有照片", "amount.held", "1");
        String href = evidence(record, 1);

        var page = office.bob.get(record).body();
        byte[] shown = office.bob.bytes(href);
        byte[] small = office.bob.bytes(href + "/thumbnail");

        assertThat(page).contains("IMG_0042.JPG", "ana 于", href + "/thumbnail").doesNotContain(href + "/removal");
        assertThat(office.ana.get(record).body()).contains(href + "/removal");
        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains(Painted.PLACE);
        assertThat(new String(shown, StandardCharsets.ISO_8859_1)).doesNotContain(Painted.PLACE, "Exif").startsWith("\u00FF\u00D8");
        assertThat(new String(small, StandardCharsets.ISO_8859_1)).doesNotContain(Painted.PLACE).startsWith("\u00FF\u00D8");
        assertThat(DATABASE.database().read(tx -> tx.list("select content from evidence_file", row -> new String(
                row.getBuffer(0).getBytes(), StandardCharsets.ISO_8859_1))).await())
                .noneMatch(content -> content.contains(Painted.PLACE));
    }

    @Test
    void documentsAreSavedAndNeverOpenedInTheBrowser() {
        String record = office.enter(List.of(sent("通知.pdf", PDF), sent("恶意.html", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)),
                sent("签到.docx", docx())), "title", "有文件", "amount.held", "1");

        for (int i = 1; i <= 3; i++) {
            var answer = office.bob.get(evidence(record, i));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-disposition").orElse("")).startsWith("attachment");
            assertThat(answer.headers().firstValue("x-content-type-options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("content-security-policy").orElse("")).contains("sandbox");
            assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/");
        }
        assertThat(office.bob.bytes(evidence(record, 1))).isEqualTo(PDF);
        assertThat(office.bob.get(evidence(record, 2)).headers().firstValue("content-disposition").orElse(""))
                .endsWith(".html.pdf");
    }

    @Test
    void whatCannotBeEvidenceIsRefusedByNameAndNothingIsKept() {
        assertThat(refused(sent("IMG_1.HEIC", Painted.heic()))).contains("“IMG_1.HEIC”是苹果手机的 HEIC 照片", "兼容性最佳");
        assertThat(refused(sent("photo.jpg", "MZ\u0090\0".getBytes(StandardCharsets.ISO_8859_1)))).contains("“photo.jpg”不能作佐证");
        assertThat(refused(sent("半张.jpg", Arrays.copyOf(Painted.jpeg(300, 300), 400)))).contains("“半张.jpg”损坏了");
        assertThat(refused(sent("a.zip", zip("evil.sh")))).contains("是压缩包");
        assertThat(refused(sent("宏.docx", zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")))).contains("里有宏");
        assertThat(refused(sent("坏.docx", Arrays.copyOf(docx(), 60)))).contains("“坏.docx”损坏了");
        assertThat(refused(sent("空.jpg", new byte[0]))).contains("“空.jpg”不是照片");
        assertThat(refused(sent("旧.doc", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}))).contains("旧版的 Word");
        assertThat(refused(sent("网页.svg", "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8)))).contains("不能作佐证");
        assertThat(refused(IntStream.range(0, 10).mapToObj(i -> sent(i + ".pdf", PDF)).toArray(Sent[]::new))).contains("最多 9 个文件");
        assertThat(refused(sent("21MB.pdf", Arrays.copyOf(PDF, 21 << 20)))).contains("“21MB.pdf”太大，一个文件最多 20 MB");
        assertThat(refused(sent("<i>x.jpg", new byte[5]), sent("好.jpg", Painted.jpeg(10, 10)))).contains("&lt;i&gt;x.jpg");
    }

    @Test
    void fiftyMegabytesAreRefusedBeforeTheyAreRead() {
        office.ana.get(Office.FIELD);

        var answer = office.ana.postFiles(Office.FIELD, List.of(sent("大.jpg", new byte[50 << 20])),
                Office.form("title", "大文件", "amount.held", "1"));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("超过了大小限制");
    }

    @Test
    void twentyRetriesWithAPhotoAreOneRecordWithOnePhoto() {
        office.ana.get(Office.FIELD);
        String key = UUID.randomUUID().toString();
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        long before = count("outreach");

        var all = IntStream.range(0, 20).mapToObj(i -> client.sendAsync(office.ana.files(Office.FIELD,
                List.of(sent("p.jpg", Painted.photo(300, 200, 1))), "client", key, "kind", "event", "title", "网络不好", "starts",
                "2019-12-04", "amount.held", "1").header("Accept", "application/json").build(),
                HttpResponse.BodyHandlers.ofString())).toList();
        var answers = all.stream().map(CompletableFuture::join).toList();

        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        assertThat(answers.stream().filter(answer -> answer.body().contains("\"entered\""))).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.body().contains("\"repeated\""))).hasSize(19);
        assertThat(count("outreach")).isEqualTo(before + 1);
        String record = "/console/outreach/" + answers.get(0).body().replaceAll(".*done=(\\d+).*", "$1");
        assertThat(office.bob.get(record).body().split("<img ")).hasSize(2);
    }

    @Test
    void onlyThoseWhoMayLookDoAndThatTheyDidIsNoted() {
        String record = office.enter(List.of(sent("到场.jpg", Painted.jpeg(90, 60))), "title", "谁看过", "amount.held", "1");
        String href = evidence(record, 1);
        var stat = office.console.signedIn("stat");
        assertThat(stat.get(record).body()).contains("共 1 份").doesNotContain(href);
        assertThat(stat.get(href).statusCode()).isEqualTo(403);
        assertThat(stat.get(href + "/thumbnail").statusCode()).isEqualTo(403);
        assertThat(new Browser(office.console.origin()).get(href).statusCode()).isEqualTo(303);

        office.bob.get(href);

        var looked = office.console.database.read(tx -> office.console.audit.latest(tx, "outreach.look",
                record.replaceAll("\\D", ""))).await().orElseThrow();
        assertThat(looked.actor()).isEqualTo("bob");
        assertThat(looked.details()).contains("到场.jpg");
        String other = office.enter("title", "别的记录", "amount.held", "1");
        assertThat(office.bob.get(href.replace(record + "/", other + "/")).statusCode()).isEqualTo(404);
    }

    @Test
    void moreEvidenceIsAddedLaterAndPutAsideWithAReason() {
        String record = office.enter("title", "补材料", "amount.held", "1");
        office.ana.get(record + "/evidence");
        assertThat(office.ana.postFiles(record + "/evidence", List.of()).statusCode()).isEqualTo(422);
        byte[] photo = Painted.jpeg(120, 80);
        assertThat(office.ana.postFiles(record + "/evidence", List.of(sent("补1.jpg", photo), sent("补2.jpg", photo),
                sent("说明.pdf", PDF))).statusCode()).isEqualTo(303);
        assertThat(office.bob.get(record).body()).contains("补1.jpg", "说明.pdf").doesNotContain("补2.jpg");

        String href = evidence(record, 1);
        office.ana.get(href + "/removal");
        assertThat(office.ana.post(href + "/removal", "reason", "").statusCode()).isEqualTo(422);
        assertThat(office.ana.post(href + "/removal", "reason", "拍到了身份证").statusCode()).isEqualTo(303);

        assertThat(office.bob.get(record).body()).contains("已移出：拍到了身份证");
        assertThat(office.bob.get(href).statusCode()).isEqualTo(404);
        assertThat(office.bob.get(href + "/thumbnail").statusCode()).isEqualTo(404);
        assertThat(office.ana.get(href + "/removal").statusCode()).isEqualTo(404);
    }

    @Test
    void theSameFileInAnotherRecordIsPointedOut() {
        byte[] photo = Painted.jpeg(140, 80);
        office.enter(List.of(sent("甲.jpg", photo)), "title", "先用", "amount.held", "1");
        String second = office.enter(List.of(sent("乙.jpg", photo)), "title", "又用", "amount.held", "1");

        assertThat(office.bob.get(second).body()).contains("另有 1 条记录用了同一份文件");
    }

    /** Nothing but whole records with whole files, or nothing; nothing is left in the folder of uploads. */
    @Test
    void damagedFilesOfEverySortLeaveNothingHalfSaved() throws IOException {
        var random = new Random(42);
        byte[][] seeds = {Painted.photo(60, 40, 3), Painted.png(60, 40), docx(), PDF, Painted.heic()};
        for (int i = 0; i < 60; i++) {
            byte[] content = seeds[i % seeds.length].clone();
            for (int hits = random.nextInt(6); hits >= 0; hits--) {
                content[random.nextInt(content.length)] = (byte) random.nextInt();
            }
            office.ana.get(Office.FIELD);
            long before = count("outreach");
            var answer = office.ana.postFiles(Office.FIELD, List.of(sent("f" + i + ".jpg", content)),
                    Office.form("title", "模糊" + i, "amount.held", "1"));
            assertThat(answer.statusCode()).as(answer.body()).isIn(303, 422);
            assertThat(count("outreach")).isEqualTo(before + (answer.statusCode() == 303 ? 1 : 0));
        }
        assertThat(count("outreach_revision")).isEqualTo(count("outreach"));
        try (var left = Files.list(Path.of(System.getProperty("java.io.tmpdir"), "pufa-uploads"))) {
            assertThat(left.filter(file -> file.toFile().lastModified() > System.currentTimeMillis() - 60_000)).isEmpty();
        }
    }
}
