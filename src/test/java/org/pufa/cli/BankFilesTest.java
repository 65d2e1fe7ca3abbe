package org.pufa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.pufa.support.PlatformProcess;
import org.pufa.support.TestDatabase;

/** Banks go out of the database into files of every format and come in again. */
class BankFilesTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final String TEXT = """
            一、单选题
            1. 谁支付工资？（A）
            A. 用人单位
            B. 街道
            依据：《劳动合同法》第三十条
            难度：1
            考点：工资
            二、判断题
            2. 工资至少每月支付一次。（√）
            依据：《劳动法》第五十条
            难度：1
            考点：工资
            """;

    @TempDir
    private Path folder;

    private static PlatformProcess.Finished run(String... arguments) {
        return PlatformProcess.run(Map.of("PUFA_DATABASE_URL", DATABASE.url()), arguments);
    }

    @Test
    void everyFormatIsWrittenAndComesInAgain() throws Exception {
        Path text = Files.writeString(folder.resolve("工资.txt"), TEXT);
        var loaded = run("bank", "import", "--into", "wages", "--title", "工资题库", "--law", "劳动合同法", text.toString());
        assertThat(loaded.output()).contains("wages: 2 new, 0 changed, 0 unchanged");
        assertThat(loaded.code()).isZero();

        var files = new ArrayList<String>(List.of("bank", "import", "--into", "wages"));
        for (String format : List.of("docx", "xlsx", "csv", "text", "gift", "moodle", "yaml", "json")) {
            String ending = format.equals("text") ? "txt" : format.equals("moodle") ? "xml" : format;
            Path file = folder.resolve("out-" + format + "." + ending);
            var written = run("bank", "export", "wages", file.toString(), "--format", format, "--state", "draft");
            assertThat(written.output()).as(format).contains("2 written, 0 left out");
            assertThat(written.code()).as(format).isZero();
            files.add(file.toString());
        }
        var again = run(files.toArray(String[]::new));
        assertThat(again.output()).contains("wages: 0 new, 0 changed, 16 unchanged");
        assertThat(run("bank", "import", "--into", "other-wages", text.toString()).output())
                .contains("left out: the same as wages Q-0001", "other-wages: 0 new");
    }

    @Test
    void whatCannotBeDoneIsSaidAndEndsWithAnotherCode() throws Exception {
        Path half = Files.writeString(folder.resolve("half.txt"), TEXT.replace("谁支付", "由谁按时发放").replace("至少每月支付", "要不要按月发给本人") + "3. 没有答案的题？\nA. 甲\nB. 乙\n");

        var refused = run("bank", "import", "--into", "halves", half.toString());
        assertThat(refused.output()).contains("没有找到答案", "nothing was loaded");
        assertThat(refused.code()).isEqualTo(PufaCommand.FAILED);
        assertThat(run("bank", "import", half.toString()).output()).contains("--into");
        assertThat(run("bank", "import", "--into", "halves", "--partly", half.toString()).output())
                .contains("halves: 2 new");
        assertThat(run("bank", "export", "nothing", folder.resolve("a.xlsx").toString()).output())
                .contains("There is no bank nothing.");
        assertThat(run("bank", "export", "halves", folder.resolve("a.pdf").toString()).output()).contains("--format");
        assertThat(run("bank", "export", "--help").output()).contains("--format");
    }
}
