package org.pufa.web;

import java.util.Optional;
import java.util.regex.Pattern;

/** A field of text. Limits hold only for what was filled in; whether it must be is said by {@link #required}. */
public final class TextField {

    private final FormFields form;
    private final String name;
    private final String value;

    TextField(FormFields form, String name, String value) {
        this.form = form;
        this.name = name;
        this.value = value;
    }

    public TextField required() {
        if (value.isEmpty()) {
            form.refuse(name, "web.form.required");
        }
        return this;
    }

    /** How many characters the text may have, as people count them. */
    public TextField between(int min, int max) {
        int length = value.codePointCount(0, value.length());
        if (length > max) {
            form.refuse(name, "web.form.too-long", max, length);
        } else if (length > 0 && length < min) {
            form.refuse(name, "web.form.too-short", min);
        }
        return this;
    }

    public TextField atMost(int max) {
        return between(0, max);
    }

    /** @param key message that says what the text must look like, with an example */
    public TextField matching(Pattern pattern, String key) {
        if (!value.isEmpty() && !pattern.matcher(value).matches()) {
            form.refuse(name, key);
        }
        return this;
    }

    /** The text, or "". */
    public String get() {
        return value;
    }

    public Optional<String> optional() {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}
