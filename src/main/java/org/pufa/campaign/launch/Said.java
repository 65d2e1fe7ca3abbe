package org.pufa.campaign.launch;

import java.util.List;
import java.util.Set;
import org.pufa.campaign.Step;
import org.pufa.campaign.StepTaken;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;

/** What author and reviewer told each other at one time. @param what was done with it */
record Said(String who, String when, String what, String words) {

    private static final Set<Step> OF_REVIEWS = Set.of(Step.SUBMIT, Step.RETURN, Step.APPROVE);

    /** All of it, the first words first. */
    static List<Said> of(Wizard wizard, Lang lang, List<StepTaken> taken) {
        return taken.stream().filter(step -> OF_REVIEWS.contains(step.step())).map(step -> new Said(step.actor(),
                Format.moment(lang, step.at()), wizard.say(lang, "talk." + step.step().code()), step.reason())).toList();
    }
}
