package org.pufa.bank.intake;

import java.util.List;
import java.util.Objects;
import org.pufa.bank.Album;

/**
 * Everything that one file holds. Nothing is dropped: items read are items accepted and items refused.
 *
 * @param format in which it was read: docx, xlsx, csv, text, gift, aiken, moodle, yaml or json
 * @param items in the order of the file
 * @param album the pictures that items name
 * @param notes what concerns the file as a whole; a refusal among them means that nothing of it could be read
 */
public record Harvest(String format, List<Item> items, Album album, List<Reason> notes) {

    public Harvest {
        Objects.requireNonNull(format);
        Objects.requireNonNull(album);
        items = List.copyOf(items);
        notes = List.copyOf(notes);
    }

    public int read() {
        return items.size();
    }

    /** Those that may be taken, with or without a warning. */
    public int accepted() {
        return read() - refused();
    }

    public int warned() {
        return count(Item.State.WARNED);
    }

    public int refused() {
        return count(Item.State.REFUSED);
    }

    private int count(Item.State state) {
        return (int) items.stream().filter(item -> item.state() == state).count();
    }
}
