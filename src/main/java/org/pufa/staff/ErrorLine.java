package org.pufa.staff;

import java.util.List;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.web.FieldFault;

/** One wrong field of a form as its page shows it: a link to the field and what to mend. */
public record ErrorLine(String field, String sentence) implements FieldFault {

    public static List<ErrorLine> of(Messages messages, Lang lang, List<FieldError> errors) {
        return errors.stream().map(error -> new ErrorLine(error.field(), messages.get(lang, error.key(), error.args())))
                .toList();
    }
}
