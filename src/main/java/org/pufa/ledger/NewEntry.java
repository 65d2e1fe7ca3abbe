package org.pufa.ledger;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pufa.kernel.ReceiptCode;

/** A submission on its way to become an entry, and the sheet that will be written of it. */
record NewEntry(Submission submission, Sheet sheet) {

    /** In the order of the batch, which is of one book. */
    static List<NewEntry> all(List<Submission> batch, SecureRandom random) {
        boolean linked = batch.get(0).book().linked();
        var nonces = new byte[batch.size() * Commitment.NONCE];
        random.nextBytes(nonces);
        var entries = new ArrayList<NewEntry>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            Submission one = batch.get(i);
            byte[] nonce = Arrays.copyOfRange(nonces, i * Commitment.NONCE, (i + 1) * Commitment.NONCE);
            long number = linked ? one.attempt().value() : random.nextLong() >>> 64 - ReceiptCode.BITS;
            entries.add(new NewEntry(one, new Sheet(number, one.body(), one.score(), nonce, one.words())));
        }
        return entries;
    }

    NewEntry inSlot(int other) {
        return new NewEntry(submission.inSlot(other), sheet);
    }

    byte[] commitment() {
        Book book = submission.book();
        return Commitment.ofEntry(book.campaign().value(), submission.participant(), submission.slot(),
                submission.attempt().value(), submission.channel(), book.keptTime(submission.arrived()),
                book.linked() ? sheet.commitment() : null);
    }
}
