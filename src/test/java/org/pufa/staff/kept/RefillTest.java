package org.pufa.staff.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pufa.staff.kept.KeptForm.Field;

class RefillTest {

    private static final String PAGE = """
            <!doctype html><html lang="zh-CN"><body><main><h1>新建</h1><svg viewBox="0 0 9 9"></svg>
            <form method="post" action="/other"><input name="title" value="other"></form>
            <form method="get" action="/things"><input name="title" value="search"></form>
            <form method="post" action="/things">
            <input type="hidden" name="_csrf" value="fresh"><input type="hidden" name="version" value="3">
            <input name="title" value="as stored"><input name="row"><input name="row">
            <input type="checkbox" name="role" value="admin" checked><input type="checkbox" name="role" value="editor">
            <input type="radio" name="kind" value="quiz" checked><input type="radio" name="kind" value="vote">
            <input type="checkbox" name="plain">
            <select name="unit"><option value="">all</option><option value="a" selected>A</option><option>b</option></select>
            <textarea name="text">as stored</textarea><input type="password" name="secret" value=""><input type="file" name="f">
            <button name="do" value="save">save</button><button formaction="/things/check">check</button>
            </form></main></body></html>""";

    private static KeptForm kept(String action, String... namesAndValues) {
        var fields = new ArrayList<Field>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(new Field(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new KeptForm(action, fields);
    }

    private static String filled(Refill refill) {
        return refill.with("<p>note</p>");
    }

    @Test
    void everyControlShowsWhatWasSent() {
        var refill = new Refill(PAGE, kept("/things", "version", "2", "title", "《劳动法》 <b> \"x\"", "row", "1", "row",
                "2", "role", "editor", "kind", "vote", "plain", "on", "unit", "b", "text", "一\r\n二 </textarea>"));

        assertThat(refill.isFound()).isTrue();
        assertThat(refill.leftOver()).isEmpty();
        assertThat(filled(refill)).contains("value=\"fresh\"", "name=\"version\" value=\"2\"",
                "name=\"title\" value=\"《劳动法》 <b> &quot;x&quot;\"", "name=\"row\" value=\"1\"",
                "name=\"row\" value=\"2\"", "name=\"role\" value=\"admin\">", "value=\"editor\" checked",
                "value=\"quiz\">", "value=\"vote\" checked", "name=\"plain\" checked", "<option value=\"a\">A",
                "<option selected>b", "一\r\n二 &lt;/textarea&gt;</textarea>", "<h1>新建</h1><p>note</p>", "viewBox");
    }

    @Test
    void otherFormsStayAsTheyAre() {
        assertThat(filled(new Refill(PAGE, kept("/things", "title", "typed")))).contains("value=\"other\"", "value=\"search\"");
    }

    @Test
    void boxesThatWereNotTickedAreNot() {
        assertThat(filled(new Refill(PAGE, kept("/things", "title", "typed")))).doesNotContain("checked", "selected");
    }

    @Test
    void aFormIsAlsoKnownByAButtonThatSendsItElsewhere() {
        assertThat(new Refill(PAGE, kept("/things/check", "title", "typed")).isFound()).isTrue();
    }

    @Test
    void whatHasNoPlaceIsToldAndButtonsAreNot() {
        var refill = new Refill(PAGE, kept("/things", "title", "typed", "gone", "some text", "do", "save", "empty", ""));

        assertThat(refill.leftOver()).containsExactly(new Field("gone", "some text"));
    }

    @Test
    void moreValuesThanPlacesAreTold() {
        var refill = new Refill(PAGE, kept("/things", "row", "1", "row", "2", "row", "3"));

        assertThat(refill.leftOver()).extracting(Field::value).containsExactly("1", "2", "3");
    }

    @Test
    void aSecretIsNeverFilledIn() {
        assertThat(filled(new Refill(PAGE, kept("/things", "secret", "hunter2")))).doesNotContain("hunter2");
    }

    @Test
    void ofTwoFormsThatSendToOnePlaceTheMoreLikelyIsFilled() {
        String page = """
                <main><form method="post" action="/u"><input type="hidden" name="sort" value="a"><input name="id"></form>
                <form method="post" action="/u"><input type="hidden" name="sort" value="b"><input name="id"></form></main>""";

        assertThat(filled(new Refill(page, kept("/u", "sort", "b", "id", "7"))))
                .contains("value=\"b\"><input name=\"id\" value=\"7\">", "value=\"a\"><input name=\"id\">");
    }

    @Test
    void aPageWithoutTheFormGetsEverythingInTheNote() {
        var refill = new Refill("<main><p>not found</p></main>", kept("/things", "title", "typed"));

        assertThat(refill.isFound()).isFalse();
        assertThat(refill.leftOver()).extracting(Field::value).containsExactly("typed");
        assertThat(filled(refill)).contains("<main><p>note</p><p>not found</p></main>");
    }

    @Test
    void aFormIsReadAsItWasWritten() {
        var form = kept("/things", "title", "标题 \u0000\"\\", "title", "", "x", "\r\n");

        assertThat(KeptForm.read("/things", form.bytes())).isEqualTo(form);
    }
}
