package org.pufa.campaign.console;

import java.util.ArrayList;
import java.util.List;
import org.pufa.campaign.Step;
import org.pufa.i18n.Lang;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;

/**
 * What stands above every page of one campaign (template {@code campaign/console/_head}).
 *
 * @param meta kind, version and window in one line
 * @param publicUrl the citizens' page, or "" before the launch
 */
record HeadView(String title, String state, String tone, String meta, String publicUrl, List<Act> acts,
        List<Tab> tabs) {

    /** A step that can be taken; {@code style} is a class of the button. */
    record Act(String label, String href, String style) {
    }

    record Tab(String label, String href, boolean current) {
    }

    /** @param tab which one is shown: {@code overview entries participants definition channels exports} */
    static HeadView of(ConsoleWords words, Lang lang, StaffCampaign campaign, SignedIn who, List<Step> steps,
            String tab, java.time.Instant now) {
        String rest = words.rest(lang, campaign, now);
        String meta = words.say(lang, "head", words.kind(lang, campaign.row().kind()), campaign.row().version(),
                words.window(lang, campaign)) + (rest.isEmpty() ? "" : words.say(lang, "head.rest", rest));
        return new HeadView(campaign.title(lang), words.state(lang, campaign.state()),
                ConsoleWords.tone(campaign.state()), meta, campaign.launched().map(known -> known.path()).orElse(""),
                acts(words, lang, campaign, steps, who), tabs(words, lang, campaign, who, tab));
    }

    /** At most one button of a page is filled: the step that leads on. */
    private static List<Act> acts(ConsoleWords words, Lang lang, StaffCampaign campaign, List<Step> steps,
            SignedIn who) {
        var acts = new ArrayList<Act>();
        if (steps.contains(Step.APPROVE) || steps.contains(Step.RETURN)) {
            acts.add(new Act(words.say(lang, "review"), campaign.path() + "/review", ""));
        }
        steps.stream().filter(step -> step != Step.APPROVE && step != Step.RETURN).forEach(step ->
                acts.add(new Act(words.say(lang, "step.button." + step.code()),
                        campaign.path() + "/steps/new?step=" + step.code(), Steps.stops(step) ? "stop" : "")));
        if (steps.contains(Step.CLOSE) && who.may(Permission.RUN_CAMPAIGNS)) {
            acts.add(0, new Act(words.say(lang, "correction"), campaign.path() + "/correction", "quiet"));
        }
        return acts;
    }

    private static List<Tab> tabs(ConsoleWords words, Lang lang, StaffCampaign campaign, SignedIn who, String tab) {
        var names = new ArrayList<>(List.of("overview"));
        if (campaign.launched().isPresent()) {
            names.addAll(List.of("entries", "participants"));
        }
        names.addAll(List.of("definition", "channels"));
        if (campaign.launched().isPresent() && who.may(Permission.EXPORT)) {
            names.add("exports");
        }
        return names.stream().map(name -> new Tab(words.say(lang, "tab." + name),
                name.equals("overview") ? campaign.path() : campaign.path() + '/' + name, name.equals(tab))).toList();
    }
}
