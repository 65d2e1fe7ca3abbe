package org.pufa.campaign;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.web.FormFields;

/**
 * A paper as a browser sends it: the field {@code attempt}, and {@code a.<item id>} for each answer.
 *
 * @param errors texts that hold characters no text may hold, by item id
 */
record SentForm(String token, Answers answers, List<FieldError> errors) {

    private static final String PREFIX = "a.";

    static SentForm of(FormFields form) {
        Map<String, List<String>> values = new HashMap<>();
        for (String name : form.names()) {
            if (name.startsWith(PREFIX) && name.length() > PREFIX.length()) {
                values.put(name.substring(PREFIX.length()), form.many(name).get());
            }
        }
        var errors = form.errors().stream().map(error ->
                new FieldError(error.field().substring(PREFIX.length()), error.key(), error.args())).toList();
        return new SentForm(form.raw("attempt"), new Answers(values), errors);
    }

    /** @throws Problem INVALID when a text cannot be taken */
    SentForm orInvalid() {
        if (!errors.isEmpty()) {
            throw Problem.invalid("campaign.answers.invalid", errors);
        }
        return this;
    }
}
