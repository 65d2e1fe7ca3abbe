package org.pufa.web;

import org.pufa.i18n.Lang;

/**
 * The two choices a citizen makes about how pages look, each kept in a cookie.
 *
 * @param lang language of the page, cookie {@code lang}
 * @param large 长者版, cookie {@code size}
 */
public record Look(Lang lang, boolean large) {

    static final String LANG = "lang";
    static final String SIZE = "size";
    static final String LARGE = "large";
    static final String STANDARD = "standard";
    /** How many looks there are; each has an {@link #index()} below this. */
    static final int COUNT = 4;

    private static final Look[] ALL = {
        new Look(Lang.ZH, false), new Look(Lang.EN, false), new Look(Lang.ZH, true), new Look(Lang.EN, true)};

    static Look of(Lang lang, boolean large) {
        return ALL[(lang == Lang.EN ? 1 : 0) + (large ? 2 : 0)];
    }

    /** The look that the cookies of a request ask for; anything not understood means the standard look. */
    static Look fromCookies(String cookieHeader) {
        if (cookieHeader == null) {
            return ALL[0];
        }
        return of(CookieHeader.has(cookieHeader, LANG, "en") ? Lang.EN : Lang.ZH,
                CookieHeader.has(cookieHeader, SIZE, LARGE));
    }

    /** The first language of an {@code Accept-Language} header that the pages are written in, else Chinese. */
    static Lang acceptedLang(String header) {
        int en = header == null ? -1 : header.indexOf("en");
        int zh = en < 0 ? 0 : header.indexOf("zh");
        return en >= 0 && (zh < 0 || en < zh) ? Lang.EN : Lang.ZH;
    }

    int index() {
        return (lang == Lang.EN ? 1 : 0) + (large ? 2 : 0);
    }
}
