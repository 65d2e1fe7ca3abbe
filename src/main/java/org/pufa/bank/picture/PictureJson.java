package org.pufa.bank.picture;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.pufa.bank.PictureType;
import org.pufa.bank.QuestionPicture;

/** The pictures of a question as the column of a row, and back. */
public final class PictureJson {

    private PictureJson() {
    }

    public static JsonArray of(List<QuestionPicture> pictures) {
        var array = new JsonArray();
        pictures.forEach(one -> array.add(new JsonObject().put("place", one.place()).put("alt", one.alt())
                .put("hash", one.hash()).put("type", one.type().code()).put("width", one.width())
                .put("height", one.height())));
        return array;
    }

    public static List<QuestionPicture> read(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).map(one -> new QuestionPicture(one.getString("place"),
                one.getString("alt"), one.getString("hash"), PictureType.parse(one.getString("type")).orElseThrow(),
                one.getInteger("width"), one.getInteger("height"))).toList();
    }
}
