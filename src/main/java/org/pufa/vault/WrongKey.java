package org.pufa.vault;

/** The keys at hand are not those that the records need; the message says what to do, in words for the operator. */
public final class WrongKey extends RuntimeException {

    public WrongKey(String message) {
        super(message, null, false, false);
    }
}
