package org.pufa.campaign.console;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.pufa.campaign.Asked;
import org.pufa.campaign.CampaignDesk;
import org.pufa.campaign.Step;
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

    /**
     * Whether somebody may take a step or, where it needs two persons, their part in it: a manager asks for an early
     * close and a colleague who runs or decides campaigns confirms; either asks for the certification and a reviewer
     * confirms.
     *
     * @param asked whether somebody has asked for it already
     */
    static boolean may(SignedIn who, Step step, boolean needsTwo, boolean asked) {
        if (who.may(permission(step))) {
            return true;
        }
        return needsTwo && (step == Step.CLOSE && asked && who.may(Permission.DECIDE_CAMPAIGNS)
                || step == Step.CERTIFY && !asked && who.may(Permission.RUN_CAMPAIGNS));
    }

    /** Whether the reason is shown to citizens. */
    static boolean isPublic(Step step) {
        return step == Step.PAUSE || step == Step.CLOSE;
    }

    static boolean stops(Step step) {
        return STOPPING.contains(step);
    }

    static boolean needsReason(Step step) {
        return NEEDING_REASON.contains(step);
    }

    /** Those the state and the role allow, except the approval that another person must give. */
    static List<Step> of(StaffCampaign campaign, SignedIn who, boolean secondPersonMissing, CampaignDesk desk,
            List<Asked> asked) {
        return Arrays.stream(Step.values())
                .filter(step -> step.from(campaign.state()).isPresent() && may(who, step, desk.needsTwo(step),
                        asked.stream().anyMatch(one -> one.step() == step)))
                .filter(step -> step != Step.APPROVE || !secondPersonMissing).toList();
    }
}
