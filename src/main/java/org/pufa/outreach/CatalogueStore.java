package org.pufa.outreach;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.Arrays;
import java.util.List;
import org.pufa.db.Tx;
import org.pufa.i18n.LocalText;
import org.pufa.outreach.UnitOfMeasure.Counts;

/** The rows of the lists. */
final class CatalogueStore {

    private static final String MEASURES = """
            select m.code, m.name, m.name_en, m.unit, u.name as unit_name, u.name_en as unit_name_en, u.counts,
              m.aliases, m.usual_most, m.by_title, m.counted
            from outreach_measure m join unit_of_measure u on u.code = m.unit order by m.position""";
    private static final String KINDS = """
            select k.code, k.name, k.name_en, k.aliases,
              array(select c.measure from outreach_kind_measure c where c.kind = k.code) as measures
            from outreach_kind k order by k.position""";
    private static final String AUDIENCES = "select code, name, name_en, aliases from outreach_audience order by position";

    private CatalogueStore() {
    }

    static Future<Catalogue> read(Tx tx) {
        return tx.list(MEASURES, CatalogueStore::measure).compose(measures ->
                tx.list(KINDS, row -> kind(row, measures)).compose(kinds ->
                        tx.list(AUDIENCES, CatalogueStore::audience)
                                .map(audiences -> new Catalogue(kinds, measures, audiences))));
    }

    private static Measure measure(Row row) {
        var unit = new UnitOfMeasure(row.getString("unit"),
                new LocalText(row.getString("unit_name"), row.getString("unit_name_en")),
                Counts.parse(row.getString("counts")));
        return new Measure(row.getString("code"), name(row), unit, texts(row, "aliases"), row.getLong("usual_most"),
                row.getBoolean("by_title"), Counted.parse(row.getString("counted")).orElseThrow());
    }

    private static ActivityKind kind(Row row, List<Measure> measures) {
        var counted = texts(row, "measures");
        return new ActivityKind(row.getString("code"), name(row), texts(row, "aliases"),
                measures.stream().filter(measure -> counted.contains(measure.code())).toList());
    }

    private static Audience audience(Row row) {
        return new Audience(row.getString("code"), name(row), texts(row, "aliases"));
    }

    private static LocalText name(Row row) {
        return new LocalText(row.getString("name"), row.getString("name_en"));
    }

    static List<String> texts(Row row, String column) {
        return Arrays.asList(row.getArrayOfStrings(column));
    }
}
