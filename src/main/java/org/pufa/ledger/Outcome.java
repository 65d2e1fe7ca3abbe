package org.pufa.ledger;

import org.pufa.kernel.ReceiptCode;

/** What became of a submission. */
public sealed interface Outcome {

    /** It is now an entry, durably. */
    record Accepted(ReceiptCode receipt) implements Outcome {
    }

    /** It already was one: this is the same attempt again. */
    record Replayed(ReceiptCode receipt) implements Outcome {
    }

    /** Another attempt of the same participant holds the last place that was left. */
    record Taken(ReceiptCode earlier) implements Outcome {
    }

    /** The campaign took no entries when it arrived, or was paused or closed before it could be written. */
    record Closed() implements Outcome {
    }

    /** The attempt's number is another participant's; a new attempt gets another number. */
    record Unusable() implements Outcome {
    }
}
