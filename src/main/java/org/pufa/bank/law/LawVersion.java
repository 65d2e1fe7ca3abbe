package org.pufa.bank.law;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A law as it reads since it was passed or last amended (版本).
 *
 * @param id 0 before it is stored
 * @param law short name
 * @param label as citations name the version, such as 2012-12-28修正，2013-07-01起施行
 * @param date of its passing or amendment
 * @param articles number of the last article; articles inserted as 之一 are not counted
 * @param inForce at most one version of a law is
 * @param withText whether staff have loaded the articles
 */
public record LawVersion(long id, String law, String label, LocalDate date, int articles, boolean inForce,
        boolean withText) {

    public LawVersion {
        Objects.requireNonNull(law);
        Objects.requireNonNull(label);
        Objects.requireNonNull(date);
        if (articles < 1) {
            throw new IllegalArgumentException("a law has articles");
        }
    }

    /** Whether a citation that gives the version in these words means this one: the same label, or one with its date. */
    public boolean isNamed(String version) {
        return label.equals(version) || version.contains(date.toString());
    }
}
