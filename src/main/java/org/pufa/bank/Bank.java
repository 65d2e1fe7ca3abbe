package org.pufa.bank;

import java.util.Objects;

/**
 * A bank of questions on one law (题库).
 *
 * @param code the word in files and addresses, such as labor-contract-law
 * @param law short name of the law
 * @param version which text of the law the questions were checked against
 */
public record Bank(String code, String title, String law, String version) {

    public Bank {
        Objects.requireNonNull(code);
        Objects.requireNonNull(title);
        Objects.requireNonNull(law);
        Objects.requireNonNull(version);
    }
}
