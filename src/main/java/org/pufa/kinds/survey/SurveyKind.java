package org.pufa.kinds.survey;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.pufa.campaign.Collected;
import org.pufa.campaign.Content;
import org.pufa.campaign.Kind;
import org.pufa.campaign.RulesText;
import org.pufa.db.Tx;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.yaml.YamlMap;

/** The kind of campaign in which people say what they think or have met with, anonymously or not. */
public final class SurveyKind implements Kind {

    private final Messages messages;

    public SurveyKind(Messages messages) {
        this.messages = messages;
    }

    @Override
    public String code() {
        return "survey";
    }

    @Override
    public Plan read(YamlMap definition) {
        return new SurveyReader().read(definition);
    }

    @Override
    public List<RulesText.Clause> rules(Plan plan, Lang lang) {
        var survey = (SurveyPlan) plan;
        long required = survey.questions().stream().filter(question -> question.prompt().required()).count();
        return List.of(new RulesText.Clause(messages.get(lang, "kinds.survey.rules.paper"),
                        messages.get(lang, "kinds.survey.rules.paper.text", survey.questions().size(), required)),
                new RulesText.Clause(messages.get(lang, "kinds.survey.rules.use"), messages.get(lang,
                        survey.anonymous() ? "kinds.survey.rules.anonymous" : "kinds.survey.rules.named")));
    }

    /** All of a survey stands in its file, so there is nothing to pin. */
    @Override
    public Future<JsonObject> pin(Tx tx, Plan plan) {
        return Future.succeededFuture(new JsonObject());
    }

    @Override
    public List<Collected> collects(Plan plan) {
        return ((SurveyPlan) plan).collects();
    }

    @Override
    public Future<Content> content(Tx tx, Plan plan, JsonObject pinned) {
        return Future.succeededFuture(new Survey((SurveyPlan) plan, messages));
    }
}
