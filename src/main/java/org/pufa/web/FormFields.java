package org.pufa.web;

import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;

/**
 * The fields of a form, each with its limits stated where it is read. All wrong fields are reported together:
 *
 * <pre>{@code
 * var title = in.text("title").required().between(3, 80);
 * var tags = in.many("tag").atMost(8);
 * return in.orInvalid(() -> new BankForm(title.get(), tags.get()));
 * }</pre>
 */
public final class FormFields {

    private final MultiMap fields;
    private final List<FieldError> errors = new ArrayList<>();

    public FormFields(MultiMap fields) {
        this.fields = fields;
    }

    /** One line or several of text; empty when the field was not sent. */
    public TextField text(String name) {
        return new TextField(this, name, plain(name, first(name)));
    }

    /** A whole number, written with or without thousands separators. */
    public NumberField number(String name) {
        return new NumberField(this, name, plain(name, first(name)));
    }

    /** A date and time in China, as {@code <input type="datetime-local">} sends it. */
    public MomentField moment(String name) {
        return new MomentField(this, name, plain(name, first(name)));
    }

    /** All values sent under one name, such as the ticked boxes of a group. */
    public ManyField many(String name) {
        return new ManyField(this, name, fields.getAll(name).stream().map(value -> plain(name, value)).toList());
    }

    /** Whether a box was ticked. */
    public boolean ticked(String name) {
        return fields.contains(name);
    }

    /** The names of all fields that were sent, for forms whose fields depend on data. */
    public List<String> names() {
        return List.copyOf(fields.names());
    }

    /** Everything that was sent, untouched and in its order. */
    public List<Map.Entry<String, String>> all() {
        return fields.entries();
    }

    /** What was typed, untouched, to show it again beside its error. */
    public String raw(String name) {
        return first(name);
    }

    /** Reports a fault that only the form itself can see, such as an end before its beginning. */
    public void refuse(String name, String key, Object... args) {
        errors.add(FieldError.of(name, key, args));
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** What the form means. @throws Problem INVALID with every wrong field, when there is one */
    public <T> T orInvalid(Supplier<T> meaning) {
        if (!errors.isEmpty()) {
            throw Problem.invalid("web.form.invalid", errors);
        }
        return meaning.get();
    }

    private String first(String name) {
        return Optional.ofNullable(fields.get(name)).orElse("");
    }

    private String plain(String name, String value) {
        return PlainText.of(value).orElseGet(() -> {
            refuse(name, "web.form.characters");
            return "";
        });
    }
}
