package org.pufa.outreach.sheet;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pufa.bank.intake.Reason;
import org.pufa.db.Tx;

/** The rows of spreadsheets that wait to be confirmed. */
final class SheetStore {

    private static final String KEEP = "insert into outreach_load (upload, purpose, notes) values ($1, $2, $3)";
    private static final String KEEP_ROW = """
            insert into outreach_load_row (upload, number, sheet, line, cells, reasons) values ($1, $2, $3, $4, $5, $6)""";
    private static final String NOTES = "select notes from outreach_load where upload = $1 and purpose = $2";
    private static final String ROWS = """
            select number, sheet, line, cells, reasons, left_out from outreach_load_row where upload = $1 order by number""";
    private static final String LEAVE = "update outreach_load_row set left_out = $3 where upload = $1 and number = $2";
    private static final String LOCK = "select upload from outreach_load where upload = $1 and purpose = $2 for update";

    Future<Void> keep(Tx tx, UUID upload, String purpose, Reading reading) {
        var rows = reading.rows().stream().map(row -> Tuple.of(upload, row.number(), row.sheet(), row.line(),
                new JsonObject(Map.copyOf(row.cells())), reasons(row.reasons()))).toList();
        return tx.update(KEEP, upload, purpose, reasons(reading.notes())).compose(kept -> tx.batch(KEEP_ROW, rows));
    }

    Future<Optional<List<Reason>>> notes(Tx tx, UUID upload, String purpose) {
        return tx.one(NOTES, row -> reasons(row.getJsonArray(0)), upload, purpose);
    }

    Future<List<SheetRow>> rows(Tx tx, UUID upload) {
        return tx.list(ROWS, SheetStore::row, upload);
    }

    /** Whether there is such a row. */
    Future<Boolean> leave(Tx tx, UUID upload, int number, boolean out) {
        return tx.update(LEAVE, upload, number, out).map(count -> count == 1);
    }

    /** Whether it still waits; keeps others from confirming it until the transaction ends. */
    Future<Boolean> lock(Tx tx, UUID upload, String purpose) {
        return tx.one(LOCK, row -> row, upload, purpose).map(Optional::isPresent);
    }

    private static SheetRow row(Row row) {
        var cells = new HashMap<String, String>();
        row.getJsonObject("cells").forEach(cell -> cells.put(cell.getKey(), cell.getValue().toString()));
        return new SheetRow(row.getInteger("number"), row.getString("sheet"), row.getInteger("line"), cells,
                reasons(row.getJsonArray("reasons")), Optional.ofNullable(row.getBoolean("left_out")));
    }

    private static JsonArray reasons(List<Reason> reasons) {
        var array = new JsonArray();
        reasons.forEach(reason -> array.add(new JsonObject().put("level", reason.level().name())
                .put("key", reason.key()).put("args", new JsonArray(List.copyOf(reason.args())))));
        return array;
    }

    private static List<Reason> reasons(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).map(one -> new Reason(Reason.Level.valueOf(
                one.getString("level")), one.getString("key"), one.getJsonArray("args").stream().toList())).toList();
    }
}
