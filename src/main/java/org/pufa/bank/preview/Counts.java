package org.pufa.bank.preview;

/**
 * How many items a preview holds.
 *
 * @param read all of them: those accepted, warned of and refused
 * @param accepted without a warning
 * @param warned accepted with a warning
 * @param left of those that could be taken, how many stay out
 * @param uncited of those that will be taken, how many name no article yet
 */
public record Counts(int read, int accepted, int warned, int refused, int left, int uncited) {

    /** How many will be taken. */
    public int taken() {
        return accepted + warned - left;
    }
}
