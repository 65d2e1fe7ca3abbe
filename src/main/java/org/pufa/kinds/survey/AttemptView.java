package org.pufa.kinds.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pufa.campaign.AttemptRequest;
import org.pufa.campaign.ErrorLine;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;
import org.pufa.i18n.Messages;

/**
 * Model of the page on which a survey is filled in.
 *
 * @param errors what was wrong with what was sent; empty at first
 */
record AttemptView(String title, LocalText name, String action, String token, boolean anonymous,
        List<ErrorLine> errors, List<SectionView> sections) {

    /**
     * One step of the paper.
     *
     * @param place which of all {@code places} sections this is, 1 for the first
     */
    record SectionView(String id, int place, int places, LocalText title, List<QuestionView> questions) {
    }

    static AttemptView of(SurveyPlan plan, AttemptRequest request, Messages messages) {
        Lang lang = request.request().lang();
        LocalText name = request.campaign().definition().title();
        var lines = ErrorLine.of(request.errors(), messages, lang);
        var faults = faults(lines);
        String title = faults.isEmpty() ? name.in(lang)
                : messages.get(lang, "kinds.survey.attempt.title-wrong", faults.size(), name);
        return new AttemptView(title, name, request.action(), request.token(), plan.anonymous(),
                placed(lines, plan.questions(), messages, lang), sections(plan, request, faults, lang));
    }

    /** The lines as they stand above the paper, each with the number of its question. */
    private static List<ErrorLine> placed(List<ErrorLine> lines, List<Question> questions, Messages messages,
            Lang lang) {
        var ids = questions.stream().map(Question::id).toList();
        return lines.stream().map(line -> !ids.contains(line.target()) ? new ErrorLine("", line.text())
                : new ErrorLine(line.target(), messages.get(lang, "kinds.survey.attempt.error-line",
                        ids.indexOf(line.target()) + 1, line.text()))).toList();
    }

    /** The first fault of each question. */
    private static Map<String, String> faults(List<ErrorLine> lines) {
        var faults = new HashMap<String, String>();
        lines.stream().filter(line -> !line.target().isEmpty())
                .forEach(line -> faults.putIfAbsent(line.target(), line.text()));
        return faults;
    }

    private static List<SectionView> sections(SurveyPlan plan, AttemptRequest request, Map<String, String> faults,
            Lang lang) {
        var sections = new ArrayList<SectionView>();
        int number = 1;
        for (SurveyPlan.Section section : plan.sections()) {
            var questions = new ArrayList<QuestionView>();
            for (Question question : section.questions()) {
                questions.add(QuestionView.of(question, number++, request.given(),
                        faults.getOrDefault(question.id(), ""), lang));
            }
            int place = sections.size() + 1;
            sections.add(new SectionView("s" + place, place, plan.sections().size(), section.title(), questions));
        }
        return sections;
    }
}
