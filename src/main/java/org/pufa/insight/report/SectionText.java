package org.pufa.insight.report;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.pufa.web.CsvText;

/** The figures of a section for other programs: as CSV that spreadsheets open, and as JSON with the text. */
final class SectionText {

    private final ReportWords words;

    SectionText(ReportWords words) {
        this.words = words;
    }

    byte[] csv(Section section) {
        var heading = List.of(words.say("annex.number"), words.say("annex.label"), words.say("annex.written"),
                words.say("annex.exact"), words.say("annex.unit"), words.say("annex.definition"), words.say("annex.remark"));
        var rows = section.annex().stream().map(source -> List.of(Integer.toString(source.number()), source.label(),
                source.written(), source.value().toPlainString(), source.unit(), source.definition(), source.remark()))
                .toList();
        return CsvText.heading(heading).copy().appendBuffer(CsvText.rows(rows)).getBytes();
    }

    byte[] json(Reports.Page page) {
        Section section = page.section();
        var parts = new JsonArray(section.parts().stream().map(part -> new JsonObject().put("heading", part.heading())
                .put("paragraphs", new JsonArray(part.paragraphs().stream().map(paragraph -> paragraph.runs().stream()
                        .map(Section.Run::text).collect(Collectors.joining())).toList()))).toList());
        var figures = new JsonArray(page.snapshot().figures().stream().map(kept -> {
            var json = new JsonObject().put("label", kept.fact().label()).put("value", kept.value())
                    .put("unit", kept.fact().unit()).put("growing", kept.fact().growing())
                    .put("definition", kept.fact().definition()).put("query", kept.fact().query().toJson());
            kept.hand().ifPresent(hand -> json.put("by_hand", new JsonObject().put("counted", kept.fact().value())
                    .put("by", hand.by()).put("at", hand.at().toString()).put("reason", hand.reason())));
            return json;
        }).toList());
        return new JsonObject().put("title", section.title()).put("final", section.finished())
                .put("from", page.report().period().from().toString())
                .put("until", page.report().period().last().toString())
                .put("counted_at", section.counted().toString()).put("sha256", section.hash())
                .put("parts", parts).put("figures", figures).encodePrettily().getBytes(StandardCharsets.UTF_8);
    }
}
