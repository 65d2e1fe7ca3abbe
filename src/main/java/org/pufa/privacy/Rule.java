package org.pufa.privacy;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.pufa.db.Tx;

/** One sort of data that is kept for a time and then removed. */
public interface Rule {

    /** Of its sentences {@code privacy.rule.CODE}, {@code ….what} and {@code ….number}, and of its setting. */
    String code();

    Period period();

    /** Whose data are still there although they ended before that time. */
    Future<List<Due>> due(Tx tx, Instant before);

    /**
     * Removes what is due of one of them.
     *
     * @return how much was removed; 0 when somebody else was faster
     */
    Future<Long> purge(Tx tx, Due due, Instant before);

    /**
     * How many days something is kept.
     *
     * @param standard where administrators say nothing
     * @param least and most that they may say
     */
    record Period(int standard, int least, int most) {

        public Period {
            if (least < 1 || standard < least || most < standard) {
                throw new IllegalArgumentException(least + " <= " + standard + " <= " + most);
            }
        }
    }

    /**
     * Somebody whose data are due.
     *
     * @param subject as the log names them, such as the slug of a campaign
     * @param id by which the rule knows them
     */
    record Due(String subject, long id) {
    }
}
