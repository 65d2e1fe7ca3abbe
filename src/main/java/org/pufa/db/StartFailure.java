package org.pufa.db;

/**
 * The database cannot be had. The message is one sentence for the operator that says what is wrong and how to mend
 * it; the cause, where there is one, is for the log at debug level. It carries no stack trace of its own.
 */
public final class StartFailure extends RuntimeException {

    StartFailure(String message) {
        this(message, null);
    }

    StartFailure(String message, Throwable cause) {
        super(message, cause, false, false);
    }
}
