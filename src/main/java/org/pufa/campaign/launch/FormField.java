package org.pufa.campaign.launch;

import java.util.List;

/**
 * One field of a step, which stands for the field of the definition that has the same path. Exactly one of {@code text
 * area select checks date} is true.
 *
 * @param name path of the field; also its id
 * @param other what somebody else saved there meanwhile, or ""
 * @param locked whether it can be read only
 */
public record FormField(String name, String label, String hint, String value, boolean text, boolean area,
        boolean select, boolean checks, boolean date, boolean shortened, boolean locked, List<Option> options,
        String error, String other) {

    /** One thing to choose. */
    public record Option(String value, String label, boolean chosen, String id) {
    }

    /** A line of text. */
    public static FormField text(String name, String label, String hint, String value) {
        return new FormField(name, label, hint, value, true, false, false, false, false, false, false, List.of(), "",
                "");
    }

    /** Several lines of text. */
    public static FormField area(String name, String label, String hint, String value) {
        return new FormField(name, label, hint, value, false, true, false, false, false, false, false, List.of(), "",
                "");
    }

    /** A short text, such as a number. */
    public static FormField brief(String name, String label, String hint, String value) {
        return new FormField(name, label, hint, value, true, false, false, false, false, true, false, List.of(), "",
                "");
    }

    /** One of several. */
    public static FormField select(String name, String label, String hint, String value, List<Option> options) {
        return new FormField(name, label, hint, value, false, false, true, false, false, true, false, options, "", "");
    }

    /** Any of several. */
    public static FormField checks(String name, String label, String hint, List<Option> options) {
        return new FormField(name, label, hint, "", false, false, false, true, false, false, false, options, "", "");
    }

    /** A day and time in China. */
    public static FormField moment(String name, String label, String hint, String value) {
        return new FormField(name, label, hint, value, false, false, false, false, true, true, false, List.of(), "",
                "");
    }

    FormField wrong(String sentence) {
        return new FormField(name, label, hint, value, text, area, select, checks, date, shortened, locked, options,
                sentence, other);
    }

    FormField besides(String stored) {
        return new FormField(name, label, hint, value, text, area, select, checks, date, shortened, locked, options,
                error, stored);
    }

    FormField readOnly() {
        return new FormField(name, label, hint, value, text, area, select, checks, date, shortened, true, options,
                error, other);
    }
}
