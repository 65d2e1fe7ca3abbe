package org.pufa.insight.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.insight.report.Section.Paragraph;
import org.pufa.insight.report.Section.Part;
import org.pufa.insight.report.Section.Run;
import org.pufa.insight.report.Snapshot.Frozen;
import org.pufa.insight.report.Snapshot.Kept;

/**
 * Makes the section out of a snapshot. Sentences under one heading stand in one paragraph; those whose figures are
 * missing are left out; each figure that is written gets a row of the annex, in the order of the text.
 */
final class SectionWriter {

    private final ReportWords words;

    SectionWriter(ReportWords words) {
        this.words = words;
    }

    /** @param finished whether the report is final and rests on this snapshot */
    Section write(String title, Snapshot snapshot, boolean finished) {
        var numbers = new LinkedHashMap<Integer, Integer>();
        var written = new HashMap<Integer, String>();
        var parts = new ArrayList<Part>();
        String heading = "";
        var runs = new ArrayList<Run>();
        for (Frozen frozen : snapshot.points()) {
            if (!frozen.point().heading().isEmpty()) {
                close(parts, heading, runs);
                heading = frozen.point().heading();
            }
            for (Sentence.Piece piece : pieces(snapshot, frozen)) {
                int position = piece.key().isEmpty() ? 0 : Integer.parseInt(piece.key());
                if (position > 0) {
                    numbers.putIfAbsent(position, numbers.size() + 1);
                    written.putIfAbsent(position, piece.text());
                }
                runs.add(new Run(piece.text(), position == 0 ? 0 : numbers.get(position)));
            }
        }
        close(parts, heading, runs);
        var annex = numbers.entrySet().stream().map(one ->
                source(snapshot.figure(one.getKey()), one.getValue(), written.get(one.getKey()), snapshot)).toList();
        return new Section(title, snapshot.takenAt(), snapshot.hash(), finished, parts, annex);
    }

    private static void close(List<Part> parts, String heading, List<Run> runs) {
        if (!runs.isEmpty()) {
            parts.add(new Part(heading, List.of(new Paragraph(runs))));
            runs.clear();
        }
    }

    private static List<Sentence.Piece> pieces(Snapshot snapshot, Frozen frozen) {
        Map<String, Sentence.Value> values = new HashMap<>();
        frozen.words().forEach((name, text) -> values.put(name, new Sentence.Words(text)));
        frozen.figures().forEach((name, position) -> {
            Kept kept = snapshot.figure(position);
            values.put(name, new Sentence.Number(Integer.toString(position), kept.value(), kept.fact().unit()));
        });
        return Sentence.parse(frozen.point().sentence()).fill(values).orElse(List.of());
    }

    private Section.Source source(Kept kept, int number, String written, Snapshot snapshot) {
        Fact fact = kept.fact();
        String remark = fact.growing() ? words.say("remark.growing", Format.moment(Lang.ZH, snapshot.takenAt())) : "";
        String hand = kept.hand().map(one -> words.say("remark.hand", one.by(), exact(one.before(), fact.unit()),
                one.reason())).orElse("");
        return new Section.Source(number, kept.position(), fact.label(), written, kept.value(), fact.unit(),
                fact.definition(), remark + hand, fact.href());
    }

    static String exact(BigDecimal value, String unit) {
        String number = value.stripTrailingZeros().scale() <= 0 ? Format.number(value.longValueExact())
                : value.stripTrailingZeros().toPlainString();
        return number + unit;
    }
}
