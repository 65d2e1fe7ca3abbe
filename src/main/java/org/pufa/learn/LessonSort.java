package org.pufa.learn;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What sort of page it is. */
public enum LessonSort {

    /** 典型案例: what happened to somebody, and what the law says of it. */
    CASE,
    /** 法条解读: an article in plain words. */
    ARTICLE,
    /** 办事指引: what to do. */
    GUIDE,
    /** 求助渠道: whom to call. */
    CONTACT;

    /** The word in tables, files, addresses and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it must say on which articles it rests. */
    boolean restsOnLaw() {
        return this != CONTACT;
    }

    public static Optional<LessonSort> parse(String code) {
        return Arrays.stream(values()).filter(sort -> sort.code().equals(code)).findFirst();
    }
}
