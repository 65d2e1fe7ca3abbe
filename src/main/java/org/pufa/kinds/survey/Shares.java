package org.pufa.kinds.survey;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.pufa.i18n.Lang;
import org.pufa.ledger.Tallies;

/**
 * How the answers to one question are spread.
 *
 * @param answered how many answered it at all; every share is of these
 * @param options in the order of the paper; none for texts and numbers, which are never public
 */
record Shares(Question question, long answered, List<OptionShare> options) {

    /** @param share 0 to 1; 0 where nobody answered */
    record OptionShare(Choice.Option option, long count, double share) {
    }

    static Shares of(Question question, Tallies tallies) {
        String dimension = AnswerSheet.dimension(question.id());
        long answered = tallies.of(dimension, AnswerSheet.ANSWERED);
        return new Shares(question, answered, question instanceof Choice choice
                ? choice.options().stream().map(option -> {
                    long count = tallies.of(dimension, option.id());
                    return new OptionShare(option, count, answered == 0 ? 0 : (double) count / answered);
                }).toList() : List.of());
    }

    static JsonObject json(List<Question> questions, Tallies tallies, Lang lang) {
        var all = new JsonArray();
        questions.forEach(question -> all.add(of(question, tallies).json(lang)));
        return new JsonObject().put("participations", tallies.participations())
                .put("participants", tallies.participants()).put("questions", all);
    }

    private JsonObject json(Lang lang) {
        var spread = new JsonArray();
        options.forEach(option -> spread.add(new JsonObject().put("id", option.option().id())
                .put("text", option.option().text().in(lang)).put("count", option.count())
                .put("share", Math.round(option.share() * 10_000) / 10_000.0)));
        return new JsonObject().put("id", question.id()).put("type", question.item("", lang).type())
                .put("text", question.prompt().ask().in(lang)).put("answered", answered).put("options", spread);
    }
}
