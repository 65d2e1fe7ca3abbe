package org.pufa.learn;

import io.vertx.core.json.JsonObject;
import java.util.Objects;
import org.pufa.bank.Picture;
import org.pufa.bank.PictureType;

/**
 * A picture that belongs to a page; its content is kept with those of questions.
 *
 * @param name by which the text shows it, such as 图1
 * @param alt what it shows, for whoever does not see it
 */
public record LessonPicture(String name, String alt, String hash, PictureType type, int width, int height) {

    /** Most pictures of one page. */
    public static final int MOST = 12;
    /** Longest alt text, in characters. */
    public static final int LONGEST_ALT = 120;

    public LessonPicture {
        Objects.requireNonNull(name);
        Objects.requireNonNull(alt);
        Objects.requireNonNull(hash);
        Objects.requireNonNull(type);
    }

    static LessonPicture of(String name, String alt, Picture picture) {
        return new LessonPicture(name, alt, picture.hash(), picture.type(), picture.width(), picture.height());
    }

    /** Where it is to be had. */
    public String url() {
        return "/pictures/" + hash + '.' + type.extension();
    }

    org.pufa.learn.markdown.Picture shown() {
        return new org.pufa.learn.markdown.Picture(url(), alt, width, height);
    }

    JsonObject json() {
        return new JsonObject().put("name", name).put("alt", alt).put("hash", hash).put("type", type.code())
                .put("width", width).put("height", height);
    }

    static LessonPicture read(JsonObject json) {
        return new LessonPicture(json.getString("name"), json.getString("alt"), json.getString("hash"),
                PictureType.parse(json.getString("type")).orElseThrow(), json.getInteger("width"),
                json.getInteger("height"));
    }
}
