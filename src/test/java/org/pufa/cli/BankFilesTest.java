package org.pufa.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.pufa.House;
import org.pufa.bank.Bank;
import org.pufa.bank.QuestionState;
import org.pufa.support.MemoryKeys;
import org.pufa.support.PlatformProcess;
import org.pufa.support.TestDatabase;

/** Banks go out of the database into files of every format and come in again. */
class BankFilesTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final String TEXT = """
            一、单选题
            1. 谁支付%1$s？（A）
            A. 用人单位
            B. 街道
            依据：《劳动合同法》第三十条
            难度：1
            考点：工资
            二、判断题
            2. %1$s至少每月支付一次。（√）
            依据：《劳动法》第五十条
            难度：1
            考点：工资
            """;

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();
    private final PrintWriter out = new PrintWriter(said);
    private final House house = new House(DATABASE.vertx(), DATABASE.database(), Clock.systemUTC(), new SecureRandom(),
            false, new MemoryKeys());

    private boolean load(String bank, boolean partly, Path... files) {
        return new IntakeImport(out, house).load(List.of(files), new Bank(bank, "工资题库", "劳动合同法", ""), partly);
    }

    private boolean write(String bank, String format, Path file) {
        return new BankExports(out, house).write(bank, Optional.of(QuestionState.DRAFT),
                BankExports.of(format, file), file);
    }

    @Test
    void everyFormatIsWrittenAndComesInAgain() throws Exception {
        Path text = Files.writeString(folder.resolve("工资.txt"), TEXT.formatted("工资"));
        assertThat(load("wages", false, text)).isTrue();
        assertThat(said.toString()).contains("wages: 2 new, 0 changed, 0 unchanged");

        var files = new ArrayList<Path>();
        for (String format : List.of("docx", "xlsx", "csv", "text", "gift", "moodle", "yaml", "json")) {
            Path file = folder.resolve("out-" + format + "." + BankExports.of(format, text).extension());
            assertThat(write("wages", format, file)).as(format).isTrue();
            files.add(file);
        }
        assertThat(load("wages", false, files.toArray(Path[]::new))).isTrue();
        assertThat(said.toString()).contains("2 written, 0 left out", "wages: 0 new, 0 changed, 16 unchanged");
        load("other-wages", false, text);
        assertThat(said.toString()).contains("left out: the same as wages Q-0001", "other-wages: 0 new");
    }

    @Test
    void nothingIsLoadedWhenSomethingIsRefusedUnlessThatIsAskedFor() throws Exception {
        Path half = Files.writeString(folder.resolve("half.txt"), TEXT.formatted("加班费和高温津贴")
                + "3. 没有答案的题？\nA. 甲\nB. 乙\n");

        assertThat(load("halves", false, half)).isFalse();
        assertThat(said.toString()).contains("没有找到答案", "nothing was loaded");
        assertThatThrownBy(() -> write("halves", "xlsx", folder.resolve("a.xlsx")))
                .hasMessage("There is no bank halves.");
        assertThat(load("halves", true, half)).isTrue();
        assertThat(said.toString()).contains("halves: 2 new");
        assertThatThrownBy(() -> BankExports.of(null, folder.resolve("a.pdf"))).hasMessageContaining("--format");
        assertThatThrownBy(() -> BankExports.state("lost")).hasMessageContaining("in_use");
    }

    @Test
    void theCommandsEndWithTheirCodes() throws Exception {
        Path text = Files.writeString(folder.resolve("a.txt"), TEXT.formatted("年终奖"));

        var loaded = PlatformProcess.run(Map.of("PUFA_DATABASE_URL", DATABASE.url()), "bank", "import", "--into",
                "bonuses", text.toString());
        assertThat(loaded.output()).contains("bonuses: 2 new");
        assertThat(loaded.code()).isZero();
        var written = PlatformProcess.run(Map.of("PUFA_DATABASE_URL", DATABASE.url()), "bank", "export", "bonuses",
                folder.resolve("b.xlsx").toString());
        assertThat(written.output()).contains("2 written, 0 left out");
        assertThat(written.code()).isZero();
        var unknown = PlatformProcess.run(Map.of("PUFA_DATABASE_URL", DATABASE.url()), "bank", "import",
                text.toString());
        assertThat(unknown.output()).contains("--into");
        assertThat(unknown.code()).isNotZero();
    }
}
