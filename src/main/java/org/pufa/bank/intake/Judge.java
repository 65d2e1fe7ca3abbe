package org.pufa.bank.intake;

/**
 * Turns what was read into what can be taken: settles type and answer, takes answers out of stems, and says of
 * everything that is wrong or uncertain why. It never guesses without saying so, and lets nothing wrong through.
 */
public final class Judge {

    /** Longest stem, in characters. */
    public static final int LONGEST_STEM = 500;
    public static final int LONGEST_OPTION = 300;
    public static final int LONGEST_EXPLANATION = 2000;
    public static final int MOST_OPTIONS = 10;

    /** @param number of the item in its file, from 1 */
    public Item judge(int number, RawQuestion read) {
        return new Hearing(CleanText.of(read)).verdict(number);
    }
}
