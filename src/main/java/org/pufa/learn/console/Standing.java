package org.pufa.learn.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.pufa.learn.Lesson;
import org.pufa.learn.LessonStatus;

/** How a page stands, in one word. */
enum Standing {

    DRAFT("warn"), WAITING("warn"), RETURNED("bad"), PUBLISHED("ok"),
    /** Citizens read one revision while another is being written. */
    CHANGING("ok"),
    /** The same while the other waits for review. */
    CHANGE_WAITING("warn"), WITHDRAWN("");

    private final String tone;

    Standing(String tone) {
        this.tone = tone;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Class of the tag that shows it. */
    String tone() {
        return tone;
    }

    static Optional<Standing> parse(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    static Standing of(Lesson lesson) {
        var status = lesson.latest().status();
        if (lesson.isChanging()) {
            return status == LessonStatus.WAITING ? CHANGE_WAITING
                    : status == LessonStatus.RETURNED ? RETURNED : CHANGING;
        } else if (lesson.published().isPresent()) {
            return PUBLISHED;
        } else if (lesson.withdrawal().isPresent() && status != LessonStatus.WAITING) {
            return WITHDRAWN;
        }
        return status == LessonStatus.WAITING ? WAITING : status == LessonStatus.RETURNED ? RETURNED : DRAFT;
    }

    /** Whether somebody has to review it. */
    boolean waits() {
        return this == WAITING || this == CHANGE_WAITING;
    }
}
