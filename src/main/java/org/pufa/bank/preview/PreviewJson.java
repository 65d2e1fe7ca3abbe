package org.pufa.bank.preview;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pufa.bank.Citation;
import org.pufa.bank.Question.Option;
import org.pufa.bank.QuestionType;
import org.pufa.bank.intake.Item;
import org.pufa.bank.intake.Reason;
import org.pufa.bank.picture.PictureJson;

/** Items as rows and back. */
final class PreviewJson {

    private PreviewJson() {
    }

    static JsonArray options(List<Option> options) {
        var array = new JsonArray();
        options.forEach(option -> array.add(new JsonObject().put("letter", option.letter()).put("text", option.text())));
        return array;
    }

    static List<Option> options(JsonArray array) {
        return array.stream().map(JsonObject.class::cast)
                .map(option -> new Option(option.getString("letter"), option.getString("text"))).toList();
    }

    static JsonArray reasons(List<Reason> reasons) {
        var array = new JsonArray();
        reasons.forEach(reason -> array.add(new JsonObject().put("level", reason.level().name())
                .put("key", reason.key()).put("args", new JsonArray(List.copyOf(reason.args())))));
        return array;
    }

    static List<Reason> reasons(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).map(one -> new Reason(
                Reason.Level.valueOf(one.getString("level")), one.getString("key"),
                one.getJsonArray("args").stream().toList())).toList();
    }

    /** As {@code jsonb_to_recordset} takes it; absent is null. */
    static JsonObject row(PreviewItem item) {
        var draft = item.draft();
        var answer = new JsonArray();
        draft.answer().forEach(answer::add);
        return new JsonObject().put("number", item.number()).put("line", item.line()).put("state", state(item.state()))
                .put("left_out", item.leftOut()).put("edited", item.edited()).put("code", draft.code())
                .put("type", draft.type().map(QuestionType::code).orElse(null)).put("topic", draft.topic())
                .put("difficulty", draft.difficulty()).put("stem", draft.stem())
                .put("options", options(draft.options())).put("answer", answer)
                .put("law", draft.citation().law()).put("law_version", draft.citation().version())
                .put("article", draft.citation().article()).put("quote", draft.quote())
                .put("explanation", draft.explanation()).put("pictures", PictureJson.of(draft.pictures())).put("written", written(draft.written()))
                .put("source", item.source()).put("reasons", reasons(item.reasons()))
                .put("twin", item.twin().map(PreviewJson::twin).orElse(null));
    }

    private static JsonObject written(Draft.Written written) {
        return new JsonObject().put("type", written.type()).put("answer", written.answer())
                .put("citation", written.citation()).put("difficulty", written.difficulty());
    }

    private static JsonObject twin(Twin twin) {
        return new JsonObject().put("bank", twin.bank()).put("question", twin.question()).put("stem", twin.stem())
                .put("share", twin.share()).put("same", twin.same());
    }

    static String state(Item.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static PreviewItem item(Row row) {
        return new PreviewItem(row.getInteger("number"), row.getInteger("line"),
                Item.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)), row.getBoolean("left_out"),
                row.getBoolean("edited"), draft(row), row.getString("source"), reasons(row.getJsonArray("reasons")),
                Optional.ofNullable(row.getJsonObject("twin")).map(twin -> new Twin(twin.getString("bank"),
                        twin.getString("question"), twin.getString("stem"), twin.getDouble("share"),
                        twin.getBoolean("same"))));
    }

    private static Draft draft(Row row) {
        var written = row.getJsonObject("written");
        return new Draft(row.getString("code"), Optional.ofNullable(row.getString("type")).flatMap(QuestionType::parse),
                row.getString("topic"), row.getInteger("difficulty"), row.getString("stem"),
                options(row.getJsonArray("options")), List.of(row.getArrayOfStrings("answer")), citation(row),
                row.getString("quote"), row.getString("explanation"), PictureJson.read(row.getJsonArray("pictures")),
                new Draft.Written(written.getString("type"),
                        written.getString("answer"), written.getString("citation"), written.getString("difficulty")));
    }

    private static Citation citation(Row row) {
        String article = row.getString("article");
        return article.isEmpty() ? Citation.NONE
                : new Citation(row.getString("law"), row.getString("law_version"), article);
    }
}
