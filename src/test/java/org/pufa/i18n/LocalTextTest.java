package org.pufa.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LocalTextTest {

    @Test
    void aTextWithoutEnglishShowsItsChinese() {
        var text = LocalText.of("普法活动");

        assertThat(text.in(Lang.EN)).isEqualTo("普法活动");
        assertThat(text.has(Lang.EN)).isFalse();
        assertThat(text.has(Lang.ZH)).isTrue();
    }

    @Test
    void aTextInBothLanguagesShowsTheOneAskedFor() {
        var text = new LocalText("普法活动", "Campaigns");

        assertThat(text.in(Lang.EN)).isEqualTo("Campaigns");
        assertThat(text.in(Lang.ZH)).isEqualTo("普法活动");
    }

    @Test
    void languagesAreReadFromCookiesAndAddresses() {
        assertThat(Lang.parse("en")).contains(Lang.EN);
        assertThat(Lang.parse("zh")).contains(Lang.ZH);
        assertThat(Lang.parse("zh-CN")).contains(Lang.ZH);
        assertThat(Lang.parse("fr")).isEmpty();
        assertThat(Lang.parse(null)).isEmpty();
    }
}
