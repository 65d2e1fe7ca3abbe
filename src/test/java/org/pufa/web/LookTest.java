package org.pufa.web;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.pufa.i18n.Lang;

class LookTest {

    @Test
    void cookiesChooseLanguageAndSize() {
        assertThat(Look.fromCookies("lang=en; size=large")).isEqualTo(new Look(Lang.EN, true));
        assertThat(Look.fromCookies("a=b;size=large")).isEqualTo(new Look(Lang.ZH, true));
        assertThat(Look.fromCookies("lang=en")).isEqualTo(new Look(Lang.EN, false));
        assertThat(Look.fromCookies(null)).isEqualTo(new Look(Lang.ZH, false));
    }

    @Test
    void whatOnlyLooksLikeTheCookieChoosesNothing() {
        assertThat(Look.fromCookies("slang=en; xsize=large")).isEqualTo(new Look(Lang.ZH, false));
        assertThat(Look.fromCookies("lang=enormous; size=larger")).isEqualTo(new Look(Lang.ZH, false));
        assertThat(Look.fromCookies("x=lang=en")).isEqualTo(new Look(Lang.ZH, false));
        assertThat(Look.fromCookies("lang=zh; lang=en")).isEqualTo(new Look(Lang.ZH, false));
    }

    @Test
    void everyLookHasAnIndexOfItsOwn() {
        for (Lang lang : Lang.values()) {
            for (boolean large : new boolean[] {false, true}) {
                var look = Look.of(lang, large);
                assertThat(look).isEqualTo(new Look(lang, large));
                assertThat(look.index()).isEqualTo((lang == Lang.EN ? 1 : 0) + (large ? 2 : 0));
            }
        }
    }

    @Property
    void noCookieHeaderIsTooStrange(@ForAll String header) {
        assertThat(Look.fromCookies(header)).isNotNull();
        CookieHeader.value(header, "lang");
    }

    @Test
    void aCookieIsReadByItsWholeName() {
        assertThat(CookieHeader.value("xid=1; id=2; id=3", "id")).isEqualTo("2");
        assertThat(CookieHeader.value("id=", "id")).isEmpty();
        assertThat(CookieHeader.value("id", "id")).isNull();
        assertThat(CookieHeader.value(null, "id")).isNull();
    }
}
