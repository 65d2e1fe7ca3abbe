package org.pufa.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private final Messages messages = new Messages(List.of("i18n.sample", "no.such.package"));

    @Test
    void aSentenceComesInTheLanguageAskedFor() {
        assertThat(messages.get(Lang.ZH, "sample.plain")).isEqualTo("您好");
        assertThat(messages.get(Lang.EN, "sample.plain")).isEqualTo("It's fine");
    }

    @Test
    void wholeNumbersGetThousandsSeparators() {
        assertThat(messages.get(Lang.ZH, "sample.count", 1_208_345L, LocalText.of("某局")))
                .isEqualTo("共 1,208,345 人，某局 单位");
        assertThat(messages.get(Lang.EN, "sample.count", 999, new LocalText("某局", "a bureau")))
                .isEqualTo("999 people, a bureau");
    }

    @Test
    void timesAndDaysAreWrittenAsPeopleReadThem() {
        var text = messages.get(Lang.EN, "sample.when", LocalDate.of(2026, 11, 23),
                Instant.parse("2026-11-23T02:42:00Z"));

        assertThat(text).isEqualTo("23 November to 23 November 10:42");
    }

    @Test
    void onlyANumberInBracesIsAPlaceholder() {
        assertThat(messages.get(Lang.ZH, "sample.brace", "{0}")).isEqualTo("JSON {\"a\": 1} 与 {0}");
    }

    @Test
    void anUnknownKeyIsAnError() {
        assertThatThrownBy(() -> messages.get(Lang.ZH, "sample.nothing"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("sample.nothing");
    }

    @Test
    void aMissingArgumentIsAnError() {
        assertThatThrownBy(() -> messages.get(Lang.ZH, "sample.count", 1))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("argument 1");
        assertThatThrownBy(() -> messages.get(Lang.ZH, "sample.count", 1, null))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("argument 1");
    }

    @Test
    void theSameKeyInTwoBundlesIsAnError() {
        assertThatThrownBy(() -> new Messages(List.of("i18n.sample", "i18n.again")))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("sample.plain");
    }

    @Test
    void theSameKeyTwiceInOneBundleIsAnError() {
        assertThatThrownBy(() -> new Messages(List.of("i18n.twice")))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("a.b");
    }
}
