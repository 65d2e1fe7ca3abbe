package org.pufa.bank.preview;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pufa.bank.Picture;
import org.pufa.bank.intake.Progress;
import org.pufa.bank.intake.Reason;
import org.pufa.bank.picture.PictureJson;
import org.pufa.bank.picture.PictureStore;
import org.pufa.bank.preview.Previews.Appraised;
import org.pufa.db.Tx;

/** The rows of files that wait to be confirmed. */
final class PreviewStore {

    private static final int CHUNK = 1000;
    private static final String COLUMNS = """
            number, line, state, left_out, edited, code, type, topic, difficulty, stem, options, answer, law,
            law_version, article, quote, explanation, pictures, written, source, reasons, twin
            """;
    private static final String ADD = "insert into preview (upload, format, notes) values ($1, $2, $3)";
    private static final String ADD_ITEMS = "insert into preview_item (upload, " + COLUMNS + ") select $1, " + COLUMNS + """
             from jsonb_to_recordset($2) as item (number integer, line integer, state text, left_out boolean,
              edited boolean, code text, type text, topic text, difficulty integer, stem text, options jsonb,
              answer text[], law text, law_version text, article text, quote text, explanation text, pictures jsonb, written jsonb,
              source text, reasons jsonb, twin jsonb)""";
    private static final String FIND = "select format, notes from preview where upload = $1";
    private static final String COUNTS = """
            select count(*) as read, count(*) filter (where state = 'accepted') as accepted,
              count(*) filter (where state = 'warned') as warned, count(*) filter (where state = 'refused') as refused,
              count(*) filter (where state <> 'refused' and left_out) as left_out,
              count(*) filter (where state <> 'refused' and not left_out and article = '') as uncited
            from preview_item where upload = $1""";
    private static final String ITEMS = "select " + COLUMNS + """
             from preview_item
            where upload = $1 and case $2 when 'all' then true when 'left' then state <> 'refused' and left_out
              else state = $2 end
            order by case state when 'refused' then 0 when 'warned' then 1 else 2 end, number
            offset $3 limit $4""";
    private static final String ITEM = "select " + COLUMNS + " from preview_item where upload = $1 and number = $2";
    private static final String LEAVE = """
            update preview_item set left_out = $3 where upload = $1 and number = $2 and state <> 'refused'""";
    private static final String DROP_ITEM = "delete from preview_item where upload = $1 and number = $2";
    private static final String PICTURE = """
            select hash, type, width, height, content from preview_picture where upload = $1 and hash = $2""";
    private static final String KNOWN = """
            select r.bank, r.question, r.stem, r.options, r.answer, r.pictures from question q
            cross join lateral (select * from question_revision latest
              where latest.bank = q.bank and latest.question = q.code order by number desc limit 1) r
            where q.state <> 'retired'
              and ($1::text is null or exists (select from bank b where b.code = q.bank and b.unit = $1))""";

    private final PictureStore pictures = new PictureStore();

    Future<Void> add(Tx tx, UUID upload, Appraised file, Progress progress) {
        var items = file.items();
        Future<Void> all = tx.update(ADD, upload, file.format(), PreviewJson.reasons(file.notes()))
                .compose(added -> pictures.show(tx, upload, file.album()));
        for (int from = 0; from < items.size(); from += CHUNK) {
            var chunk = items.subList(from, Math.min(from + CHUNK, items.size()));
            int done = from;
            all = all.compose(before -> {
                progress.at(Progress.Phase.KEEPING, done, items.size());
                return addItems(tx, upload, chunk);
            });
        }
        return all;
    }

    private static Future<Void> addItems(Tx tx, UUID upload, List<PreviewItem> items) {
        var rows = new JsonArray();
        items.forEach(item -> rows.add(PreviewJson.row(item)));
        return tx.update(ADD_ITEMS, upload, rows).mapEmpty();
    }

    /** Format and notes of a file. */
    Future<Optional<Noted>> find(Tx tx, UUID upload) {
        return tx.one(FIND, row -> new Noted(row.getString(0), PreviewJson.reasons(row.getJsonArray(1))), upload);
    }

    record Noted(String format, List<Reason> notes) {
    }

    Future<Counts> counts(Tx tx, UUID upload) {
        return tx.get(COUNTS, row -> new Counts(count(row, "read"), count(row, "accepted"), count(row, "warned"),
                count(row, "refused"), count(row, "left_out"), count(row, "uncited")), upload);
    }

    private static int count(Row row, String name) {
        return row.getLong(name).intValue();
    }

    Future<List<PreviewItem>> items(Tx tx, UUID upload, Shown shown, int from, int most) {
        return tx.list(ITEMS, PreviewJson::item, upload, shown.code(), (long) from, (long) most);
    }

    Future<Optional<PreviewItem>> item(Tx tx, UUID upload, int number) {
        return tx.one(ITEM, PreviewJson::item, upload, number);
    }

    /** Whether there is such an item that could be taken. */
    Future<Boolean> leave(Tx tx, UUID upload, int number, boolean out) {
        return tx.update(LEAVE, upload, number, out).map(rows -> rows == 1);
    }

    Future<Void> replace(Tx tx, UUID upload, PreviewItem item) {
        return tx.update(DROP_ITEM, upload, item.number()).compose(dropped -> addItems(tx, upload, List.of(item)));
    }

    /** What every question of the unit's banks (of all banks, when none is named) says that is not retired. */
    Future<List<Twins.Known>> known(Tx tx, Optional<String> unit) {
        return tx.list(KNOWN, row -> new Twins.Known(row.getString(0), row.getString(1), row.getString(2),
                PreviewJson.options(row.getJsonArray(3)), List.of(row.getArrayOfStrings(4)),
                PictureJson.read(row.getJsonArray(5))), unit.orElse(null));
    }

    /** A picture of the file. */
    Future<Optional<Picture>> picture(Tx tx, UUID upload, String hash) {
        return tx.one(PICTURE, PictureStore::picture, upload, hash);
    }
}
