package org.pufa.kinds.quiz;

import java.util.List;
import java.util.Optional;

/** The questions one attempt shows, in their order (试卷). */
record Paper(List<Place> places) {

    /** What a letter shown stands for: the first option of a place is {@code a} in forms and A on pages. */
    private static final String IDS = "abcdefgh";

    Paper {
        places = List.copyOf(places);
    }

    /**
     * One question in its place.
     *
     * @param id of the item: q1, q2 … by position, so that it tells nothing of the question
     * @param shown the author's letters in the order in which the options are shown
     */
    record Place(String id, Asked asked, List<String> shown) {

        /** The id of the option shown at {@code position}, 0 for the first. */
        static String optionId(int position) {
            return IDS.substring(position, position + 1);
        }

        /** The author's letter behind the id of an option; nothing for any other text. */
        Optional<String> letter(String optionId) {
            int position = optionId.length() == 1 ? IDS.indexOf(optionId) : -1;
            return position >= 0 && position < shown.size() ? Optional.of(shown.get(position)) : Optional.empty();
        }
    }
}
