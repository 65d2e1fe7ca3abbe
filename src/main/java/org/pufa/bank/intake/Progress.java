package org.pufa.bank.intake;

import java.util.Locale;
import java.util.Objects;

/** How far the reading of one file has come; told by one thread, asked by others. */
public final class Progress {

    /** What is being done with a file, in this order. */
    public enum Phase {
        /** Its questions are being found. */
        READING,
        /** Each is being judged. */
        JUDGING,
        /** They are being held against laws and banks. */
        COMPARING,
        /** They are being kept for the preview. */
        KEEPING;

        /** The word in tables and message keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param total how many questions there are; 0 while that is not known */
    public record Point(Phase phase, int done, int total) {

        public Point {
            Objects.requireNonNull(phase);
        }
    }

    private volatile Point point = new Point(Phase.READING, 0, 0);

    public void at(Phase phase, int done, int total) {
        point = new Point(phase, done, total);
    }

    public Point point() {
        return point;
    }
}
