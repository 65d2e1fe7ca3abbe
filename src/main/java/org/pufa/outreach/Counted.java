package org.pufa.outreach;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a figure came about. */
public enum Counted {

    /** People or things were counted on the spot. */
    HEADCOUNT,
    /** Devices signed in at a page of ours. */
    SIGNIN,
    /** Typed in from a sign-in sheet of paper. */
    SHEET,
    ESTIMATE,
    /** Taken from a stock of titles. */
    STOCK,
    /** It stands in a document, such as a notice of an award. */
    DOCUMENT,
    /** Another system counted it. */
    SYSTEM;

    /** Whether somebody types such a figure; others follow from what the platform counted itself. */
    public boolean isTyped() {
        return this != STOCK && this != SIGNIN;
    }

    /** The word that the database, forms and message keys use. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Counted> parse(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
