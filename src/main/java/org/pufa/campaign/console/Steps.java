package org.pufa.campaign.console;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.pufa.campaign.Step;
import org.pufa.campaign.StepTaken;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;

/** Which steps somebody may take with a campaign now. */
final class Steps {

    /** They stop something or cannot be undone. */
    private static final Set<Step> STOPPING = Set.of(Step.RETURN, Step.PAUSE, Step.CLOSE, Step.CERTIFY);
    /** Somebody will ask why. */
    private static final Set<Step> NEEDING_REASON = Set.of(Step.RETURN, Step.PAUSE, Step.CLOSE);

    private Steps() {
    }

    static Permission permission(Step step) {
        return step == Step.SUBMIT ? Permission.FILE_CAMPAIGNS : Permission.DECIDE_CAMPAIGNS;
    }

    static boolean stops(Step step) {
        return STOPPING.contains(step);
    }

    static boolean needsReason(Step step) {
        return NEEDING_REASON.contains(step);
    }

    /** Those the state and the role allow, except the approval that another person must give. */
    static List<Step> of(StaffCampaign campaign, SignedIn who, boolean secondPersonMissing) {
        return Arrays.stream(Step.values())
                .filter(step -> step.from(campaign.state()).isPresent() && who.may(permission(step)))
                .filter(step -> step != Step.APPROVE || !secondPersonMissing).toList();
    }

    /** Whether this person submitted what is now to be approved. */
    static boolean submittedBy(List<StepTaken> taken, String actor) {
        return taken.stream().filter(step -> step.step() == Step.SUBMIT).reduce((first, last) -> last)
                .filter(step -> step.actor().equals(actor)).isPresent();
    }
}
