package org.pufa.kinds.vote;

import java.util.Objects;
import org.pufa.i18n.LocalText;

/**
 * One that can be voted for (候选单位).
 *
 * @param number what ballots and counts call it; unique in the vote
 * @param unit its district or the unit it belongs to
 * @param deeds one line
 * @param story the whole material (事迹材料)
 * @param picture file name, or "" where there is none
 */
record Candidate(String number, LocalText name, LocalText unit, LocalText deeds, LocalText story, String picture) {

    Candidate {
        Objects.requireNonNull(number);
        Objects.requireNonNull(name);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(deeds);
        Objects.requireNonNull(story);
        Objects.requireNonNull(picture);
    }
}
