package org.pufa.campaign.console;

import java.util.ArrayList;
import java.util.List;
import org.pufa.campaign.State;
import org.pufa.campaign.StepTaken;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;

/** One station of a campaign's life (活动进程): what was done, where it stands, what is to come. */
record Progress(String label, String note, String reason, boolean done, boolean current) {

    static List<Progress> of(ConsoleWords words, Lang lang, StaffCampaign campaign, List<StepTaken> taken) {
        var stations = new ArrayList<Progress>();
        stations.add(done(words.state(lang, State.DRAFT), words.say(lang, "progress.by",
                campaign.row().createdAt(), words.actor(lang, campaign.row().createdBy())), ""));
        taken.forEach(step -> stations.add(done(words.say(lang, "progress." + step.step().code()),
                words.say(lang, "progress.by", step.at(), words.actor(lang, step.actor())), step.reason())));
        stations.add(new Progress(words.state(lang, campaign.state()), since(words, lang, campaign), "", false, true));
        if (campaign.launched().isEmpty()) {
            stations.add(coming(words.say(lang, "progress.approve"), ""));
            stations.add(coming(words.state(lang, State.OPEN), words.window(lang, campaign)));
            stations.add(coming(words.state(lang, State.CLOSED), ""));
        }
        campaign.launched().ifPresent(known -> {
            var window = known.window();
            if (campaign.state() == State.SCHEDULED) {
                stations.add(coming(words.state(lang, State.OPEN), Format.moment(lang, window.opens())));
            }
            if (campaign.state().compareTo(State.CLOSED) < 0) {
                stations.add(coming(words.state(lang, State.CLOSED), Format.end(lang, window.closes())));
            }
        });
        if (campaign.state() != State.CERTIFIED) {
            stations.add(coming(words.state(lang, State.CERTIFIED), ""));
        }
        return stations;
    }

    private static String since(ConsoleWords words, Lang lang, StaffCampaign campaign) {
        return campaign.launched().filter(known -> campaign.state() == State.OPEN)
                .map(known -> words.say(lang, "progress.since", known.window().opens())).orElse("");
    }

    private static Progress done(String label, String note, String reason) {
        return new Progress(label, note, reason, true, false);
    }

    private static Progress coming(String label, String note) {
        return new Progress(label, note, "", false, false);
    }
}
