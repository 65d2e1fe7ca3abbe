package org.pufa.insight.export;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.streams.WriteStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.pufa.insight.stats.Everything;
import org.pufa.insight.stats.Figure;
import org.pufa.insight.stats.FigureTable;
import org.pufa.web.CsvText;

/** What can be written, and how. Everything is written in pieces, each only when the one before was taken. */
public enum FigureFile {

    /** One figure a line. */
    FIGURES("figures", "csv", "text/csv; charset=utf-8") {
        @Override
        Future<Void> write(Everything all, Sheets sheets, WriteStream<Buffer> out) {
            String from = all.selection().period().from().toString();
            String until = all.selection().period().last().toString();
            return out.write(CsvText.heading(Sheets.FIGURE)).compose(begun -> inTurn(all.tables(), table ->
                    out.write(CsvText.records(sheets.figures(table, from, until).toList()))));
        }
    },
    /** One campaign, day and channel a line. */
    DAYS("days", "csv", "text/csv; charset=utf-8") {
        @Override
        Future<Void> write(Everything all, Sheets sheets, WriteStream<Buffer> out) {
            return out.write(CsvText.heading(Sheets.DAY)).compose(begun -> inTurn(chunks(all.days()), chunk ->
                    out.write(CsvText.records(chunk.stream().map(sheets::day).toList()))));
        }
    },
    /** What every code means. */
    CODEBOOK("codebook", "csv", "text/csv; charset=utf-8") {
        @Override
        Future<Void> write(Everything all, Sheets sheets, WriteStream<Buffer> out) {
            return out.write(CsvText.heading(Sheets.CODEBOOK))
                    .compose(begun -> out.write(CsvText.rows(sheets.codebook(all.tables()))));
        }
    },
    /** All of it in one document, the codebook at its end. */
    JSON("statistics", "json", "application/json; charset=utf-8") {
        @Override
        Future<Void> write(Everything all, Sheets sheets, WriteStream<Buffer> out) {
            return new JsonFile(all, sheets, out).write();
        }
    },
    /** A sheet for each table, and sheets of the days and the codebook. */
    WORKBOOK("statistics", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        Future<Void> write(Everything all, Sheets sheets, WriteStream<Buffer> out) {
            return new Workbook(all, sheets).write(out);
        }
    };

    private static final int CHUNK = 500;

    private final String stem;
    private final String extension;
    private final String contentType;

    FigureFile(String stem, String extension, String contentType) {
        this.stem = stem;
        this.extension = extension;
        this.contentType = contentType;
    }

    /** Writes it; must be called on a context of Vert.x. The stream is not ended. */
    abstract Future<Void> write(Everything all, Sheets sheets, WriteStream<Buffer> out);

    /** The same, for callers of other packages. */
    public Future<Void> writeTo(WriteStream<Buffer> out, Everything all, Sheets sheets) {
        return write(all, sheets, out);
    }

    /** Such as {@code figures.csv}. */
    public String fileName() {
        return stem + '.' + extension;
    }

    /** The same with words in its middle. */
    public String fileName(String middle) {
        return stem + '-' + middle + '.' + extension;
    }

    public String contentType() {
        return contentType;
    }

    static <T> List<List<T>> chunks(List<T> all) {
        var chunks = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
        return chunks;
    }

    static <T> Future<Void> inTurn(List<T> all, Function<T, Future<Void>> write) {
        Future<Void> written = Future.succeededFuture();
        for (T one : all) {
            written = written.compose(before -> write.apply(one));
        }
        return written;
    }

    /** Writes the document member by member. */
    private record JsonFile(Everything all, Sheets sheets, WriteStream<Buffer> out) {

        Future<Void> write() {
            var head = new JsonObject().put("selection", all.selection().toJson())
                    .put("counted_at", all.at().toString()).encode();
            var codebook = new JsonArray();
            sheets.codebook(all.tables()).forEach(line -> codebook.add(object(Sheets.CODEBOOK, line)));
            return text(head.substring(0, head.length() - 1) + ",\"tables\":[")
                    .compose(begun -> list(all.tables(), this::table)).compose(tables -> text("],\"days\":["))
                    .compose(begun -> list(all.days(), day -> object(Sheets.DAY, sheets.day(day))))
                    .compose(days -> text("],\"codebook\":" + codebook.encode() + "}"));
        }

        private Future<Void> text(String text) {
            return out.write(Buffer.buffer(text));
        }

        private <T> Future<Void> list(List<T> items, Function<T, JsonObject> json) {
            var first = new boolean[] {true};
            return inTurn(chunks(items), chunk -> {
                var text = new StringBuilder();
                for (T item : chunk) {
                    text.append(first[0] ? "" : ",").append(json.apply(item).encode());
                    first[0] = false;
                }
                return text(text.toString());
            });
        }

        private static JsonObject object(List<String> names, List<?> values) {
            var object = new JsonObject();
            for (int i = 0; i < names.size(); i++) {
                object.put(names.get(i), values.get(i));
            }
            return object;
        }

        private JsonObject table(FigureTable table) {
            var rows = new JsonArray();
            table.rows().forEach(row -> rows.add(row(table, row)));
            var notes = new JsonArray();
            table.notes().forEach(note -> notes.add(note.in(sheets.messages(), sheets.lang())));
            var definitions = new JsonArray();
            table.definitions().forEach(key -> definitions.add(sheets.messages().get(sheets.lang(), key)));
            return new JsonObject().put("code", table.code()).put("title", table.title().in(sheets.messages(), sheets.lang()))
                    .put("as_of", table.asOf().map(Object::toString).orElse(null)).put("rows", rows)
                    .put("notes", notes).put("definitions", definitions);
        }

        private JsonObject row(FigureTable table, FigureTable.Row row) {
            var figures = new JsonObject();
            for (int i = 0; i < row.cells().size(); i++) {
                String measure = table.columns().get(i).code();
                row.cells().get(i).ifPresent(figure -> figures.put(measure, figure(figure)));
            }
            return new JsonObject().put("key", row.key()).put("label", row.label().in(sheets.messages(), sheets.lang()))
                    .put("about", sheets.about(row)).put("figures", figures);
        }

        private JsonObject figure(Figure figure) {
            return new JsonObject().put("code", figure.code()).put("value", figure.value())
                    .put("unit", figure.unit().code()).put("unit_name", figure.unit().name().in(sheets.lang()))
                    .put("rows", figure.href()).put("query", figure.query().toJson());
        }
    }
}
