package org.pufa.kinds.survey;

import java.util.List;
import java.util.Objects;
import org.pufa.campaign.Kind;
import org.pufa.i18n.LocalText;

/**
 * What a survey asks, as its file says it.
 *
 * @param anonymous whether answers must never be joined to those who gave them
 */
record SurveyPlan(boolean anonymous, List<Section> sections) implements Kind.Plan {

    SurveyPlan {
        sections = List.copyOf(sections);
    }

    /** Questions that stand under one heading and are shown as one step. */
    record Section(LocalText title, List<Question> questions) {

        Section {
            Objects.requireNonNull(title);
            questions = List.copyOf(questions);
        }
    }

    @Override
    public boolean linked() {
        return !anonymous;
    }

    /** All questions in the order of the paper. */
    List<Question> questions() {
        return sections.stream().flatMap(section -> section.questions().stream()).toList();
    }
}
