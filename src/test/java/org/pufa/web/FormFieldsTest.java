package org.pufa.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.vertx.core.MultiMap;
import java.text.Normalizer;
import java.time.Instant;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;

class FormFieldsTest {

    private static FormFields form(String... namesAndValues) {
        var fields = MultiMap.caseInsensitiveMultiMap();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new FormFields(fields);
    }

    @Test
    void allWrongFieldsAreReportedAtOnce() {
        var in = form("title", "题", "count", "六五");
        var title = in.text("title").required().between(3, 80);
        in.text("unit").required();
        in.number("count").between(1, 10);

        assertThatThrownBy(() -> in.orInvalid(title::get)).asInstanceOf(type(Problem.class)).satisfies(problem -> {
            assertThat(problem.sort()).isEqualTo(Problem.Sort.INVALID);
            assertThat(problem.errors()).containsExactly(FieldError.of("title", "web.form.too-short", 3),
                    FieldError.of("unit", "web.form.required"), FieldError.of("count", "web.form.number"));
        });
    }

    @Test
    void aFormWithoutErrorsMeansSomething() {
        var in = form("title", " 我的工资有话说 ", "tag", "工资", "tag", "", "tag", "合同");
        var title = in.text("title").required().between(3, 80);
        var tags = in.many("tag").atLeast(1).atMost(2);

        assertThat(in.orInvalid(() -> title.get() + tags.get())).isEqualTo("我的工资有话说[工资, 合同]");
    }

    @Test
    void anEmptyFieldThatIsNotRequiredIsFine() {
        var in = form("note", "  ");
        var note = in.text("note").between(5, 10).matching(Pattern.compile("x+"), "some.key");
        var number = in.number("number").between(1, 2);
        var moment = in.moment("moment");

        assertThat(in.errors()).isEmpty();
        assertThat(note.optional()).isEmpty();
        assertThat(number.optional()).isEmpty();
        assertThat(moment.optional()).isEmpty();
    }

    @Test
    void lengthsCountCharactersNotUnits() {
        var in = form("name", "𠮷𠮷𠮷");
        in.text("name").between(3, 3);

        assertThat(in.errors()).isEmpty();
    }

    @Test
    void aPatternThatDoesNotMatchIsReportedUnderItsOwnKey() {
        var in = form("phone", "1380013800O");
        in.text("phone").matching(Pattern.compile("1\\d{10}"), "some.phone");

        assertThat(in.errors()).containsExactly(FieldError.of("phone", "some.phone"));
    }

    @Test
    void numbersMayBeWrittenAsChineseKeyboardsWriteThem() {
        assertThat(form("n", "６５００").number("n").get()).isEqualTo(6500);
        assertThat(form("n", "1,208,345").number("n").get()).isEqualTo(1_208_345);
        assertThat(form("n", "-3").number("n").get()).isEqualTo(-3);
    }

    @Test
    void whatIsNoWholeNumberIsRefused() {
        for (String text : new String[] {"65OO", "1.5", "1e3", "0x10", "９".repeat(16), "--1"}) {
            var in = form("n", text);
            in.number("n").required();
            assertThat(in.errors()).as(text).containsExactly(FieldError.of("n", "web.form.number"));
        }
    }

    @Test
    void aNumberOutOfRangeIsRefused() {
        var in = form("n", "11");
        in.number("n").between(1, 10);

        assertThat(in.errors()).containsExactly(FieldError.of("n", "web.form.range", 1L, 10L));
    }

    @Test
    void momentsAreTakenAsChinas() {
        assertThat(form("at", "2026-11-23T10:42").moment("at").get()).isEqualTo(Instant.parse("2026-11-23T02:42:00Z"));
        assertThat(form("at", "2026-11-23 10:42").moment("at").get()).isEqualTo(Instant.parse("2026-11-23T02:42:00Z"));

        var in = form("at", "2026-02-30T10:42");
        in.moment("at").required();
        assertThat(in.errors()).containsExactly(FieldError.of("at", "web.form.moment"));
    }

    @Test
    void tooFewAndTooManyTicksAreRefused() {
        var in = form("pick", "a", "pick", "b", "pick", "c");
        in.many("pick").atMost(2);
        in.many("other").atLeast(1);

        assertThat(in.errors()).containsExactly(FieldError.of("pick", "web.form.too-many", 2),
                FieldError.of("other", "web.form.too-few", 1));
    }

    @Test
    void textIsComposedAndItsLinesEndAlike() {
        assertThat(form("t", "Cafe\u0301\r\nzwei").text("t").get()).isEqualTo("Caf\u00e9\nzwei");
        assertThat(form("t", "\u3000工资\u3000").text("t").get()).isEqualTo("工资");
    }

    @Property(tries = 300)
    void noControlCharacterEverGetsThrough(@ForAll @StringLength(max = 20) String before,
            @ForAll @IntRange(max = 0x9F) int code) {
        boolean control = Character.isISOControl(code) && code != '\n' && code != '\t' && code != '\r';
        var in = form("t", "x" + before + (char) code + "x");
        var value = in.text("t").get();

        if (control) {
            assertThat(in.errors()).contains(FieldError.of("t", "web.form.characters"));
            assertThat(value).isEmpty();
        }
    }

    @Property(tries = 500)
    void whateverIsAcceptedIsPlain(@ForAll @StringLength(max = 40) String text) {
        PlainText.of(text).ifPresent(plain -> {
            assertThat(Normalizer.isNormalized(plain, Normalizer.Form.NFC)).isTrue();
            assertThat(plain).isEqualTo(plain.strip());
            assertThat(plain.codePoints()).noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t'
                    || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
            assertThat(PlainText.of(plain)).contains(plain);
        });
    }

    @Test
    void textThatTurnsTheDirectionOfWritingIsRefused() {
        assertThat(PlainText.of("abc\u202Egpj.exe")).isEmpty();
        assertThat(PlainText.of("a\u0000b")).isEmpty();
        assertThat(PlainText.of("a\uD800b")).isEmpty();
    }
}
