package org.pufa.kinds.survey;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pufa.campaign.Answers;
import org.pufa.campaign.Item;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;

/** One question of a survey. Each sort knows what it accepts and how it is written down. */
sealed interface Question permits Choice, WholeNumber, FreeText {

    /**
     * What every question has.
     *
     * @param id what its answers are filed under
     * @param hint a line below the question, or empty
     */
    record Prompt(String id, boolean required, LocalText ask, LocalText hint) {

        public Prompt {
            Objects.requireNonNull(id);
            Objects.requireNonNull(ask);
            Objects.requireNonNull(hint);
        }
    }

    Prompt prompt();

    default String id() {
        return prompt().id();
    }

    /** The question as it is shown to programs, under the heading {@code group}. */
    Item item(String group, Lang lang);

    /** Checks what was given for this question and files it, or says what is wrong with it. */
    void fill(Answers given, Filling into);

    /** The ids under which something may be given for this question. */
    List<String> fields();

    /** Those of {@link #fields} that are answered in words of one's own. */
    List<String> written();

    /**
     * What an export shows of a stored sheet: one cell for each of {@link #fields}.
     *
     * @param answers by field; without those that were not answered
     */
    List<String> cells(Map<String, Object> answers, Lang lang);
}
