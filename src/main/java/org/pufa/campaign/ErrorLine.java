package org.pufa.campaign;

import java.util.List;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.kernel.Problem.FieldError;

/**
 * One line of the box above a paper that says why it was not taken (template {@code campaign/_errors}).
 *
 * @param target id of the item it speaks of, or "" when it speaks of the whole paper
 * @param text what is wrong and how to mend it
 */
public record ErrorLine(String target, String text) {

    /** The lines of a paper that was refused, in the order in which the faults were found. */
    public static List<ErrorLine> of(List<FieldError> errors, Messages messages, Lang lang) {
        return errors.stream().map(error ->
                new ErrorLine(item(error.field()), messages.get(lang, error.key(), error.args()))).toList();
    }

    /** A fault in the text beside an "other" option is shown at its item. */
    private static String item(String field) {
        return field.endsWith(Answers.OTHER) ? field.substring(0, field.length() - Answers.OTHER.length()) : field;
    }
}
