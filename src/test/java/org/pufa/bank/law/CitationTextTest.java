package org.pufa.bank.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pufa.bank.Citation;

class CitationTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "《劳动合同法》第十九条第一款|劳动合同法|第十九条第一款",
        "《中华人民共和国劳动合同法》第19条第1款|中华人民共和国劳动合同法|第十九条第一款",
        "劳动合同法第１９条|劳动合同法|第十九条",
        "依据：劳动合同法第七十条|劳动合同法|第七十条",
        "（劳动合同法第二十条）|劳动合同法|第二十条",
        "根据《劳动合同法》（2012年修正）第39条第（二）项|劳动合同法|第三十九条第（二）项",
        "《劳动合同法》第三十九条第二项|劳动合同法|第三十九条第（二）项",
        "《劳动合同法》第39条第3项|劳动合同法|第三十九条第（三）项",
        "《劳动合同法》第十四条第二款第(3)项|劳动合同法|第十四条第二款第（三）项",
        "《刑法》第二百七十六条之一第一款|刑法|第二百七十六条之一第一款",
        "《刑法》第276条之一|刑法|第二百七十六条之一",
        "民法典 第一千零一十条|民法典|第一千零一十条",
        "《民法典》第一千二百六十条|民法典|第一千二百六十条",
        "《民法典》第1010条|民法典|第一千零一十条",
        "《工伤保险条例》第十四条（六）|工伤保险条例|第十四条第（六）项",
        "第一百零三条||第一百零三条",
        "第一〇三条||第一百零三条",
    })
    void aCitationIsReadHoweverItIsWritten(String text, String law, String place) {
        var cited = CitationText.read(text);

        assertThat(cited).extracting(Cited::place).containsExactly(place);
        assertThat(cited.get(0).law()).isEqualTo(law == null ? "" : law);
        assertThat(Citation.isArticle(place)).isTrue();
    }

    @Test
    void severalCitationsAreReadOneByOne() {
        assertThat(CitationText.read("《劳动合同法》第三十九条第（二）项、第（三）项和第四十条，《劳动法》第三条第一款、第二款"))
                .extracting(cited -> cited.law() + cited.place()).containsExactly("劳动合同法第三十九条第（二）项",
                        "劳动合同法第三十九条第（三）项", "劳动合同法第四十条", "劳动法第三条第一款", "劳动法第三条第二款");
        assertThat(CitationText.read("劳动合同法第十条和劳动争议调解仲裁法第二十七条"))
                .extracting(Cited::law).containsExactly("劳动合同法", "劳动争议调解仲裁法");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "《劳动合同法》", "第二章", "见教材第12页", "第零条", "第条", "条条款款项项", "第万条"})
    void aTextWithoutAnArticleCitesNothing(String text) {
        assertThat(CitationText.read(text)).isEmpty();
    }

    @Property
    void everyPlaceIsReadAsItIsWritten(@ForAll @IntRange(min = 1, max = 9999) int article,
            @ForAll @IntRange(max = 3) int inserted, @ForAll @IntRange(max = 12) int paragraph,
            @ForAll @IntRange(max = 20) int item) {
        var cited = new Cited("某法", new ArticleNumber(article, inserted), paragraph, item);

        assertThat(CitationText.read("《某法》" + cited.place())).isEqualTo(List.of(cited));
        assertThat(Citation.isArticle(cited.place())).isTrue();
        assertThat(Numerals.parse(Numerals.chinese(article))).hasValue(article);
    }

    @Property(tries = 300)
    void noTextBreaksTheReader(@ForAll String text) {
        assertThat(CitationText.read(text)).allSatisfy(cited -> assertThat(Citation.isArticle(cited.place())).isTrue());
    }
}
