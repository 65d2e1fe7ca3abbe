package org.pufa.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;
import org.pufa.i18n.Messages;

class ViewsTest {

    record Page(String heading, LocalText lead, List<Item> items, long count, Instant at) {
    }

    record Item(String name, Optional<String> note) {
    }

    record Curious(String name) {

        public String secret() {
            return "secret";
        }
    }

    record Leaky(String heading, List<Item> items) {
    }

    private static final SecurityHeaders SECURITY = new SecurityHeaders(WebConfig.of(null, 0));
    private static final Assets ASSETS = new Assets(SECURITY);
    private static final Messages MESSAGES = new Messages(List.of("web", "web.sample"));
    private static final Views STRICT = new Views(MESSAGES, ASSETS, true);
    private static final Page PAGE = new Page("劳动合同法 <每日五题>", LocalText.of("“杭州无欠薪”行动成绩突出单位评选"),
            List.of(new Item("甲", Optional.of("x & y")), new Item("乙", Optional.empty())), 1_208_345,
            Instant.parse("2026-11-23T02:42:00Z"));

    private static Map<String, Object> data(Lang lang, boolean large) {
        return new Shell(Look.of(lang, large), "/c/pay", "/c/pay?ch=GZH", () -> "token", null).data(WebFixture.SITE);
    }

    private static String render(String template, Object model, Lang lang) {
        return STRICT.render(template, model, data(lang, false));
    }

    @Test
    void aPageStandsInTheShellOfItsLayout() {
        var html = render("web/sample/page", PAGE, Lang.ZH);

        assertThat(html).startsWith("<!doctype html>\n<html lang=\"zh-CN\">")
                .contains("<title>劳动合同法 &lt;每日五题&gt; - 杭州人社普法</title>")
                .contains("<h1>劳动合同法 &lt;每日五题&gt;</h1>")
                .contains("href=\"/c/pay?ch&#x3D;GZH&amp;size&#x3D;large\">长者版</a>")
                .contains("href=\"/c/pay?ch&#x3D;GZH&amp;lang&#x3D;en\" lang=\"en\"")
                .contains("主办：某市人力资源和社会保障局", "浙公网安备33010000000000号", "网站标识码 3301000000");
    }

    @Test
    void loopsOptionalsNumbersAndDatesAreWritten() {
        assertThat(render("web/sample/page", PAGE, Lang.ZH)).contains("<p>0 甲 x &amp; y</p>", "<p>1 乙 -</p>",
                "<p>1,208,345 11月23日 10:42 11月23日</p>");
        assertThat(render("web/sample/page", PAGE, Lang.EN))
                .contains("<p>1,208,345 23 November 10:42 23 November</p>");
    }

    @Test
    void chineseInAnEnglishPageSaysThatItIsChinese() {
        var html = render("web/sample/page", PAGE, Lang.EN);

        assertThat(html).startsWith("<!doctype html>\n<html lang=\"en\">")
                .contains("<p><span lang=\"zh-CN\">“杭州无欠薪”行动成绩突出单位评选</span></p>")
                .contains("中文</a>").contains("Hangzhou law campaigns");
    }

    @Test
    void aTitleIsCutAtItsMarksOnly() {
        assertThat(render("web/sample/page", PAGE, Lang.ZH))
                .contains("<p class=\"keep\">“杭州无欠薪”<wbr>行动成绩突出单位评选</p>");
        assertThat(Phrases.html("a<b>《劳动法》，c")).isEqualTo("a&lt;b&gt;<wbr>《劳动法》，<wbr>c");
    }

    @Test
    void theLargeSizeIsWrittenOnTheRootAndOffersTheWayBack() {
        var html = STRICT.render("web/sample/page", PAGE, data(Lang.ZH, true));

        assertThat(html).contains("<html lang=\"zh-CN\" data-size=\"large\">").contains("标准版</a>")
                .contains("size&#x3D;standard");
    }

    @Test
    void fieldsOfTheFooterThatAreEmptyAreHidden() {
        var bare = new Shell(Look.of(Lang.ZH, false), "/", "/", () -> "", null).data(Site.named(LocalText.of("普法")));

        assertThat(STRICT.render("web/sample/page", PAGE, bare)).doesNotContain("主办", "tel:", "备", "标识码", "投诉")
                .contains("href=\"/privacy\"", "href=\"/help\"");
    }

    @Test
    void theConsoleMarksTheNearestPlace() {
        var shell = new ConsoleShell("王敏，活动编辑", "", "/console/session/end", List.of(
                new ConsoleShell.Group("工作台", List.of(new ConsoleShell.Item("今天", "/console"))),
                new ConsoleShell.Group("活动", List.of(new ConsoleShell.Item("全部活动", "/console/campaigns"),
                        new ConsoleShell.Item("新建活动", "/console/campaigns/new")))));
        var data = new Shell(Look.of(Lang.ZH, false), "/console/campaigns/7", "/console/campaigns/7", () -> "token",
                shell).data(WebFixture.SITE);

        assertThat(STRICT.render("web/sample/form", Map.of(), data))
                .contains("<a href=\"/console/campaigns\" aria-current=\"page\">全部活动</a>")
                .containsOnlyOnce("aria-current").contains("王敏，活动编辑")
                .contains("<input type=\"hidden\" name=\"_csrf\" value=\"token\">");
    }

    @Test
    void everyTemplateOfThePlatformCompiles() {
        assertThat(new Views(MESSAGES, ASSETS, false).compileAll().names()).contains("web/problem", "campaign/landing");
    }

    @Test
    void aMissingNameIsAnErrorUnderTestAndEmptyOtherwise() {
        assertThatThrownBy(() -> render("web/sample/missing", Map.of(), Lang.ZH)).hasMessageContaining("nothing");
        assertThat(new Views(MESSAGES, ASSETS, false).render("web/sample/missing", Map.of(), data(Lang.ZH, false)))
                .isEmpty();
    }

    @Test
    void aMissingMessageIsAlwaysAnError() {
        assertThatThrownBy(() -> new Views(MESSAGES, ASSETS, false)
                .render("web/sample/no-message", Map.of(), data(Lang.ZH, false)))
                .hasMessageContaining("web.no-such-message");
    }

    @Test
    void aTemplateSeesTheComponentsOfARecordAndNothingElse() {
        var html = new Views(MESSAGES, ASSETS, false).render("web/sample/curious", new Curious("甲"),
                data(Lang.ZH, false));

        assertThat(html).isEmpty();
    }

    @Test
    void aLoopDoesNotSeeThePageAroundIt() {
        var leaky = new Leaky("页", List.of(new Item("甲", Optional.empty())));

        assertThatThrownBy(() -> render("web/sample/leak", leaky, Lang.ZH)).hasMessageContaining("heading");
    }

    @Test
    void namedParametersOfPartialsAreEscapedToo() {
        assertThat(render("web/sample/escape", Map.of("name", "<i>"), Lang.ZH)).isEqualTo("&lt;i&gt;|&lt;b&gt;");
    }

    @Test
    void anUnknownTemplateIsAnError() {
        assertThatThrownBy(() -> render("web/no/such", Map.of(), Lang.ZH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyTemplateIsCompiledAtStart() {
        assertThat(STRICT.names()).contains("web/citizen", "web/console", "web/plain", "web/problem");
    }
}
