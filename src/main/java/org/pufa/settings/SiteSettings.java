package org.pufa.settings;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.Sha256;
import org.pufa.web.Site;

/** Who runs the platform and how it looks, as decided in the console; what was not decided there is as configured. */
public final class SiteSettings {

    static final String THEME = "site.theme";
    static final String ACCESSIBILITY = "site.accessibility";
    static final String PROGRAMME = "plan.programme";
    static final String PRIVACY_CONTACT = "site.privacy-contact";
    static final String BACKUP = "site.backup";
    static final String FILES = "/site/";

    /** 2026 to 2030. */
    private static final String USUAL_PROGRAMME = "九五普法";
    private static final int HASH_LETTERS = 8;

    private final Settings settings;
    private final Site configured;
    private volatile Seen seen;

    private record Seen(Site site, String stylesheet) {
    }

    /** @param configured what holds where nothing was decided in the console */
    public SiteSettings(Settings settings, Site configured) {
        this.settings = settings;
        this.configured = configured;
        this.seen = read();
        settings.onChange(() -> seen = read());
    }

    /** The site as it is now. */
    public Site site() {
        return seen.site();
    }

    /** Whom people ask about their data: an office, a person, an address; "" where nobody is named. */
    public String privacyContact() {
        return text(PRIVACY_CONTACT);
    }

    /** The five-year programme to which new plans belong; "" where none is named. */
    public String programme() {
        return settings.text(PROGRAMME).orElse(USUAL_PROGRAMME);
    }

    /** How backups are made, in the administrators' words. */
    public String backup() {
        return text(BACKUP);
    }

    /** The statement on accessibility, in paragraphs; "" where there is none. */
    LocalText accessibility() {
        return new LocalText(text(ACCESSIBILITY), text(ACCESSIBILITY + "-en"));
    }

    /** What goes over the colours of every page, and how the logo stands; "" for nothing. */
    String stylesheet() {
        return seen.stylesheet();
    }

    Optional<Logo> logo() {
        return settings.logo();
    }

    /** Every setting of the form with its present value, in the order of the form. */
    Map<String, String> values() {
        var values = new LinkedHashMap<>(configuredValues());
        values.replaceAll((name, value) -> settings.text(name).orElse(value));
        return values;
    }

    private Map<String, String> configuredValues() {
        var values = new LinkedHashMap<String, String>();
        values.put("site.name", configured.name().zh());
        values.put("site.name-en", configured.name().en());
        values.put("site.organizer", configured.organizer().zh());
        values.put("site.organizer-en", configured.organizer().en());
        values.put("site.phone", configured.phone());
        values.put("site.icp", configured.icp());
        values.put("site.public-security", configured.publicSecurity());
        values.put("site.code", configured.siteCode());
        values.put("site.feedback", configured.feedbackUrl());
        values.put(PROGRAMME, USUAL_PROGRAMME);
        for (String name : List.of(PRIVACY_CONTACT, ACCESSIBILITY, ACCESSIBILITY + "-en", THEME, BACKUP)) {
            values.put(name, "");
        }
        return values;
    }

    private String text(String name) {
        return settings.text(name).orElse("");
    }

    private Seen read() {
        var values = values();
        String stylesheet = stylesheet(values.get(THEME));
        var logo = settings.logo();
        var face = new Site.Face(stylesheet.isEmpty() ? "" : FILES + "look." + hash(stylesheet.getBytes(
                StandardCharsets.UTF_8)) + ".css", logo.map(one -> FILES + "logo." + hash(one.picture()) + '.'
                + one.ending()).orElse(""), logo.map(Logo::shownWidth).orElse(0), logo.map(Logo::shownHeight).orElse(0));
        return new Seen(new Site(new LocalText(values.get("site.name"), values.get("site.name-en")),
                new LocalText(values.get("site.organizer"), values.get("site.organizer-en")), values.get("site.phone"),
                values.get("site.icp"), values.get("site.public-security"), values.get("site.code"),
                configured.privacyUrl(), configured.helpUrl(), values.get("site.feedback"),
                values.get(ACCESSIBILITY).isEmpty() ? "" : AccessibilityPage.PATH, face), stylesheet);
    }

    /** 长者版 has a darker shade where the colour alone is too light for it. */
    private String stylesheet(String theme) {
        String colours = Colour.parse(theme).map(colour -> ":root{--seal:" + colour + "}[data-size=\"large\"]{--seal:"
                + colour.darkenedTo(Colour.EASILY_READABLE) + "}@media screen and (prefers-color-scheme:dark){:root{--seal:"
                + colour + "}}").orElse("");
        return colours + (settings.logo().isPresent() ? ".logo{width:auto;height:1.75rem;margin-right:10px}" : "");
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes)).substring(0, HASH_LETTERS);
    }
}
