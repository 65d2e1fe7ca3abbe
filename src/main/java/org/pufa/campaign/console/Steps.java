package org.pufa.campaign.console;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.pufa.campaign.CampaignRow;
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
        return switch (step) {
            case SUBMIT -> Permission.FILE_CAMPAIGNS;
            case APPROVE, RETURN, CERTIFY -> Permission.DECIDE_CAMPAIGNS;
            case PAUSE, RESUME, CLOSE -> Permission.RUN_CAMPAIGNS;
        };
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

    /** Whether this person wrote or submitted what is now to be approved. */
    static boolean isOf(CampaignRow campaign, List<StepTaken> taken, String actor) {
        return campaign.createdBy().equals(actor) || taken.stream().filter(step -> step.step() == Step.SUBMIT).reduce((first, last) -> last)
                .filter(step -> step.actor().equals(actor)).isPresent();
    }
}
