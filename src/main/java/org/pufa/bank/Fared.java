package org.pufa.bank;

import io.vertx.core.Future;
import java.util.Map;
import org.pufa.db.Tx;

/** Knows how people fare on questions; whoever puts questions before people tells it. */
@FunctionalInterface
public interface Fared {

    /** Where nobody is asked anything. */
    Fared NEVER = (tx, bank) -> Future.succeededFuture(Map.of());

    /** Code of a question to how it was answered, over all its revisions and all campaigns. */
    Future<Map<String, Facility>> of(Tx tx, String bank);

    /**
     * How often a question was answered, and how often rightly (正确率).
     *
     * @param answered in accepted entries
     * @param right by the key as it is by now
     */
    record Facility(long answered, long right) {

        /** Fewer answers say too little of a question. */
        public static final long ENOUGH = 30;

        public Facility {
            if (right < 0 || right > answered) {
                throw new IllegalArgumentException(right + " of " + answered + " are right");
            }
        }

        public boolean isTold() {
            return answered >= ENOUGH;
        }

        /** 0 to 1. */
        public double share() {
            return answered == 0 ? 0 : (double) right / answered;
        }
    }

    /** How hard questions prove, as they are looked for. */
    enum Ease {

        /** Most answer it wrongly: under half are right. */
        HARD(0, 0.5),
        MIDDLE(0.5, 0.8),
        /** Four in five know it. */
        EASY(0.8, 1.01);

        private final double from;
        private final double below;

        Ease(double from, double below) {
            this.from = from;
            this.below = below;
        }

        public boolean holds(Facility facility) {
            return facility.isTold() && facility.share() >= from && facility.share() < below;
        }
    }
}
