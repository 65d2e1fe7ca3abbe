package org.pufa.insight.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pufa.insight.stats.FigureTable.Column;
import org.pufa.insight.stats.FigureTable.Row;
import org.pufa.outreach.ActivityKind;
import org.pufa.outreach.Measure;

/** Confirmed outreach, each measure in its own unit; what waits for its confirmation is stated apart. */
final class OutreachTable {

    private static final List<Column> COLUMNS = List.of(
            new Column("amount", Label.of("way.outreach"), Optional.empty()),
            new Column("records", Label.of("way.outreach-records"), Optional.of(Units.RECORDS)));

    private final Figures figures;

    OutreachTable(Figures figures) {
        this.figures = figures;
    }

    FigureTable table() {
        var catalogue = figures.reading().catalogue();
        var rows = new ArrayList<Row>();
        catalogue.measures().forEach(measure -> add(rows, Optional.empty(), measure));
        catalogue.kinds().forEach(kind -> kind.measures().forEach(measure -> add(rows, Optional.of(kind), measure)));
        var notes = new ArrayList<Label>();
        long waiting = figures.reading().outreach().waiting();
        if (waiting > 0) {
            notes.add(Label.of("note.waiting", waiting));
        }
        if (figures.selection().channel().isPresent() || !figures.selection().kinds().isEmpty()
                || !figures.selection().campaigns().isEmpty()) {
            notes.add(Label.of("note.outreach-whole"));
        }
        return new FigureTable("outreach", Label.of("table.outreach"), Label.of("table.outreach.row"), COLUMNS, rows,
                List.of(Way.OUTREACH.definition(), Way.OUTREACH_RECORDS.definition()),
                Optional.of(figures.reading().at()), notes);
    }

    private void add(List<Row> rows, Optional<ActivityKind> kind, Measure measure) {
        String code = kind.map(ActivityKind::code).orElse("");
        if (figures.reading().outreach().records(code, measure.code()) == 0) {
            return;
        }
        var more = Statistics.more(Way.MEASURE, measure.code());
        kind.ifPresent(one -> more.put(Way.KIND, code));
        String key = (code.isEmpty() ? "" : code + '.') + measure.code();
        rows.add(new Row(key, Label.text(measure.name()), List.of(kind.map(one -> Label.text(one.name()))
                .orElse(Label.of("outreach.all"))), "", List.of(figures.outreach(code, measure),
                figures.of(Way.OUTREACH_RECORDS, "outreach." + key, figures.selection(), more,
                        figures.outreachHref(code, measure.code())))));
    }
}
