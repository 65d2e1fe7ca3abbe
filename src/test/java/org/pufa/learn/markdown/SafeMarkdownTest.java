package org.pufa.learn.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeMarkdownTest {

    private static final Map<String, Picture> PICTURES =
            Map.of("图1", new Picture("/pictures/aa.png", "一张\"工资条\"", 640, 480));
    /** Every attribute that may come out, by its element. */
    private static final Map<String, List<String>> ALLOWED = Map.ofEntries(Map.entry("p", List.of()),
            Map.entry("h2", List.of()), Map.entry("h3", List.of()), Map.entry("h4", List.of()),
            Map.entry("ul", List.of("class")), Map.entry("ol", List.of("class", "start")), Map.entry("li", List.of()),
            Map.entry("blockquote", List.of()), Map.entry("pre", List.of()), Map.entry("code", List.of()),
            Map.entry("em", List.of()), Map.entry("strong", List.of()), Map.entry("br", List.of()),
            Map.entry("hr", List.of()), Map.entry("a", List.of("href", "rel")),
            Map.entry("img", List.of("src", "alt", "width", "height", "loading")),
            Map.entry("div", List.of("class", "tabindex", "role")), Map.entry("table", List.of()),
            Map.entry("thead", List.of()), Map.entry("tbody", List.of()), Map.entry("tr", List.of()),
            Map.entry("th", List.of("scope", "class")), Map.entry("td", List.of("class")));

    private final SafeMarkdown markdown = new SafeMarkdown();

    private String html(String text) {
        return markdown.render(text, PICTURES).html().html();
    }

    private static void isSafe(String html) {
        Document page = Jsoup.parseBodyFragment(html);
        for (Element element : page.body().children().select("*")) {
            assertThat(ALLOWED).as(html).containsKey(element.tagName());
            element.attributes().forEach(attribute ->
                    assertThat(ALLOWED.get(element.tagName())).as(html).contains(attribute.getKey()));
        }
        page.select("a").forEach(link -> assertThat(link.attr("href")).as(html)
                .matches("(https?://[^\\s\"'<>\\\\]+|tel:[+0-9-]+|mailto:[A-Za-z0-9._+@-]+|/(c|learn)(/[a-z0-9-]+)?)"));
        page.select("img").forEach(image -> assertThat(image.attr("src")).as(html).isEqualTo("/pictures/aa.png"));
        assertThat(page.select("body > script, script, style, iframe, object, form, input, svg")).isEmpty();
        assertThat(html).doesNotContainIgnoringCase("<script").doesNotContainIgnoringCase("href=\"javascript:");
    }

    @Test
    void headingsListsQuotationsTablesAndLinksComeOutAsPagesNeedThem() {
        String html = html("""
                ## 先留证据

                1. 工资条
                2. 打卡记录

                > 用人单位应当及时足额支付。

                | 时间 | 电话 |
                |---|---:|
                | 全天 | [12333](tel:12333) |

                ### 再投诉

                见 [人社部](https://www.mohrss.gov.cn/) 和 [测一测](/c/labor-contract-quiz)。
                """);

        assertThat(html).contains("<h2>先留证据</h2>", "<ol class=\"numbers\">", "<li>工资条</li>", "<blockquote>",
                "<th scope=\"col\">时间</th>", "<td class=\"num\"><a href=\"tel:12333\">12333</a></td>", "<h3>再投诉</h3>",
                "<a href=\"https://www.mohrss.gov.cn/\" rel=\"noopener noreferrer nofollow external\">人社部</a>",
                "<a href=\"/c/labor-contract-quiz\">测一测</a>");
        isSafe(html);
    }

    @ParameterizedTest
    @CsvSource({"# 一,h2", "###### 一,h2"})
    void theHighestHeadingOfATextComesRightBelowTheTitle(String text, String tag) {
        assertThat(html(text)).isEqualTo("<" + tag + ">一</" + tag + ">\n");
    }

    @Test
    void noHeadingLevelIsLeftOutAndNoneIsDeeperThanFour() {
        assertThat(html("# 一\n\n### 二\n\n#### 三\n\n##### 四")).contains("<h2>一", "<h3>二", "<h4>三", "<h4>四");
    }

    @Test
    void emphasisWorksBesideChineseMarks() {
        assertThat(html("按**《劳动合同法》**第八十五条，**先协商：**再投诉。"))
                .isEqualTo("<p>按<strong>《劳动合同法》</strong>第八十五条，<strong>先协商：</strong>再投诉。</p>\n");
    }

    @Test
    void aLineEndsWhereItsAuthorEndedIt() {
        assertThat(html("第一行\n第二行")).isEqualTo("<p>第一行<br>\n第二行</p>\n");
    }

    @Test
    void onlyPicturesOfThePageAreShownAndTheOthersAreNamed() {
        var rendered = markdown.render("![](图1) ![别处的图](https://example.com/a.png) ![没传](图9)", PICTURES);

        assertThat(rendered.html().html()).contains("<img src=\"/pictures/aa.png\" alt=\"一张&quot;工资条&quot;\" width=\"640\"")
                .contains("别处的图", "没传").doesNotContain("example.com");
        assertThat(rendered.shown()).containsExactly("图1");
        assertThat(rendered.missing()).containsExactlyInAnyOrder("https://example.com/a.png", "图9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#115;cript:alert(1)", "&#x6A;avascript:alert(1)",
        "data:text/html;base64,PHNjcmlwdD4=", "vbscript:x", "//evil.example", "/\\\\evil.example", "https:evil",
        "http://", "https://12333.gov.cn@evil.example/", "tel:javascript", "mailto:a@b.cn?body=x", "file:///etc/passwd",
        "/console/sign-out", "https://evil.example\\@x", "\u0001javascript:alert(1)", "java\tscript:alert(1)", "#x", "x.html"})
    void addressesThatALinkMustNotHaveAreLeftOut(String address) {
        var rendered = markdown.render("[点这里](<" + address + ">)", PICTURES);

        assertThat(rendered.html().html()).doesNotContain("href").contains("点这里");
        isSafe(rendered.html().html());
    }

    @Test
    void addressesWithChineseInThemAreWrittenSoThatNothingCanBeMisread() {
        assertThat(html("[查询](https://www.gov.cn/搜索?词=工资&a=1)")).contains(
                "href=\"https://www.gov.cn/%E6%90%9C%E7%B4%A2?%E8%AF%8D=%E5%B7%A5%E8%B5%84&amp;a=1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "a <b onclick=\"x()\">b</b>",
        "<svg/onload=alert(1)>", "<!-- x --><script>", "<![CDATA[<script>]]>", "<?php x ?>", "<div\nonclick=x>",
        "[a](javascript:alert(1) \"x\" onclick=y)", "![\" onerror=\"alert(1)](图1)", "[x]: javascript:alert(1)\n\n[x]",
        "`<script>`", "```html onload=x\n<script>\n```", "<https://a.b/\"onclick=\"x>", "<javascript:alert(1)>",
        "| <script> |\n|---|\n| <img src=x onerror=y> |", "&lt;script&gt;", "\\<script>", "[a](</c/x\" onclick=y>)"})
    void hostileTextComesOutAsWords(String text) {
        isSafe(html(text));
    }

    @Property(tries = 2000)
    void whateverIsWrittenComesOutSafe(@ForAll("hostile") String text) {
        isSafe(html(text));
    }

    @Provide
    Arbitrary<String> hostile() {
        var bits = Arbitraries.of("<", ">", "\"", "'", "&", "script", "</script>", "onerror=", "javascript:", "data:",
                "[", "]", "(", ")", "![", "](图1)", "](", "`", "```", "~~~", "*", "**", "_", "#", "## ", "> ", "- ", "1. ", "9999999. ",
                "|", "|---|", "\n", "\n\n", "    ", "\t", "\\", "&#106;", "&colon;", "\u0000", "\u200B", "\u202E", "\uD800",
                "https://a.b", "//", "tel:12333", "mailto:a@b.cn", "/c/x", "/learn", "工资", "《法》", "：", "<!--", "-->", "<img src=x ",
                "<a href=", "<iframe", "[x]: ", "<svg onload=", "=", "---", "x");
        return bits.list().ofMaxSize(60).map(all -> String.join("", all));
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "- ", "* a\n ", "[", "![", "*a ", "**", "_", "`", "<", "](", "1. ", "|", "<b>", "[a](", "&#", "\\",
        "*_", "![[]()", "<a", "\n> - ", "~~~\n", "a**b", "|a\n|-\n", "[x]: <", "《**"})
    void noTextKeepsTheServerBusyOrRunsItOutOfStack(String bit) {
        String text = bit.repeat(SafeMarkdown.LONGEST / bit.length());

        String html = Assertions.assertTimeout(Duration.ofSeconds(10), () -> html(text));

        isSafe(html);
        assertThat(html.length()).isLessThan(60 * SafeMarkdown.LONGEST);
    }

    @Test
    void listsThatLieTooDeepAreShownAsTheyWereWrittenAndSaidToBe() {
        var rendered = markdown.render("*".repeat(200) + "重要" + "*".repeat(200), PICTURES);

        assertThat(rendered.tooDeep()).isTrue();
        assertThat(rendered.html().html()).startsWith("<p>****");
    }

    @Test
    void nestingThatPeopleUseIsKept() {
        var rendered = markdown.render("- 一\n  - 二\n    - 三\n      - 四", PICTURES);

        assertThat(rendered.tooDeep()).isFalse();
        assertThat(Jsoup.parseBodyFragment(rendered.html().html()).select("ul ul ul ul li").text()).isEqualTo("四");
    }

    @Test
    void aTextLongerThanItMayBeIsRefused() {
        assertThatThrownBy(() -> html("长".repeat(SafeMarkdown.LONGEST + 1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itsWordsCanBeSearched() {
        assertThat(markdown.render("## 先留证据\n\n- **工资条**\n- [打卡](https://a.cn)", Map.of()).plain())
                .contains("先留证据", "工资条", "打卡").doesNotContain("https", "*", "#");
    }
}
