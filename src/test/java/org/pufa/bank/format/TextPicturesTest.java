package org.pufa.bank.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pufa.bank.intake.Harvest;
import org.pufa.bank.intake.Intake;
import org.pufa.bank.intake.Item;
import org.pufa.bank.intake.Reason;
import org.pufa.bank.intake.SourceFile;
import org.pufa.support.Painted;

/** Pictures in files of text: beside HTML, written into it, or as base64 under a key. */
class TextPicturesTest {

    private static final String DATA = Base64Text.of(Painted.plain("png", 40, 30));
    private static final String URI = "data:image/png;base64," + DATA;

    private static Harvest read(String name, String text) {
        return new Intake(Formats.readers()).read(new SourceFile(name, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> places(Item item) {
        return item.pictures().stream().map(one -> one.place() + ' ' + one.alt()).toList();
    }

    private static List<String> keys(Item item) {
        return item.reasons().stream().map(Reason::key).map(key -> key.substring("bank.intake.".length())).toList();
    }

    private static Item moodle(String stem, String files, String feedback) {
        return read("a.xml", """
                <quiz><question type="multichoice"><questiontext format="html"><text><![CDATA[%s]]></text>%s</questiontext>
                <generalfeedback format="html"><text><![CDATA[%s]]></text></generalfeedback><single>true</single>
                <answer fraction="100" format="html"><text><![CDATA[禁止<img src="%s" alt="红圈">]]></text></answer>
                <answer fraction="0"><text>允许</text></answer></question></quiz>""".formatted(stem, files, feedback, URI))
                .items().get(0);
    }

    @Test
    void moodlePicturesAreFoundBesideTheTextAndInIt() {
        var item = moodle("<p>标志表示什么？</p><p><img width=\"40\" src=\"@@PLUGINFILE@@/%E6%A0%87%20%E5%BF%97.png\" "
                + "alt=\"禁止 &quot;通行&quot;\"/></p><img src='" + URI + "' alt='同一个'>",
                "<file name=\"标 志.png\" path=\"/\" encoding=\"base64\">" + DATA + "</file>", "说明");

        assertThat(item.stem()).isEqualTo("标志表示什么？");
        assertThat(places(item)).containsExactly("stem 禁止 \"通行\"", "stem 同一个", "A 红圈");
        assertThat(keys(item)).isEmpty();
    }

    @Test
    void moodlePicturesAmidWordsElsewhereAndInFeedbackAreTold() {
        var item = moodle("标志<img src=\"@@PLUGINFILE@@/a.png\" alt=\"红圈\">表示什么？", "<file name=\"a.png\" encoding=\"base64\">"
                + DATA + "</file>", "见<img src=\"@@PLUGINFILE@@/b.png\">");
        var gone = moodle("标志表示什么？<img src=\"@@PLUGINFILE@@/none.png\" alt=\"红圈\">", "", "");
        var web = moodle("标志表示什么？<img src=\"https://example.com/a.png?x=<script>\" alt=\"红圈\">", "", "");
        var drawn = moodle("标志表示什么？<svg onload=\"alert(1)\"><text>禁止</text></svg>", "", "");

        assertThat(keys(item)).containsExactly("picture.moved", "picture.aside");
        assertThat(places(item)).containsExactly("stem 红圈", "A 红圈");
        assertThat(keys(gone)).containsExactly("picture.missing");
        assertThat(keys(web)).containsExactly("picture.web");
        assertThat(keys(drawn)).containsExactly("picture.element");
        assertThat(drawn.stem()).isEqualTo("标志表示什么？");
    }

    @Test
    void aDrawingWithAScriptIsNoPictureWhateverItIsCalled() {
        String svg = Base64Text.of("<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8));

        var item = moodle("标志表示什么？<img src=\"@@PLUGINFILE@@/a.png\" alt=\"x\"><img src=\"data:image/svg+xml;base64," + svg
                + "\" alt=\"y\">", "<file name=\"a.png\" encoding=\"base64\">" + svg + "</file>", "");

        assertThat(keys(item)).containsExactly("picture.sort", "picture.sort");
        assertThat(item.state()).isEqualTo(Item.State.REFUSED);
    }

    @Test
    void giftKeepsPicturesThatItsHtmlHolds() {
        String image = "<img src\\=\"data\\:image/png;base64," + DATA.replace("=", "\\=") + "\" alt\\=\"红圈\">";
        var item = read("a.gift", "::1::[html]标志表示什么？" + image + "{=[html]禁止" + image + " ~允许 #### [html]见" + image + "}\n")
                .items().get(0);
        var web = read("a.gift", "::1::[html]标志表示什么？<img src\\=\"https\\://example.com/a.png\">{=禁止 ~允许}\n")
                .items().get(0);

        assertThat(places(item)).containsExactly("stem 红圈", "A 红圈");
        assertThat(keys(item)).containsExactly("picture.aside");
        assertThat(keys(web)).containsExactly("picture.web");
    }

    @ParameterizedTest
    @CsvSource({"json", "yaml"})
    void keyedFilesHoldPicturesUnderAKeyOfTheirOwn(String format) {
        String pictures = "[{\"place\": \"stem\", \"alt\": \"红圈\", \"data\": \"" + DATA + "\"}, {\"place\": \"B\", \"alt\": \"蓝圈\", "
                + "\"data\": \"" + DATA + "\", \"size\": 3}, {\"alt\": \"坏的\", \"data\": \"***\"}]";
        String question = "{\"id\": \"Q-1\", \"type\": \"single\", \"stem\": \"标志表示什么？\", \"options\": {\"A\": \"禁止\", \"B\": "
                + "\"允许\"}, \"answer\": \"A\", \"pictures\": " + pictures + "}";
        var item = read("a." + format, format.equals("json") ? "{\"bank\": \"b\", \"questions\": [" + question + "]}"
                : "bank: b\nquestions:\n- " + question + "\n").items().get(0);

        assertThat(places(item)).containsExactly("stem 红圈", "B 蓝圈");
        assertThat(keys(item)).containsExactlyInAnyOrder("keyed.unknown", "picture.missing");
    }

    @Test
    void aPictureInAnOptionThatDoesNotExistIsRefused() {
        var item = read("a.json", "[{\"stem\": \"标志表示什么？\", \"type\": \"single\", \"options\": [\"禁止\", \"允许\"], \"answer\": "
                + "\"A\", \"pictures\": [{\"place\": \"E\", \"alt\": \"红圈\", \"data\": \"" + DATA + "\"}]}]").items().get(0);

        assertThat(keys(item)).containsExactly("picture.place");
    }
}
