package org.pufa.campaign.console;

import java.util.Optional;
import org.pufa.campaign.Campaign;
import org.pufa.campaign.CampaignRow;
import org.pufa.campaign.Definition;
import org.pufa.campaign.State;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Slug;

/**
 * A campaign as staff see it, launched or not.
 *
 * @param launched what citizens see; nothing before the launch
 * @param state now
 */
record StaffCampaign(CampaignRow row, Definition definition, Optional<Campaign> launched, State state) {

    static final String ALL = "/console/campaigns";

    /** The same with its definition as it is now, channels that were added included. */
    StaffCampaign with(Definition current) {
        return new StaffCampaign(row, current, launched, state);
    }

    Slug slug() {
        return row.slug();
    }

    String title(Lang lang) {
        return definition.title().in(lang);
    }

    /** The address of its page in the console. */
    String path() {
        return ALL + '/' + slug();
    }

    /** Whether a sheet can be joined to its entry. */
    boolean linked() {
        return definition.plan().linked();
    }
}
