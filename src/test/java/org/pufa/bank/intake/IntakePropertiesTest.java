package org.pufa.bank.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pufa.House;
import org.pufa.bank.Question.Option;
import org.pufa.i18n.Lang;

/** Whatever is handed in: nothing escapes, nothing is lost, nothing wrong is accepted. */
class IntakePropertiesTest {

    private static final byte[] WORD = new Docx().numbering().lines("一、单选题", "1.甲（⟦A⟧）", "A.一", "B.二", "参考答案", "1.A")
            .listed(1, 0, "乙").listed(1, 1, "三").listed(1, 1, "四").xml("<w:tbl>").row("题干", "答案").row("丙", "对")
            .xml("</w:tbl>").bytes();

    @Property(tries = 150)
    void anyTextIsReadWhole(@ForAll("sheets") String text) {
        check(Given.text(text));
    }

    @Property(tries = 80)
    void mutatedFilesAreReadOrRefused(@ForAll long seed) {
        var random = new Random(seed);
        String name = Given.FIXTURES.get(random.nextInt(Given.FIXTURES.size()));

        check(Given.read(name, mutated(Given.bytes(name), random)));
    }

    @Property(tries = 60)
    void mutatedWordFilesAreReadOrRefused(@ForAll long seed) {
        check(Given.read("a.docx", mutated(WORD, new Random(seed))));
    }

    @Property(tries = 40)
    void linesOfTheSameSignsOverAndOverAreReadWhole(@ForAll("signs") String sign, @ForAll("signs") String other) {
        String unit = sign + other;

        check(Given.text(unit.repeat(30_000 / unit.getBytes(StandardCharsets.UTF_8).length)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n2", "1-\n", "\n<", "B.\n", "题\n", "(\n参考答案\n", "\n\n\n\n\n\nx"})
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aMegabyteOfTheSameLinesDoesNotHang(String unit) {
        var harvest = Given.text(unit.repeat(1_000_000 / unit.getBytes(StandardCharsets.UTF_8).length));

        assertThat(harvest.items().isEmpty()).isEqualTo(!harvest.notes().isEmpty());
    }

    private static void check(Harvest harvest) {
        assertThat(harvest.read()).isEqualTo(harvest.accepted() + harvest.refused());
        assertThat(harvest.items().isEmpty()).isEqualTo(!harvest.notes().isEmpty());
        harvest.notes().forEach(IntakePropertiesTest::hasSentences);
        int number = 0;
        for (Item item : harvest.items()) {
            item.reasons().forEach(IntakePropertiesTest::hasSentences);
            assertThat(item.number()).isEqualTo(++number);
            if (item.state() != Item.State.REFUSED) {
                checkAccepted(item);
            }
        }
    }

    private static void hasSentences(Reason reason) {
        for (Lang lang : Lang.values()) {
            assertThat(House.messages().get(lang, reason.key(), reason.args())).isNotBlank();
        }
    }

    private static void checkAccepted(Item item) {
        var letters = item.options().stream().map(Option::letter).toList();
        assertThat(item.type()).isPresent();
        assertThat(item.stem()).isNotBlank();
        assertThat(letters).hasSizeBetween(2, Judge.MOST_OPTIONS).doesNotHaveDuplicates();
        assertThat(item.answer()).isNotEmpty().isSubsetOf(letters);
        assertThat(item.answer().size() > 1).isEqualTo(item.type().get() == org.pufa.bank.QuestionType.MULTIPLE);
        assertThat(item.options()).allMatch(option -> !option.text().isBlank());
        assertThat(item.stem() + item.options()).doesNotContain("\0", "\uFFFD", "\uFDD0", "\uFDD1");
    }

    private static byte[] mutated(byte[] content, Random random) {
        byte[] bytes = content.clone();
        for (int i = random.nextInt(12); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            int other = random.nextInt(bytes.length);
            int length = Math.min(random.nextInt(60), bytes.length - Math.max(at, other));
            if (random.nextInt(3) == 0) {
                bytes[at] = (byte) random.nextInt();
            } else {
                System.arraycopy(bytes, other, bytes, at, length);
            }
        }
        return random.nextInt(4) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    @Provide
    Arbitrary<String> sheets() {
        return Arbitraries.of("1.", "2、", "（1）", "第3题", "A.", "B、", "C", "D．", "Ａ ", "答案：", "参考答案", "【答案】", "解析：", "√",
                "（×）", "对", "错误", "A", "AB", "（B）", "__C__", "( )", "\n", "\n", "\n\n", "\t", "  ", "一、单选题", "判断题", "（一）",
                "1-5 ABCDA", "1.A 2.B", "劳动合同", "工资", "。", "，", "？", "难度：2", "题型：填空题", "<b>", "\uFFFD", "\uFDD03",
                "\uFDD112\uFDD2", "第 3 页", "2016年", "𠮷", "é", "\u0000", "答案", "不得")
                .list().ofMaxSize(60).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> signs() {
        return Arbitraries.of("(", "（", "A.", "A ", "B.", "1.", "1、", "12", "_", "答案：", "答", "【", "【答案", "\n", "\n1.", "\nA.", "\n一、",
                "\n（", " ", "　", "1-", "1-2 AB ", "√", "<", "解析：", "\n答案：A", "题", "\n参考答案\n", "第1题", "\u0301", "2", "\n1.A（B）",
                "\n参考答案\n1.A");
    }
}
