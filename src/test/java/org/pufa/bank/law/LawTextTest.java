package org.pufa.bank.law;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LawTextTest {

    private static final String TEXT = """
            某市测试条例
            （2020年1月1日通过）
            目　录
            第一章　总则
            第二章　附则

            第一章　总则
            第一条　为了测试，制定本条例。
            第二条　有下列情形之一的，适用本条例：
            （一）甲；
            （二）乙。
            第一条规定的情形除外。
            **第二条之一**　插入的条文。
            ## 第二章　附则
            第一节　其他
            第四条　本条例自公布之日起施行。
            """;

    @Test
    void articlesChaptersParagraphsAndItemsAreTold() {
        var reading = LawText.read(TEXT);

        assertThat(reading.articles()).extracting(article -> article.number().toString())
                .containsExactly("第一条", "第二条", "第二条之一", "第四条");
        var second = reading.articles().get(1);
        assertThat(second.chapter()).isEqualTo("第一章 总则");
        assertThat(second.paragraphs()).isEqualTo(2);
        assertThat(second.items(1)).isEqualTo(2);
        assertThat(second.items(2)).isZero();
        assertThat(second.linesOf(2)).containsExactly("第一条规定的情形除外。");
        assertThat(reading.articles().get(3).chapter()).isEqualTo("第二章 附则 第一节 其他");
        assertThat(reading.last()).isEqualTo(4);
    }

    @Test
    void whatIsMissingOrThereTwiceIsSaid() {
        var reading = LawText.read(TEXT + "第四条　又一次。\n");

        assertThat(reading.missing()).containsExactly(3);
        assertThat(reading.twice()).containsExactly(new ArticleNumber(4, 0));
        assertThat(reading.articles().get(3).text()).isEqualTo("本条例自公布之日起施行。");
    }

    @Test
    void theWordsMayFollowOnTheNextLine() {
        assertThat(LawText.read("第一条\n一段。\n二段。").articles().get(0).lines()).containsExactly("一段。", "二段。");
    }

    @Property(tries = 200)
    void noTextBreaksTheReader(@ForAll String text) {
        assertThat(LawText.read("第一条 " + text).articles().size()).isBetween(0, text.length() + 1);
    }
}
