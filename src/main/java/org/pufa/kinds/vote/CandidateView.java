package org.pufa.kinds.vote;

import org.pufa.campaign.Campaign;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;

/**
 * Model of the page with the material on one candidate.
 *
 * @param picture address, or ""
 * @param open whether {@code back} leads to the ballot
 */
record CandidateView(String title, LocalText campaign, String number, LocalText name, LocalText unit, LocalText deeds,
        LocalText story, String picture, boolean open, String back) {

    static CandidateView of(Campaign campaign, Candidate candidate, boolean open, Lang lang) {
        String picture = candidate.picture().isEmpty() ? "" : campaign.path() + "/pictures/" + candidate.picture();
        return new CandidateView(candidate.name().in(lang), campaign.definition().title(), candidate.number(),
                candidate.name(), candidate.unit(), candidate.deeds(), candidate.story(), picture, open,
                open ? campaign.path() + "/attempt" : campaign.path());
    }
}
