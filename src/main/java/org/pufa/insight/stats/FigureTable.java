package org.pufa.insight.stats;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.pufa.outreach.UnitOfMeasure;

/**
 * Figures set out in rows and columns, as they stood at one instant.
 *
 * @param code the same for the same table in every report, such as {@code campaigns}
 * @param definitions keys of the sentences that are printed under it
 * @param asOf when it was counted, where something in it can still grow (截至); else nothing
 * @param notes what must be known of it, such as that the period cuts a campaign in two
 */
public record FigureTable(String code, Label title, Label rowHeading, List<Column> columns, List<Row> rows,
        List<String> definitions, Optional<Instant> asOf, List<Label> notes) {

    public FigureTable {
        Objects.requireNonNull(code);
        Objects.requireNonNull(title);
        Objects.requireNonNull(rowHeading);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        definitions = List.copyOf(definitions);
        Objects.requireNonNull(asOf);
        notes = List.copyOf(notes);
        int width = columns.size();
        if (rows.stream().anyMatch(row -> row.cells().size() != width)) {
            throw new IllegalArgumentException("a row of " + code + " has not " + width + " cells");
        }
    }

    /** @param unit nothing where each cell has its own */
    public record Column(String code, Label label, Optional<UnitOfMeasure> unit) {
    }

    /**
     * @param key the same for the same row in every report, such as the slug of a campaign
     * @param about what the row is, in words, such as the kind and state of a campaign; may be empty
     * @param href page of what the row is about, or ""
     * @param cells one for each column; nothing where no number can be stated
     */
    public record Row(String key, Label label, List<Label> about, String href, List<Optional<Figure>> cells) {

        public Row {
            Objects.requireNonNull(key);
            Objects.requireNonNull(label);
            about = List.copyOf(about);
            Objects.requireNonNull(href);
            cells = List.copyOf(cells);
        }
    }

    /** All its figures, row by row. */
    public Stream<Figure> figures() {
        return rows.stream().flatMap(row -> row.cells().stream()).flatMap(Optional::stream);
    }

    /** The figure of a row and a column, where there is one. */
    public Optional<Figure> figure(String row, String column) {
        for (int i = 0; i < columns.size(); i++) {
            int place = i;
            if (columns.get(i).code().equals(column)) {
                return rows.stream().filter(one -> one.key().equals(row)).findFirst()
                        .flatMap(one -> one.cells().get(place));
            }
        }
        return Optional.empty();
    }
}
