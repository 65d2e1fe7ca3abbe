package org.pufa.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;

/**
 * What surrounds the page of one request, whatever the page: it becomes the data variables of the template.
 *
 * @param look language and size
 * @param path the page's own path
 * @param url path and query of the page, without language and size
 * @param csrf gives the token of the page's forms when a form asks for it
 * @param console navigation of a signed-in staff member, or null
 * @param kiosk whether several people use the device one after the other
 */
record Shell(Look look, String path, String url, Supplier<String> csrf, ConsoleShell console, boolean kiosk) {

    static final String LANG = "pufa.lang";
    static final String CSRF = "pufa.csrf";

    Shell(Look look, String path, String url, Supplier<String> csrf, ConsoleShell console) {
        this(look, path, url, csrf, console, false);
    }

    /** The site as one language sees it; lines of the footer that hold nothing are left out. */
    record SiteView(String name, Optional<LocalText> organizer, String phone, String icp, String publicSecurity,
            String publicSecurityCode, String siteCode, String privacyUrl, String helpUrl, String feedbackUrl,
            String accessibilityUrl, Site.Face face, boolean contact, boolean registered) {

        static SiteView of(Site site, Lang lang) {
            return new SiteView(site.name().in(lang), Optional.of(site.organizer()).filter(text -> text.has(Lang.ZH)),
                    site.phone(), site.icp(),
                    site.publicSecurity(), site.publicSecurity().replaceAll("\\D", ""), site.siteCode(),
                    site.privacyUrl(), site.helpUrl(), site.feedbackUrl(), site.accessibilityUrl(), site.face(),
                    isAny(site.organizer().zh(), site.phone()),
                    isAny(site.icp(), site.publicSecurity(), site.siteCode()));
        }

        private static boolean isAny(String... texts) {
            return Stream.of(texts).anyMatch(text -> !text.isEmpty());
        }
    }

    /** The switches in the header. */
    record ShellView(boolean english, String languageUrl, String sizeUrl) {
    }

    Map<String, Object> data(Site site) {
        var data = new HashMap<String, Object>();
        data.put(LANG, look.lang());
        data.put(CSRF, csrf);
        data.put("lang", look.lang().tag());
        data.put("large", look.large());
        data.put("path", path);
        data.put("site", SiteView.of(site, look.lang()));
        data.put("shell", switches());
        data.put("kiosk", kiosk);
        if (console != null) {
            data.put("console", console.at(path));
        }
        return data;
    }

    private ShellView switches() {
        boolean english = look.lang() == Lang.EN;
        return new ShellView(english, with(Look.LANG, english ? "zh" : "en"),
                with(Look.SIZE, look.large() ? Look.STANDARD : Look.LARGE));
    }

    private String with(String name, String value) {
        return url + (url.indexOf('?') < 0 ? '?' : '&') + name + '=' + value;
    }
}
