package org.pufa.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.pufa.web.FormFields;

/** The fields by which administrators say who runs the platform: what each may hold, and what was typed. */
final class SiteForm {

    static final List<Field> FIELDS = List.of(
            new Field("site.name", 20, null, false), new Field("site.name-en", 40, null, false),
            new Field("site.organizer", 60, null, false), new Field("site.organizer-en", 120, null, false),
            new Field("site.phone", 30, "[0-9+() -]{3,30}", false),
            new Field("site.icp", 40, ".{0,4}ICP备\\d{4,14}号(-\\d{1,4})?", false),
            new Field("site.public-security", 40, ".{1,4}公网安备\\s?\\d{10,16}号?", false),
            new Field("site.code", 20, "[0-9a-zA-Z]{8,12}", false),
            new Field("site.feedback", 200, "(https?://[^\\s]+|/[^\\s/][^\\s]*)", false),
            new Field(SiteSettings.PROGRAMME, 20, "(?!.*八五).*", false),
            new Field(SiteSettings.PRIVACY_CONTACT, 120, null, false),
            new Field(SiteSettings.ACCESSIBILITY, 2000, null, true),
            new Field(SiteSettings.ACCESSIBILITY + "-en", 4000, null, true),
            new Field(SiteSettings.THEME, 7, null, false),
            new Field(SiteSettings.BACKUP, 300, null, true));

    private static final String SEEN = "seen:";

    private SiteForm() {
    }

    /**
     * One field.
     *
     * @param form regular expression of what it may hold besides nothing, or null for any text
     * @param lines whether it has several lines
     */
    record Field(String name, int longest, String form, boolean lines) {

        String key() {
            return "settings." + name;
        }

        String seenName() {
            return SEEN + name;
        }
    }

    /** What the form says, all wrong fields noted in {@code form}. */
    static Map<String, String> read(FormFields form) {
        var values = new LinkedHashMap<String, String>();
        for (Field field : FIELDS) {
            var text = form.text(field.name()).atMost(field.longest());
            if (field.form() != null) {
                text.matching(Pattern.compile(field.form()), field.key() + ".wrong");
            }
            values.put(field.name(), text.get());
        }
        if (values.get("site.name").isEmpty()) {
            form.refuse("site.name", "web.form.required");
        }
        checkTheme(values, form);
        return values;
    }

    private static void checkTheme(Map<String, String> values, FormFields form) {
        String typed = values.get(SiteSettings.THEME);
        var colour = Colour.parse(typed);
        if (typed.isEmpty()) {
            return;
        }
        if (colour.isEmpty()) {
            form.refuse(SiteSettings.THEME, "settings.site.theme.wrong");
        } else if (colour.get().contrastWithWhite() < Colour.READABLE) {
            form.refuse(SiteSettings.THEME, "settings.site.theme.contrast",
                    String.format(Locale.ROOT, "%.1f", colour.get().contrastWithWhite()),
                    colour.get().darkenedTo(Colour.READABLE).toString());
        } else {
            values.put(SiteSettings.THEME, colour.get().toString());
        }
    }

    /** The values that the person saw. */
    static Map<String, String> seen(FormFields form) {
        var seen = new LinkedHashMap<String, String>();
        FIELDS.forEach(field -> seen.put(field.name(), form.raw(field.seenName()).replace("\r\n", "\n")));
        return seen;
    }

    /** What was typed, untouched. */
    static Map<String, String> typed(FormFields form) {
        var typed = new LinkedHashMap<String, String>();
        FIELDS.forEach(field -> typed.put(field.name(), form.raw(field.name())));
        return typed;
    }
}
