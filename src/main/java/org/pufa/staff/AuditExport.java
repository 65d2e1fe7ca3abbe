package org.pufa.staff;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import io.vertx.core.streams.WriteStream;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pufa.audit.AuditEvent;
import org.pufa.audit.AuditFilter;
import org.pufa.audit.AuditLog;
import org.pufa.audit.AuditSearch;
import org.pufa.db.Database;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.kernel.Days;
import org.pufa.web.CsvText;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** Takes the audit log, or what was searched for in it, out of the house; that too is kept in it. */
final class AuditExport implements Routes {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(Days.ZONE);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(Days.ZONE);

    private final Doors doors;
    private final AuditConsole console;
    private final Database database;
    private final AuditLog audit;
    private final Messages messages;
    private final Clock clock;
    private final AuditSearch search = new AuditSearch();

    AuditExport(Doors doors, AuditConsole console, Database database, AuditLog audit, Messages messages,
            Clock clock) {
        this.doors = doors;
        this.console = console;
        this.database = database;
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public void mount(Router router) {
        doors.get(router, AuditConsole.PATH + "/audit.csv", Permission.SEE_AUDIT, request ->
                send(request, "csv", "text/csv; charset=utf-8"));
        doors.get(router, AuditConsole.PATH + "/audit.jsonl", Permission.SEE_AUDIT, request ->
                send(request, "jsonl", "application/jsonl; charset=utf-8"));
    }

    private Future<View> send(Request request, String type, String contentType) {
        var query = AuditQuery.of(request);
        String file = "audit-" + STAMP.format(clock.instant()) + '.' + type;
        Map<String, Object> details = new HashMap<>(query.parts());
        details.put("file", file);
        return console.words(request.lang()).compose(words -> database.inTx(tx -> audit.record(tx,
                        SignedIn.of(request).actor(), "audit.export", "audit", details))
                .map(recorded -> View.download(contentType, file, out -> type.equals("csv")
                        ? table(words, request.lang(), query.filter(words), out) : lines(query.filter(words), out))));
    }

    private Future<Void> table(AuditWords words, Lang lang, AuditFilter filter, WriteStream<Buffer> out) {
        var names = Stream.of("seq", "when", "actor", "name", "action", "action-code", "subject", "details", "hash")
                .map(name -> messages.get(lang, "staff.audit." + name)).toList();
        return out.write(CsvText.heading(names)).compose(begun -> database.inSnapshot(tx -> search.all(tx, filter,
                chunk -> out.write(CsvText.rows(chunk.stream().map(event -> row(words, event)).toList())))));
    }

    private static List<String> row(AuditWords words, AuditEvent event) {
        return List.of(Long.toString(event.seq()), SECOND.format(event.at()), event.actor(), words.name(event.actor()),
                words.action(event.action()), event.action(), event.subject(), event.details(),
                HexFormat.of().formatHex(event.hash()));
    }

    private Future<Void> lines(AuditFilter filter, WriteStream<Buffer> out) {
        return database.inSnapshot(tx -> search.all(tx, filter, chunk -> {
            var lines = Buffer.buffer();
            chunk.forEach(event -> lines.appendString(line(event)).appendString("\n"));
            return out.write(lines);
        }));
    }

    /** Details stand in it exactly as they were hashed. */
    private static String line(AuditEvent event) {
        var hex = HexFormat.of();
        return "{\"seq\":" + event.seq() + ",\"at\":" + quoted(event.at().toString()) + ",\"actor\":"
                + quoted(event.actor()) + ",\"action\":" + quoted(event.action()) + ",\"subject\":"
                + quoted(event.subject()) + ",\"details\":" + event.details() + ",\"parent\":\""
                + hex.formatHex(event.parent()) + "\",\"hash\":\"" + hex.formatHex(event.hash()) + "\"}";
    }

    private static String quoted(String text) {
        return Json.encode(text);
    }
}
