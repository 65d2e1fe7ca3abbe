package org.pufa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BankCheckTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    @Test
    void aFileOfQuestionsIsShownItemByItem() throws Exception {
        Path file = file("题库.txt", "一、单选题\n1.谁支付工资？（A）\nA.用人单位\nB.街道\n2.谁安排年休假？\nA.职工\nB.单位\n");

        int exit = check(file.toString(), "--json");

        var json = new JsonObject(out.toString());
        assertThat(exit).isEqualTo(PufaCommand.FAILED);
        assertThat(json.getInteger("read")).isEqualTo(2);
        assertThat(json.getInteger("accepted")).isEqualTo(1);
        assertThat(json.getInteger("warned")).isZero();
        assertThat(json.getInteger("refused")).isEqualTo(1);
        assertThat(json.getJsonArray("items").getJsonObject(0)).isEqualTo(new JsonObject().put("n", 1).put("line", 2)
                .put("state", "accepted").put("type", "single").put("stem", "谁支付工资？（　）")
                .put("options", new JsonArray().add(new JsonObject().put("letter", "A").put("text", "用人单位"))
                        .add(new JsonObject().put("letter", "B").put("text", "街道")))
                .put("answer", new JsonArray().add("A")).put("reasons", new JsonArray()));
        assertThat(json.getJsonArray("items").getJsonObject(1).getJsonArray("reasons").getString(0))
                .startsWith("没有找到答案。");
    }

    @Test
    void theExitCodeIsZeroWhenNothingIsRefused() throws Exception {
        assertThat(check(file("a.txt", "1.工资按月支付。（√）").toString())).isEqualTo(PufaCommand.OK);
        assertThat(out.toString()).contains("1 read, 1 accepted (0 with a warning), 0 refused");
    }

    @Test
    void aFileThatCannotBeReadSaysWhy() throws Exception {
        assertThat(check(file("a.txt", "").toString(), "--json")).isEqualTo(PufaCommand.FAILED);
        assertThat(new JsonObject(out.toString()).getJsonArray("notes").getString(0)).startsWith("文件是空的。");
    }

    @Test
    void banksInYamlAreCheckedStrictly() throws Exception {
        assertThat(check(file("a.yaml", "bank: X\n").toString(), "--json")).isEqualTo(PufaCommand.FAILED);
        assertThat(new JsonObject(out.toString()).getJsonArray("mistakes")).isNotEmpty();
        assertThat(new JsonObject(out.toString()).getJsonArray("items")).isNotNull();
    }

    private Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private int check(String... arguments) {
        var all = new java.util.ArrayList<>(java.util.List.of("bank", "check"));
        all.addAll(java.util.List.of(arguments));
        return new CommandLine(new PufaCommand()).setOut(new PrintWriter(out)).execute(all.toArray(String[]::new));
    }
}
