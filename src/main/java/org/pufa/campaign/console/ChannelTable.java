package org.pufa.campaign.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pufa.campaign.Channel;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Days;
import org.pufa.ledger.Tallies;
import org.pufa.web.Request;

/** Which channels of a campaign a page lists, and what they counted. */
final class ChannelTable {

    private static final int ROWS = 200;
    private static final String RETIRED = "retired";
    private static final String ALL = "all";

    private final ConsoleWords words;
    private final PublicAddress address;

    ChannelTable(ConsoleWords words, PublicAddress address) {
        this.words = words;
        this.address = address;
    }

    /**
     * One channel.
     *
     * @param key under which live figures of it come
     * @param page address of its own page
     */
    record ChannelRow(String label, String unit, String code, String key, boolean retired, String url, String path,
            String page, String today, String todayHref, String total, String totalHref) {
    }

    record Choice(String value, String label, boolean chosen) {
    }

    /** What is asked for, and the page of rows that answers it. */
    record Table(String query, List<Choice> shows, List<ChannelRow> rows, String found, String previous, String next) {
    }

    Table of(Request request, StaffCampaign campaign, Tallies tallies, String today) {
        String query = request.query("q").orElse("").strip();
        String show = request.query("show").orElse("");
        int page = request.query("page").filter(text -> text.matches("[0-9]{1,3}")).map(Integer::parseInt).orElse(0);
        var found = new ArrayList<>(campaign.definition().channels().stream().filter(channel -> shows(channel, show))
                .filter(channel -> matches(channel, query)).toList());
        if (query.isEmpty() && !show.equals(RETIRED)) {
            found.add(direct(request.lang()));
        }
        int from = Math.min(page * ROWS, found.size());
        int to = Math.min(from + ROWS, found.size());
        var rows = found.subList(from, to).stream().map(channel -> row(request, campaign, channel, tallies, today)).toList();
        String base = campaign.path() + "/channels?q=" + encoded(query) + "&show=" + encoded(show) + "&page=";
        return new Table(query, shows(request.lang(), show), rows, words.say(request.lang(), "channels.found", found.size()),
                page > 0 ? base + (page - 1) : "", to < found.size() ? base + (page + 1) : "");
    }

    private Channel direct(Lang lang) {
        return new Channel(Channel.DIRECT, org.pufa.i18n.LocalText.of(words.say(lang, "channel.direct")));
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static boolean shows(Channel channel, String show) {
        return show.equals(ALL) || channel.retired() == show.equals(RETIRED);
    }

    private static boolean matches(Channel channel, String query) {
        String wanted = query.toLowerCase(Locale.ROOT);
        return channel.name().zh().toLowerCase(Locale.ROOT).contains(wanted)
                || channel.name().en().toLowerCase(Locale.ROOT).contains(wanted)
                || channel.unit().toLowerCase(Locale.ROOT).contains(wanted) || channel.code().contains(wanted);
    }

    private List<Choice> shows(Lang lang, String show) {
        return List.of(new Choice("", words.say(lang, "channels.in-use"), show.isEmpty()),
                new Choice(RETIRED, words.say(lang, "channels.retired"), show.equals(RETIRED)),
                new Choice(ALL, words.say(lang, "all"), show.equals(ALL)));
    }

    ChannelRow row(Request request, StaffCampaign campaign, Channel channel, Tallies tallies, String today) {
        String entries = campaign.path() + "/entries?";
        String code = channel.code();
        long now = tallies.byDayAndChannel().getOrDefault(today + '/' + code, 0L);
        long all = tallies.byChannel().getOrDefault(code, 0L);
        boolean launched = campaign.launched().isPresent();
        return new ChannelRow(channel.name().in(request.lang()), channel.unit(), code, "channel." + code, channel.retired(),
                address.of(request, campaign.slug(), code), PublicAddress.path(campaign.slug(), code),
                campaign.path() + "/channels/" + code, launched ? Format.number(now) : "–",
                launched ? entries + "day=" + today + "&ch=" + code : "", launched ? Format.number(all) : "–",
                launched ? entries + "ch=" + code : "");
    }

    /** Today in China, as tallies name it. */
    static String today(java.time.Clock clock) {
        return Days.of(clock.instant()).toString();
    }
}
