package org.pufa.insight.stats;

import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.pufa.outreach.Measure;

/** Makes the figures of one reading. */
final class Figures {

    static final String DASHBOARD = "/console/insight";

    private final Reading reading;

    Figures(Reading reading) {
        this.reading = reading;
    }

    Reading reading() {
        return reading;
    }

    Selection selection() {
        return reading.selection();
    }

    /**
     * @param scope what it is of; begins the figure's code
     * @param of the part of the reading's selection that it counts
     */
    Optional<Figure> of(Way way, String scope, Selection of) {
        return of(way, scope, of, new JsonObject(), href(way, of));
    }

    /** @param more parameters besides the selection */
    Optional<Figure> of(Way way, String scope, Selection of, JsonObject more, String href) {
        return way.count(reading, of, more).map(value -> new Figure(scope + '.' + way.code(),
                Label.of("way." + way.code()), value, way.unit(), value.signum() == 0 ? "" : href, way.definition(),
                way.query(of, more)));
    }

    /** An amount of outreach in the unit of its measure. @param kind of activity, or "" for all together */
    Optional<Figure> outreach(String kind, Measure measure) {
        var more = Statistics.more(Way.MEASURE, measure.code());
        if (!kind.isEmpty()) {
            more.put(Way.KIND, kind);
        }
        String code = "outreach." + (kind.isEmpty() ? "" : kind + '.') + measure.code();
        return Way.OUTREACH.count(reading, selection(), more).map(value -> new Figure(code, Label.text(measure.name()),
                value, measure.unit(), outreachHref(kind, measure.code()), Way.OUTREACH.definition(),
                Way.OUTREACH.query(selection(), more)));
    }

    /** The records that are confirmed, or all of that status. */
    String outreachHref(String kind, String measure) {
        return outreachHref("confirmed") + "&measure=" + measure + (kind.isEmpty() ? "" : "&kind=" + kind);
    }

    String outreachHref(String status) {
        var period = selection().period();
        return "/console/outreach?first=" + period.from() + "&last=" + period.last() + "&status=" + status
                + selection().unit().map(code -> "&unit=" + code).orElse("") + selection().district().map(name ->
                "&district=" + URLEncoder.encode(name, StandardCharsets.UTF_8)).orElse("");
    }

    /** The records behind a number: of one campaign its entries; of several, the same figures campaign by campaign. */
    private String href(Way way, Selection of) {
        if (way == Way.VISITS || way == Way.OPENED || way == Way.COMPLETION) {
            return "";
        }
        var found = reading.in(of).toList();
        boolean one = found.size() == 1 && of.district().isEmpty();
        if (one && way == Way.PARTICIPANTS && !reading.isPart(found.get(0))) {
            return path(found.get(0)) + "/participants";
        }
        return one && way != Way.CAMPAIGNS ? entries(found.get(0), of, "")
                : DASHBOARD + '?' + of.query() + "#campaigns";
    }

    private static String path(CampaignCount campaign) {
        return "/console/campaigns/" + campaign.slug();
    }

    /** The list of a campaign's entries within a selection. @param hour 0 to 23, or "" */
    static String entries(CampaignCount campaign, Selection of, String hour) {
        return path(campaign) + "/entries?from=" + of.period().from() + "&until=" + of.period().last()
                + of.channel().map(code -> "&ch=" + code).orElse("") + (hour.isEmpty() ? "" : "&hour=" + hour);
    }

    static List<String> definitions(List<Way> ways) {
        return ways.stream().map(Way::definition).toList();
    }
}
