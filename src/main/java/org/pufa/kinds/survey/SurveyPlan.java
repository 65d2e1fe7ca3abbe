package org.pufa.kinds.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.pufa.campaign.Collected;
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

    /** Picks and numbers, and the questions that ask for words of one's own, where there are any. */
    List<Collected> collects() {
        var collected = new ArrayList<Collected>();
        if (questions().stream().anyMatch(question -> !question.written().contains(question.id()))) {
            collected.add(Collected.counted("kinds.survey.collected.picks"));
        }
        var asked = questions().stream().filter(question -> !question.written().isEmpty())
                .map(question -> question.prompt().ask()).toList();
        if (!asked.isEmpty()) {
            collected.add(Collected.written("kinds.survey.collected.words", asked));
        }
        return collected;
    }

    /** All questions in the order of the paper. */
    List<Question> questions() {
        return sections.stream().flatMap(section -> section.questions().stream()).toList();
    }
}
