package org.pufa.learn;

import java.util.Arrays;
import java.util.Locale;

/** How a revision of a page stands. */
public enum LessonStatus {

    DRAFT, WAITING, RETURNED, PUBLISHED,
    /** Given up before anybody reviewed it. */
    DROPPED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it may be written in. */
    public boolean isOpen() {
        return this == DRAFT || this == RETURNED;
    }

    static LessonStatus of(String code) {
        return Arrays.stream(values()).filter(status -> status.code().equals(code)).findFirst().orElseThrow();
    }
}
