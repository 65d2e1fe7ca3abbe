package org.pufa.campaign;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.Slug;

/**
 * Pages from which people can learn before they take part and afterwards. Campaigns and their kinds know them only by
 * this contract; it is asked while pages are made, so it never blocks.
 */
public interface StudyShelf {

    /** Most pages that are offered at one place. */
    int MOST = 3;

    /** A page to read. */
    record Reading(LocalText title, LocalText summary, String url) {

        public Reading {
            Objects.requireNonNull(title);
            Objects.requireNonNull(summary);
            Objects.requireNonNull(url);
        }
    }

    /** A place of a law. @param law short name @param article such as 第十九条第一款 */
    record Place(String law, String article) {
    }

    /** Where there is nothing to read. */
    StudyShelf EMPTY = new StudyShelf() {
        @Override
        public List<Reading> besides(Slug campaign) {
            return List.of();
        }

        @Override
        public List<Reading> about(Collection<Place> places) {
            return List.of();
        }

        @Override
        public Optional<String> entrance() {
            return Optional.empty();
        }
    };

    /** The pages that staff offer beside a campaign. */
    List<Reading> besides(Slug campaign);

    /** The pages that rest on any of these articles, those that rest on the first ones first. */
    List<Reading> about(Collection<Place> places);

    /** The address of the list of all pages; nothing where there is none to read. */
    Optional<String> entrance();

    /** What is offered to somebody who took part: about what they missed, then what is offered to everybody. */
    default List<Reading> after(Slug campaign, Collection<Place> missed) {
        return Stream.concat(about(missed).stream(), besides(campaign).stream()).distinct().limit(MOST).toList();
    }
}
