package org.pufa.ledger;

/**
 * What was answered or chosen in an entry (答卷, 选票), as it is stored.
 *
 * @param number the attempt of its entry where sheets are linked, else random
 * @param body canonical JSON
 * @param score points, or null where the kind gives none
 * @param nonce 16 secret bytes
 * @param words sealed: what was written in one's own words, of which the body holds digests; or null
 */
record Sheet(long number, String body, Integer score, byte[] nonce, byte[] words) {

    byte[] commitment() {
        return Commitment.ofSheet(nonce, body, score);
    }
}
