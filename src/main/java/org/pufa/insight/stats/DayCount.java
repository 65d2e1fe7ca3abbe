package org.pufa.insight.stats;

import java.time.LocalDate;
import java.util.Optional;
import org.pufa.i18n.LocalText;

/**
 * What was counted of one campaign on one day by one channel, as other systems take it.
 *
 * @param unit code of the unit to which the campaign belongs
 * @param channelName empty for those who came directly
 * @param district the unit that spreads the channel, or ""
 * @param visits shown landing pages; no participation
 * @param opened opened papers; no participation
 */
public record DayCount(String campaign, LocalText title, String kind, Optional<String> unit, LocalDate day,
        String channel, LocalText channelName, String district, long participations, long visits, long opened) {
}
