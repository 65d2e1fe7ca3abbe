package org.pufa.kinds.quiz;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.pufa.bank.Banks;
import org.pufa.bank.QuestionRevision;
import org.pufa.campaign.Collected;
import org.pufa.campaign.Content;
import org.pufa.campaign.Kind;
import org.pufa.campaign.RulesText;
import org.pufa.db.Tx;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.yaml.YamlMap;

/** 有奖答题: questions on a law, answered on a phone, graded and explained. */
public final class QuizKind implements Kind {

    private static final String REVISIONS = "revisions";

    private final Banks banks;
    private final Messages messages;
    private final RegradeStore regrades = new RegradeStore();

    public QuizKind(Banks banks, Messages messages) {
        this.banks = Objects.requireNonNull(banks);
        this.messages = Objects.requireNonNull(messages);
    }

    @Override
    public String code() {
        return "quiz";
    }

    @Override
    public Plan read(YamlMap definition) {
        return QuizPlanReader.read(definition);
    }

    @Override
    public List<RulesText.Clause> rules(Plan plan, Lang lang) {
        var quiz = (QuizPlan) plan;
        String rows = quiz.draw().rows().stream().map(row -> messages.get(lang, "quiz.rules.row",
                messages.get(lang, "quiz.wizard.type." + row.type().code()), row.count()))
                .collect(Collectors.joining(lang == Lang.EN ? ", " : "、"));
        String points = quiz.draw().rows().stream().map(DrawRow::type).distinct().map(type -> messages.get(lang,
                "quiz.rules.point", messages.get(lang, "quiz.wizard.type." + type.code()), quiz.points().get(type)))
                .collect(Collectors.joining(lang == Lang.EN ? ", " : "，"));
        return List.of(new RulesText.Clause(messages.get(lang, "quiz.rules.paper"),
                        messages.get(lang, "quiz.rules.paper.text", quiz.draw().questions(), rows)),
                new RulesText.Clause(messages.get(lang, "quiz.rules.points"), messages.get(lang,
                        quiz.pass() == 0 ? "quiz.rules.points.text" : "quiz.rules.points.pass", points, quiz.max(),
                        quiz.pass())),
                new RulesText.Clause(messages.get(lang, "quiz.rules.answers"),
                        messages.get(lang, "quiz.rules.answers.text")));
    }

    /** Pins the revisions that papers may hold, once the bank is seen to hold enough for every draw. */
    @Override
    public Future<JsonObject> pin(Tx tx, Plan plan) {
        var quiz = (QuizPlan) plan;
        return banks.bank(tx, quiz.bank()).compose(bank -> {
            if (bank.isEmpty()) {
                throw Problem.invalid("quiz.pin.failed",
                        List.of(FieldError.of("quiz.bank", "quiz.pin.no-bank", quiz.bank())));
            }
            return banks.current(tx, quiz.bank());
        }).map(current -> pinned(quiz, current));
    }

    private static JsonObject pinned(QuizPlan plan, List<QuestionRevision> current) {
        var questions = current.stream().map(QuestionRevision::question).toList();
        var errors = plan.draw().shortages(questions).stream().map(shortage -> FieldError.of(
                "quiz.draw[" + (shortage.row() + 1) + "]", "quiz.pin.too-few", shortage.row() + 1,
                plan.draw().rows().get(shortage.row()).count(), shortage.left())).toList();
        if (!errors.isEmpty()) {
            throw Problem.invalid("quiz.pin.failed", errors);
        }
        var ids = new JsonArray();
        current.stream().filter(revision -> plan.draw().admits(revision.question()))
                .forEach(revision -> ids.add(revision.id()));
        return new JsonObject().put(REVISIONS, ids);
    }

    @Override
    public List<Collected> collects(Plan plan) {
        return List.of(Collected.counted("quiz.collected.paper"));
    }

    @Override
    public Future<Content> content(Tx tx, Plan plan, JsonObject pinned) {
        var ids = pinned.getJsonArray(REVISIONS).stream().map(id -> ((Number) id).longValue()).toList();
        return banks.revisions(tx, ids).compose(revisions -> regrades.keys(tx, ids).map(keys -> new QuizContent(
                (QuizPlan) plan, revisions.stream().map(revision -> keyed(revision, keys)).toList(), messages)));
    }

    /** With the key as it is corrected by now. */
    private static QuestionRevision keyed(QuestionRevision revision, Map<Long, List<String>> keys) {
        var key = keys.get(revision.id());
        return key == null ? revision : new QuestionRevision(revision.id(), revision.bank(), revision.number(),
                revision.question().keyed(key), revision.createdBy(), revision.createdAt(), revision.reason());
    }
}
