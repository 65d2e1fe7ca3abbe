package org.pufa.web;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/** A field that holds a whole number. */
public final class NumberField {

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,15}");

    private final FormFields form;
    private final String name;
    private final boolean empty;
    private OptionalLong value = OptionalLong.empty();

    NumberField(FormFields form, String name, String text) {
        this.form = form;
        this.name = name;
        this.empty = text.isEmpty();
        String digits = halfWidth(text);
        if (WHOLE.matcher(digits).matches()) {
            value = OptionalLong.of(Long.parseLong(digits));
        } else if (!empty) {
            form.refuse(name, "web.form.number");
        }
    }

    public NumberField required() {
        if (empty) {
            form.refuse(name, "web.form.required");
        }
        return this;
    }

    public NumberField between(long min, long max) {
        if (value.isPresent() && (value.getAsLong() < min || value.getAsLong() > max)) {
            form.refuse(name, "web.form.range", min, max);
        }
        return this;
    }

    /** The number; only where the field is required and the form has no errors. */
    public long get() {
        return value.orElseThrow();
    }

    public OptionalLong optional() {
        return value;
    }

    /** Chinese keyboards write full-width digits and commas. */
    private static String halfWidth(String text) {
        var out = new StringBuilder();
        for (char c : text.toCharArray()) {
            char half = c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c;
            if (half != ',' && half != ' ') {
                out.append(half);
            }
        }
        return out.toString();
    }
}
