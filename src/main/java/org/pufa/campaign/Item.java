package org.pufa.campaign;

import java.util.List;
import java.util.Objects;

/**
 * One thing to answer on a paper, as it is shown in one language. Nothing in it tells which answer is right.
 *
 * @param id what the answer is filed under; means something only on this paper
 * @param type {@code single}, {@code multiple}, {@code judge}, {@code text}, {@code longtext}, {@code number},
 *     {@code rating}, {@code candidates}
 * @param group heading it stands under, or empty
 * @param min fewest picks, or the smallest number; null where there is no such bound
 * @param max most picks, the greatest number, or the longest text; null where there is no such bound
 */
public record Item(String id, String type, String group, String stem, String hint, boolean required,
        List<Option> options, Integer min, Integer max, String unit) {

    public Item {
        Objects.requireNonNull(id);
        Objects.requireNonNull(type);
        options = List.copyOf(options);
    }

    /**
     * One thing that can be picked.
     *
     * @param other whether a text of one's own may go with it, filed under {@code <item id>.other}
     */
    public record Option(String id, String text, boolean other) {
    }
}
