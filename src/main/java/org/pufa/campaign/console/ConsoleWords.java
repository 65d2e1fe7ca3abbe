package org.pufa.campaign.console;

import java.util.Map;
import org.pufa.audit.AuditLog;
import org.pufa.campaign.CampaignWords;
import org.pufa.campaign.Channel;
import org.pufa.campaign.Definition;
import org.pufa.campaign.State;
import org.pufa.campaign.Step;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;

/** The sentences of these pages. */
final class ConsoleWords {

    private static final Map<State, String> TONE = Map.of(State.SUBMITTED, "warn", State.OPEN, "ok",
            State.PAUSED, "warn");

    private final Messages messages;
    private final CampaignWords campaign;

    ConsoleWords(Messages messages) {
        this.messages = messages;
        this.campaign = new CampaignWords(messages);
    }

    /** The sentence {@code campaign.console.<key>}. */
    String say(Lang lang, String key, Object... args) {
        return messages.get(lang, "campaign.console." + key, args);
    }

    Messages messages() {
        return messages;
    }

    String kind(Lang lang, String code) {
        return messages.has(lang, "campaign.kind." + code) ? messages.get(lang, "campaign.kind." + code) : code;
    }

    String state(Lang lang, State state) {
        return messages.get(lang, "campaign.state." + state.code());
    }

    /** Class of the tag that shows the state. */
    static String tone(State state) {
        return TONE.getOrDefault(state, "");
    }

    /** 暂停, 结束, …: the verb on its button. */
    String step(Lang lang, Step step) {
        return say(lang, "step." + step.code());
    }

    /** The window, or how long it will be for a campaign that opens at its launch. */
    String window(Lang lang, StaffCampaign found) {
        if (found.launched().isPresent()) {
            return campaign.time(lang, found.launched().get().window());
        }
        Definition.Opening opening = found.definition().opening();
        if (opening instanceof Definition.Opening.AtLaunch atLaunch) {
            return say(lang, "window.at-launch", atLaunch.days());
        }
        return campaign.time(lang, ((Definition.Opening.Fixed) opening).window());
    }

    String limit(Lang lang, StaffCampaign found) {
        return campaign.limit(lang, found.definition().limit());
    }

    /** A user name, or the platform itself. */
    String actor(Lang lang, String actor) {
        return actor.equals(AuditLog.SYSTEM) ? say(lang, "progress.system") : actor;
    }

    /** The name of a channel; entries without one came directly. */
    String channel(Lang lang, Definition definition, String code) {
        return code.equals(Channel.DIRECT) ? say(lang, "channel.direct")
                : definition.channel(code).map(channel -> channel.name().in(lang)).orElse(code);
    }

    /** 还有 7 天 13 小时, or "" when it is not open. */
    String rest(Lang lang, StaffCampaign found, java.time.Instant now) {
        if (found.state() != State.OPEN || found.launched().isEmpty()) {
            return "";
        }
        var rest = java.time.Duration.between(now, found.launched().get().window().closes());
        return rest.toDays() > 0 ? say(lang, "rest.days", rest.toDays(), rest.toHoursPart())
                : say(lang, "rest.hours", rest.toHours(), rest.toMinutesPart());
    }

    /** To the second: 11月23日 10:42:07. */
    static String exact(Lang lang, java.time.Instant time) {
        return Format.moment(lang, time) + String.format(":%02d", time.atZone(org.pufa.kernel.Days.ZONE).getSecond());
    }
}
