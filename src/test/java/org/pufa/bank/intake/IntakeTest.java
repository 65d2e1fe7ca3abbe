package org.pufa.bank.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pufa.House;
import org.pufa.i18n.Lang;

class IntakeTest {

    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A,
        (byte) 0xE1, 0, 0};

    @ParameterizedTest
    @CsvSource({"题库.doc,doc", "题库.wps,doc", "题库.xls,xls", "题库.et,xls", "题库.docx,doc"})
    void oldFormatsAreRefusedWithASentenceThatSaysHowToSaveThem(String name, String key) {
        var harvest = Given.read(name, OLE);

        assertThat(harvest.items()).isEmpty();
        assertThat(harvest.notes()).extracting(Reason::key).containsExactly("bank.intake.file." + key);
        assertThat(House.messages().get(Lang.ZH, harvest.notes().get(0).key())).contains("另存为");
    }

    @ParameterizedTest
    @CsvSource({"'%PDF-1.7',pdf", "'{\\rtf1 x',doc", "'<!DOCTYPE html><html>',html", "'',empty", "'你好',none"})
    void otherFilesAreRefusedByName(String content, String key) {
        assertThat(Given.read("a.txt", content.getBytes(StandardCharsets.UTF_8)).notes()).extracting(Reason::key)
                .containsExactly("bank.intake.file." + key);
    }

    @ParameterizedTest
    @CsvSource({"a.jsonl", "a.json", "a.txt"})
    void jsonOfSomethingElseIsNoTextOfQuestions(String name) {
        String lines = "{\"n\":1,\"in\":\"1.谁支付工资？(A)\\nA.单位B.街道\",\"want\":[{\"answer\":\"A\"}]}\n"
                + "{\"n\":2,\"in\":\"2.谁安排年休假？(B)\\nA.职工B.单位\"}\n";

        var harvest = Given.read(name, lines.getBytes(StandardCharsets.UTF_8));

        assertThat(harvest.items()).isEmpty();
        assertThat(harvest.notes()).extracting(Reason::key).containsExactly("bank.intake.keyed.none");
    }

    @Test
    void moreThanTwentyMegabytesAreNotRead() {
        assertThat(Given.read("a.txt", new byte[Intake.LARGEST_FILE + 1]).notes())
                .containsExactly(Reason.refusal("bank.intake.file.large", 21, 20));
    }

    @Test
    void aTwinNamesTheFirstOfThem() {
        var harvest = Given.text("""
                1.试用期最长不得超过几个月（A）。
                A.六个月 B.一年
                2.试用期最长不得超过几个月 ( A )
                A.六个月 B.一年
                3.试用期最长不得超过几个月？
                A.三个月 B.六个月
                答案：B
                4.用人单位应当自用工之日起一个月内与劳动者订立书面的劳动合同（A）。
                A.对劳动者有利 B.对劳动者不利
                5.用人单位应当自用工之日起一个月内与劳动者订立书面劳动合同（A）。
                A.对劳动者有利 B.对劳动者不利
                """);

        assertThat(harvest.items()).extracting(Asked::keys).extracting(Object::toString)
                .containsExactly("[]", "[twin.same]", "[twin.stem]", "[]", "[twin.near]");
        assertThat(harvest.items().get(4).reasons()).containsExactly(Reason.warning("bank.intake.twin.near", "4"));
    }

    @Test
    void tenThousandQuestionsAreReadWhole() {
        var text = new StringBuilder();
        for (int i = 1; i <= 10_000; i++) {
            text.append(i).append("、第").append(i * 7919 % 10_007).append("号规定所说的事项由哪个部门（B）负责？\n")
                    .append("A.甲").append(i).append("\tB.乙").append(i).append("\tC.丙").append(i).append('\n');
        }

        var harvest = Given.text(text.toString());

        assertThat(harvest.read()).isEqualTo(10_000);
        assertThat(harvest.refused()).isZero();
    }
}
