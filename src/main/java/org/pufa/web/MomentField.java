package org.pufa.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.pufa.kernel.Days;

/** A field that holds a date and a time in China. */
public final class MomentField {

    private final FormFields form;
    private final String name;
    private final boolean empty;
    private Optional<Instant> value = Optional.empty();

    MomentField(FormFields form, String name, String text) {
        this.form = form;
        this.name = name;
        this.empty = text.isEmpty();
        if (!empty) {
            read(text);
        }
    }

    private void read(String text) {
        try {
            value = Optional.of(LocalDateTime.parse(text.replace(' ', 'T')).atZone(Days.ZONE).toInstant());
        } catch (DateTimeParseException e) {
            form.refuse(name, "web.form.moment");
        }
    }

    public MomentField required() {
        if (empty) {
            form.refuse(name, "web.form.required");
        }
        return this;
    }

    /** The moment; only where the field is required and the form has no errors. */
    public Instant get() {
        return value.orElseThrow();
    }

    public Optional<Instant> optional() {
        return value;
    }
}
