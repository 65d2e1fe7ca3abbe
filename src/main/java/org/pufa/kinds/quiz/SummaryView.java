package org.pufa.kinds.quiz;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.pufa.campaign.ResultsRequest;
import org.pufa.campaign.State;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;
import org.pufa.i18n.Messages;
import org.pufa.ledger.Tallies;
import org.pufa.web.View;

/** Shows how all participants together did. */
final class SummaryView {

    /**
     * Model of {@code kinds/quiz/results}.
     *
     * @param scores null while nobody has taken part
     * @param takeUrl "" unless the quiz takes entries now
     */
    record SummaryPage(String title, LocalText campaign, String asOf, ScoresLine scores, List<TopicLine> topics,
            String takeUrl) {
    }

    /** @param passed "" where there is no pass score */
    record ScoresLine(String participations, String average, int max, String passed, String passNote) {
    }

    /** @param width of its bar, such as 72.4% */
    record TopicLine(LocalText name, String share, String width, String answered) {
    }

    private final QuizPlan plan;
    private final List<Asked> asked;
    private final Messages messages;

    SummaryView(QuizPlan plan, Collection<Asked> asked, Messages messages) {
        this.plan = plan;
        this.asked = asked.stream().sorted(Comparator.comparing(each -> each.question().id())).toList();
        this.messages = messages;
    }

    View page(ResultsRequest request) {
        Lang lang = request.request().lang();
        var campaign = request.campaign();
        var scores = Scores.of(request.tallies(), plan, asked);
        boolean open = campaign.stateAt(request.now()) == State.OPEN;
        return View.page("kinds/quiz/results", new SummaryPage(messages.get(lang, "quiz.results.title"),
                campaign.definition().title(), messages.get(lang, "quiz.results.as-of", request.now()),
                scores.sheets() == 0 ? null : line(lang, request.tallies(), scores),
                scores.topics().stream().map(topic -> line(lang, topic)).toList(), open ? campaign.path() : ""));
    }

    private ScoresLine line(Lang lang, Tallies tallies, Scores scores) {
        boolean marked = plan.pass() > 0;
        return new ScoresLine(Format.number(tallies.participations()), Format.decimal(scores.average(), 1),
                plan.max(), marked ? Format.percent(scores.passedShare()) : "",
                marked ? messages.get(lang, "quiz.results.pass-note", plan.pass(), scores.passed(), scores.sheets())
                        : "");
    }

    private TopicLine line(Lang lang, Scores.Topic topic) {
        return new TopicLine(LocalText.of(topic.name()), Format.percent(topic.share()),
                Format.percent(topic.share()), messages.get(lang, "quiz.results.answered", topic.answered()));
    }

    JsonObject json(Tallies tallies) {
        var scores = Scores.of(tallies, plan, asked);
        var topics = new JsonArray();
        scores.topics().forEach(topic -> topics.add(new JsonObject().put("topic", topic.name())
                .put("answered", topic.answered()).put("right", topic.right())));
        var json = new JsonObject().put("participations", tallies.participations())
                .put("participants", tallies.participants()).put("max", plan.max())
                .put("average", Math.round(scores.average() * 10) / 10.0);
        if (plan.pass() > 0) {
            json.put("pass", plan.pass()).put("passed", scores.passed());
        }
        return json.put("topics", topics);
    }
}
