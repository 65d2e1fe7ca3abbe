package org.pufa.bank.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pufa.bank.PictureType;
import org.pufa.bank.Question.Option;
import org.pufa.bank.QuestionPicture;
import org.pufa.bank.preview.Twins.Known;

class TwinsTest {

    private static Known known(String id, String stem, String... options) {
        var all = new ArrayList<Option>();
        for (String option : options) {
            all.add(new Option(Character.toString((char) ('A' + all.size())), option));
        }
        return new Known("bank", id, stem, all, List.of("A"), List.of());
    }

    private static Optional<Twin> twin(Known asked, Known... bank) {
        var all = new ArrayList<>(List.of(bank));
        all.add(asked);
        var twins = new Twins(all);
        List.of(bank).forEach(twins::add);
        return twins.of(asked);
    }

    @Test
    void spacesWidthAndPunctuationMakeNoDifference() {
        var twin = twin(known("", "劳动合同 期限三个月以上(  )?", "一个月", "二个月"),
                known("A-1", "劳动合同期限三个月以上（　　）？", "二个月", "一个月"));

        assertThat(twin).hasValueSatisfying(one -> {
            assertThat(one.share()).isOne();
            assertThat(one.question()).isEqualTo("A-1");
            assertThat(one.same()).as("another option is right").isFalse();
        });
    }

    @Test
    void theSameWordsBelowAnotherPictureAreNotTheSame() {
        assertThat(twin(pictured("", "a"), pictured("bank", "a"))).map(Twin::same).contains(true);
        assertThat(twin(pictured("", "a"), pictured("bank", "b"))).map(Twin::same).contains(false);
    }

    private static Known pictured(String bank, String hash) {
        return new Known(bank, "A-1", "图中的标志表示什么？", List.of(new Option("A", "禁止"), new Option("B", "允许")), List.of("A"),
                List.of(new QuestionPicture(QuestionPicture.STEM, "标志", hash, PictureType.PNG, 9, 9)));
    }

    @Test
    void theSameQuestionWithItsOptionsInAnotherOrderIsTheSame() {
        var one = new Known("bank", "A-1", "试用期最长多久？", List.of(new Option("A", "六个月"), new Option("B", "一年")),
                List.of("A"), List.of());
        var other = new Known("", "1", "试用期最长多久?", List.of(new Option("A", "一年"), new Option("B", "六个月。")),
                List.of("B"), List.of());

        assertThat(twin(other, one)).map(Twin::same).contains(true);
    }

    @Test
    void aSimilarStemIsFoundAndADifferentOneIsNot() {
        var stem = "劳动合同期限一年以上不满三年的，试用期不得超过多少个月";

        assertThat(twin(known("", stem + "呢"), known("A-1", "别的题目完全不一样的内容在这里"), known("A-2", stem)))
                .hasValueSatisfying(one -> {
                    assertThat(one.question()).isEqualTo("A-2");
                    assertThat(one.share()).isBetween(Twins.SIMILAR, 0.999);
                });
        assertThat(twin(known("", "用人单位什么时候应当支付工资给劳动者本人"), known("A-2", stem))).isEmpty();
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void tenThousandNearlyEqualStemsAreCompared() {
        var all = new ArrayList<Known>();
        for (int i = 0; i < 10_000; i++) {
            all.add(known("A-" + i, "第" + i + "位劳动者与用人单位签订劳动合同以后应当在多少日以内办理社会保险登记手续"));
        }

        var twins = new Twins(all);
        long found = all.stream().filter(one -> {
            boolean twin = twins.of(one).isPresent();
            twins.add(one);
            return twin;
        }).count();

        assertThat(found).isGreaterThan(9_000);
    }
}
