package org.pufa.insight.report;

import java.util.Map;
import org.pufa.i18n.Lang;

/** The sentences with which reports begin: those of the house, else those that come with the platform. */
final class Templates {

    private static final String ROOT = "insight.report.template.";

    private final ReportWords words;
    private final Map<String, String> own;

    /** @param own by the code of {@link #code} */
    Templates(ReportWords words, Map<String, String> own) {
        this.words = words;
        this.own = Map.copyOf(own);
    }

    /** Under which a template is kept. @param kind of the campaign or of outreach */
    static String code(Source.Sort sort, String kind) {
        return sort.name().toLowerCase(java.util.Locale.ROOT) + (kind.isEmpty() ? "" : ':' + kind);
    }

    /** @param kind of the campaign or of outreach, or "" */
    String sentence(Source.Sort sort, String kind) {
        String code = code(sort, kind);
        return own.containsKey(code) ? own.get(code) : usual(sort, kind);
    }

    /** The one that comes with the platform: of a kind of campaign in that kind's own words. */
    String usual(Source.Sort sort, String kind) {
        return switch (sort) {
            case NONE -> "";
            case ONLINE -> text(ROOT + "online");
            case TASK -> text(ROOT + "task");
            case CAMPAIGN -> has(kind + ".report") ? text(kind + ".report") : text(ROOT + "campaign");
            case OUTREACH -> has(ROOT + "outreach." + kind) ? text(ROOT + "outreach." + kind) : text(ROOT + "outreach");
        };
    }

    private boolean has(String key) {
        return words.messages().has(Lang.ZH, key);
    }

    private String text(String key) {
        return words.messages().get(Lang.ZH, key);
    }
}
