package org.pufa.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.kernel.Days;
import org.pufa.kernel.Window;
import org.pufa.ledger.Limit;

/** Says in words what a campaign is, when it runs and how it stands. */
public final class CampaignWords {

    private final Messages messages;

    public CampaignWords(Messages messages) {
        this.messages = messages;
    }

    /**
     * A word that may differ from kind to kind, such as the verb on the button: message {@code campaign.<what>.<kind>},
     * or {@code campaign.<what>} for a kind without words of its own.
     */
    public String of(Lang lang, String what, Campaign campaign) {
        String key = "campaign." + what;
        String own = key + '.' + campaign.definition().kind().code();
        return messages.get(lang, messages.has(lang, own) ? own : key);
    }

    /** A small label; its tone is {@code ok}, {@code warn}, {@code bad} or "". */
    public record Tag(String text, String tone) {
    }

    /** 进行中, 今天截止, 已结束, …. */
    public Tag tag(Lang lang, Campaign campaign, Instant now) {
        State state = campaign.stateAt(now);
        if (state == State.OPEN && daysLeft(campaign, now) == 0) {
            return new Tag(messages.get(lang, "campaign.last-day"), "bad");
        }
        String tone = state == State.OPEN ? "ok" : state == State.PAUSED ? "warn" : "";
        return new Tag(messages.get(lang, "campaign.state." + state.code()), tone);
    }

    /** How many days follow after today in which the campaign still takes entries. */
    public static long daysLeft(Campaign campaign, Instant now) {
        return ChronoUnit.DAYS.between(Days.of(now), lastDay(campaign.window()));
    }

    private static LocalDate lastDay(Window window) {
        return Days.of(window.closes().minusMillis(1));
    }

    /** 11月1日 至 11月30日，全天开放; with times where it does not run for whole days. */
    public String time(Lang lang, Window window) {
        return isMidnight(window.opens()) && isMidnight(window.closes())
                ? messages.get(lang, "campaign.time.days", Days.of(window.opens()), lastDay(window))
                : messages.get(lang, "campaign.time", window.opens(), end(lang, window));
    }

    private static boolean isMidnight(Instant time) {
        return time.atZone(Days.ZONE).toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    /** When the window ends, as people write it. */
    public static String end(Lang lang, Window window) {
        return Format.end(lang, window.closes());
    }

    /** 每人每天 1 次. */
    public String limit(Lang lang, Limit limit) {
        String key = "campaign.limit." + limit.per().code();
        return limit.times() == 1 ? messages.get(lang, key + ".once") : messages.get(lang, key, limit.times());
    }

    /** What can be won, in one line. */
    String prizes(Lang lang, Definition definition, Prizes prizes, Window window) {
        return new PrizeRules(messages, lang, definition, prizes, window).inShort();
    }

    /** Which version of the rules this is, and whether words of it were corrected. */
    String version(Lang lang, int version) {
        return messages.get(lang, version == 1 ? "campaign.landing.version" : "campaign.landing.version.corrected", version);
    }

    /** Any other sentence of the campaign pages. */
    public String say(Lang lang, String key, Object... args) {
        return messages.get(lang, "campaign." + key, args);
    }

    /** Until when what is said here at {@code now} stays true: the next edge of the window, or midnight. */
    public static Instant validUntil(Campaign campaign, Instant now) {
        Instant next = Days.startOf(Days.of(now).plusDays(1));
        for (Instant edge : new Instant[] {campaign.window().opens(), campaign.window().closes()}) {
            next = edge.isAfter(now) && edge.isBefore(next) ? edge : next;
        }
        return next;
    }
}
