package org.pufa.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageUrlTest {

    @Test
    void languageAndSizeAreLeftOut() {
        assertThat(PageUrl.of("/c/pay", "lang=en&ch=GZH&size=large")).isEqualTo("/c/pay?ch=GZH");
        assertThat(PageUrl.of("/c/pay", "lang=en")).isEqualTo("/c/pay");
        assertThat(PageUrl.of("/c/pay", null)).isEqualTo("/c/pay");
        assertThat(PageUrl.of("/c/pay", "a=1&&b=2")).isEqualTo("/c/pay?a=1&b=2");
    }

    @Test
    void aPathThatLeadsToAnotherSiteIsNotRepeated() {
        assertThat(PageUrl.of("//evil.example/x", "a=1")).isEqualTo("/?a=1");
        assertThat(PageUrl.of("/\\evil.example", null)).isEqualTo("/");
        assertThat(PageUrl.of("evil", null)).isEqualTo("/");
        assertThat(PageUrl.of(null, null)).isEqualTo("/");
    }

    @Test
    void aQueryThatChangesTheLookIsNoticed() {
        assertThat(PageUrl.changesLook("/c/pay?lang=en", 6)).isTrue();
        assertThat(PageUrl.changesLook("/c/pay?ch=A&size=large", 6)).isTrue();
        assertThat(PageUrl.changesLook("/c/pay?ch=lang=en&slang=1", 6)).isFalse();
    }
}
