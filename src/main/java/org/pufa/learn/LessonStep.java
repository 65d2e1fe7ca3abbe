package org.pufa.learn;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/** One thing that was done with a page. @param note why, or "" */
public record LessonStep(Sort sort, int revision, String actor, String note, Instant at) {

    public LessonStep {
        Objects.requireNonNull(sort);
        Objects.requireNonNull(actor);
        Objects.requireNonNull(note);
        Objects.requireNonNull(at);
    }

    /** What can be done. */
    public enum Sort {

        CREATE, CHANGE, SUBMIT, RECALL, RETURN, PUBLISH, DROP, WITHDRAW;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Sort of(String code) {
            return Arrays.stream(values()).filter(sort -> sort.code().equals(code)).findFirst().orElseThrow();
        }
    }
}
