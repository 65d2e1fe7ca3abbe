package org.pufa.kinds.survey;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pufa.campaign.Answers;
import org.pufa.campaign.AttemptRequest;
import org.pufa.campaign.Content;
import org.pufa.campaign.Filled;
import org.pufa.campaign.Item;
import org.pufa.campaign.ReceiptRequest;
import org.pufa.campaign.ResultsRequest;
import org.pufa.campaign.Sitting;
import org.pufa.campaign.State;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.ledger.Count;
import org.pufa.ledger.Entries.SheetBody;
import org.pufa.ledger.Tallies;
import org.pufa.web.View;

/** A survey that was launched. Its paper is the same for everyone. */
final class Survey implements Content {

    private final SurveyPlan plan;
    private final Messages messages;
    private final List<Question> questions;
    private final Set<String> fields;
    private final Map<Lang, List<Item>> items = new EnumMap<>(Lang.class);

    Survey(SurveyPlan plan, Messages messages) {
        this.plan = plan;
        this.messages = messages;
        this.questions = plan.questions();
        this.fields = questions.stream().flatMap(question -> question.fields().stream())
                .collect(Collectors.toUnmodifiableSet());
        for (Lang lang : Lang.values()) {
            items.put(lang, plan.sections().stream().flatMap(section -> section.questions().stream()
                    .map(question -> question.item(section.title().in(lang), lang))).toList());
        }
    }

    @Override
    public List<Item> items(Sitting sitting, Lang lang) {
        return items.get(lang);
    }

    @Override
    public boolean paperBelongsToSlot() {
        return false;
    }

    @Override
    public Filled fill(Sitting sitting, Answers answers) {
        var filling = new Filling();
        questions.forEach(question -> question.fill(answers, filling));
        var unknown = new HashSet<>(answers.items());
        unknown.removeAll(fields);
        unknown.stream().sorted().limit(5).forEach(field ->
                filling.refuse(shortened(field), "kinds.survey.unknown-question", shortened(field)));
        return filling.filled();
    }

    /** A name that came from outside may be of any length. */
    private static String shortened(String field) {
        return field.length() <= 40 ? field : field.substring(0, 40);
    }

    @Override
    public List<Count> counts(String body) {
        return AnswerSheet.counts(AnswerSheet.answers(body, ""));
    }

    @Override
    public View attemptPage(AttemptRequest request) {
        return View.page("kinds/survey/attempt", AttemptView.of(plan, request, messages));
    }

    @Override
    public View receiptPage(ReceiptRequest request) {
        boolean published = publishes(request.campaign().stateAt(request.now()));
        return View.page("kinds/survey/receipt", ReceiptView.of(plan, request, published, messages));
    }

    @Override
    public JsonObject receipt(Lang lang, Optional<SheetBody> sheet) {
        return new JsonObject().put("counted", true).put("anonymous", plan.anonymous());
    }

    /** Shares that everyone could watch growing would lead the answers of those who come later. */
    @Override
    public boolean publishes(State state) {
        return state == State.CLOSED || state == State.CERTIFIED;
    }

    @Override
    public View resultsPage(ResultsRequest request) {
        return View.page("kinds/survey/results", ResultsView.of(plan, request, messages));
    }

    @Override
    public JsonObject results(Lang lang, Tallies tallies) {
        return Shares.json(questions, tallies, lang);
    }

    @Override
    public List<String> columns(Lang lang) {
        var columns = new ArrayList<String>();
        for (Question question : questions) {
            String ask = question.prompt().ask().in(lang);
            columns.add(ask);
            question.fields().stream().skip(1)
                    .forEach(other -> columns.add(messages.get(lang, "kinds.survey.column.other", ask)));
        }
        return columns;
    }

    @Override
    public List<String> cells(Lang lang, SheetBody sheet) {
        var answers = AnswerSheet.answers(sheet.body(), messages.get(lang, "kinds.survey.erased"));
        return questions.stream().flatMap(question -> question.cells(answers, lang).stream()).toList();
    }
}
