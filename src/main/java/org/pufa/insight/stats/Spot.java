package org.pufa.insight.stats;

import java.time.LocalDate;

/**
 * What was counted of one campaign on one day by one channel.
 *
 * @param district the unit that spreads the channel, or ""
 */
record Spot(LocalDate day, String channel, String district, long n) {

    boolean isIn(Selection selection) {
        return selection.period().contains(day) && selection.channel().filter(code -> !code.equals(channel)).isEmpty()
                && selection.district().filter(name -> !name.equals(district)).isEmpty();
    }
}
