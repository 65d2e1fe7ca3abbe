package org.pufa.bank.intake;

/** A file that cannot be read at all; the reason says why and what to do. */
public final class UnreadableFile extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    public UnreadableFile(String key, Object... args) {
        super(key);
        this.reason = Reason.refusal(key, args);
    }

    public Reason reason() {
        return reason;
    }
}
