package org.pufa.vault;

import java.util.List;
import java.util.Objects;

/**
 * A column of sealed records.
 *
 * @param purpose what its records are; together with the owner it is bound into each of them
 * @param keys the columns of its primary key, all bigint; the first names the owner, such as a campaign
 */
public record SealedColumn(String purpose, String table, String column, List<String> keys) {

    public SealedColumn {
        Objects.requireNonNull(purpose);
        Objects.requireNonNull(table);
        Objects.requireNonNull(column);
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("a key has columns");
        }
    }

    /** What a record of that owner is sealed for. */
    public String purposeOf(long owner) {
        return purpose + ':' + owner;
    }

    /** {@code entry.words}. */
    String name() {
        return table + '.' + column;
    }
}
