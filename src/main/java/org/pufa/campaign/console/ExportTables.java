package org.pufa.campaign.console;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.pufa.campaign.Content;
import org.pufa.campaign.Words;
import org.pufa.db.Tx;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Days;
import org.pufa.ledger.EntryList;
import org.pufa.ledger.Tallies;
import org.pufa.vault.Vault;
import org.pufa.web.CsvText;

/** The tables that can be exported. Each write waits until the one before was sent, so that memory stays small. */
final class ExportTables {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(Days.ZONE);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:00").withZone(Days.ZONE);

    private final ConsoleWords words;
    private final Words written;

    ExportTables(ConsoleWords words, Words written) {
        this.words = words;
        this.written = written;
    }

    /** One row for each entry; with what its sheet says where sheets are linked. */
    Future<Void> entries(Tx tx, Lang lang, StaffCampaign campaign, Vault.Look look, WriteStream<Buffer> out) {
        Content content = campaign.launched().orElseThrow().content();
        var names = new ArrayList<>(names(lang, "receipt", campaign.linked() ? "time" : "hour", "channel-code",
                "channel", "participant"));
        List<String> columns = campaign.linked() ? content.columns(lang) : List.of();
        names.addAll(columns);
        return out.write(CsvText.heading(names)).compose(begun -> EntryList.all(tx, campaign.row().id(), chunk ->
                out.write(CsvText.rows(chunk.stream().map(one -> row(lang, campaign, content, columns, one, look)).toList()))));
    }

    private List<String> row(Lang lang, StaffCampaign campaign, Content content, List<String> columns,
            EntryList.Accepted accepted, Vault.Look look) {
        var entry = accepted.entry();
        var cells = new ArrayList<>(List.of(entry.receipt().toString(),
                (campaign.linked() ? SECOND : HOUR).format(entry.acceptedAt()), entry.channel(),
                words.channel(lang, campaign.definition(), entry.channel()), entry.participant().value().toString()));
        if (!columns.isEmpty()) {
            cells.addAll(accepted.sheet().map(sheet -> content.cells(lang, written.opened(look, campaign.row().id(), sheet)))
                    .orElse(Collections.nCopies(columns.size(), "")));
        }
        return cells;
    }

    /** One row for each sheet, in an order that tells nothing of its entry. */
    Future<Void> sheets(Tx tx, Lang lang, StaffCampaign campaign, Vault.Look look, WriteStream<Buffer> out) {
        Content content = campaign.launched().orElseThrow().content();
        return out.write(CsvText.heading(content.columns(lang))).compose(begun ->
                EntryList.sheets(tx, campaign.row().id(), chunk -> out.write(CsvText.rows(
                        chunk.stream().map(sheet -> content.cells(lang, written.opened(look, campaign.row().id(),
                                sheet))).toList()))));
    }

    /** One row for each day and channel in which there were entries. */
    Future<Void> counts(Tx tx, Lang lang, StaffCampaign campaign, WriteStream<Buffer> out) {
        return Tallies.of(tx, campaign.row().id()).compose(tallies -> {
            var rows = new ArrayList<List<String>>();
            tallies.byDayAndChannel().forEach((key, number) -> {
                String code = key.substring(key.indexOf('/') + 1);
                rows.add(List.of(key.substring(0, key.indexOf('/')), code,
                        words.channel(lang, campaign.definition(), code), Long.toString(number)));
            });
            return out.write(CsvText.heading(names(lang, "day", "channel-code", "channel", "entries")))
                    .compose(begun -> out.write(CsvText.rows(rows)));
        });
    }

    private List<String> names(Lang lang, String... names) {
        return List.of(names).stream().map(name -> words.say(lang, "column." + name)).toList();
    }
}
