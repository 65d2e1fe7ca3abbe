package org.pufa.web;

import java.util.List;

/** A field that may come several times, such as a group of boxes. Values that are empty are left out. */
public final class ManyField {

    private final FormFields form;
    private final String name;
    private final List<String> values;

    ManyField(FormFields form, String name, List<String> values) {
        this.form = form;
        this.name = name;
        this.values = values.stream().filter(value -> !value.isEmpty()).toList();
    }

    public ManyField atLeast(int min) {
        if (values.size() < min) {
            form.refuse(name, "web.form.too-few", min);
        }
        return this;
    }

    public ManyField atMost(int max) {
        if (values.size() > max) {
            form.refuse(name, "web.form.too-many", max);
        }
        return this;
    }

    /** The values in the order in which they were sent. */
    public List<String> get() {
        return values;
    }
}
