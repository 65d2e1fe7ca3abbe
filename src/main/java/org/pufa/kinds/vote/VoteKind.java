package org.pufa.kinds.vote;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.pufa.campaign.Collected;
import org.pufa.campaign.Content;
import org.pufa.campaign.Kind;
import org.pufa.campaign.RulesText;
import org.pufa.campaign.Wording;
import org.pufa.db.Tx;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.yaml.YamlMap;

/** The kind of campaign in which people vote for candidates. */
public final class VoteKind implements Kind {

    private static final List<String> CORRIGIBLE = List.of("name", "unit", "deeds", "story");

    private final Messages messages;
    private final Pictures pictures;

    /** Takes the pictures of candidates from {@code question-bank/campaigns/pictures} of the class path. */
    public VoteKind(Messages messages) {
        this(messages, new Pictures("/question-bank/campaigns/pictures"));
    }

    VoteKind(Messages messages, Pictures pictures) {
        this.messages = messages;
        this.pictures = pictures;
    }

    @Override
    public String code() {
        return "vote";
    }

    @Override
    public Plan read(YamlMap definition) {
        return new VoteReader(pictures).read(definition);
    }

    @Override
    public List<RulesText.Clause> rules(Plan plan, Lang lang) {
        var vote = (VotePlan) plan;
        String categories = vote.categories().stream().map(category -> messages.get(lang, "kinds.vote.rules.category",
                category.title(), category.candidates().size(), category.min(), category.max()))
                .collect(Collectors.joining(lang == Lang.EN ? "; " : "；"));
        return List.of(new RulesText.Clause(messages.get(lang, "kinds.vote.rules.ballot"), messages.get(lang,
                        vote.random() ? "kinds.vote.rules.ballot.random" : "kinds.vote.rules.ballot.fixed", categories)),
                new RulesText.Clause(messages.get(lang, "kinds.vote.rules.results"), messages.get(lang,
                        "kinds.vote.rules.results." + vote.results().code())));
    }

    /** What the candidates are called and what is said of them; numbers, categories and picks stay. */
    @Override
    public List<Wording> wordings(Plan plan, Lang lang) {
        var all = new ArrayList<Wording>();
        var categories = ((VotePlan) plan).categories();
        for (int category = 1; category <= categories.size(); category++) {
            var candidates = categories.get(category - 1).candidates();
            for (int i = 1; i <= candidates.size(); i++) {
                String path = "vote.categories[" + category + "].candidates[" + i + "].";
                String number = candidates.get(i - 1).number();
                for (String text : CORRIGIBLE) {
                    all.add(new Wording(path + text + ".zh", messages.get(lang, "kinds.vote.wording." + text, number)));
                }
            }
        }
        return all;
    }

    /** All of a vote stands in its file, so there is nothing to pin. */
    @Override
    public Future<JsonObject> pin(Tx tx, Plan plan) {
        return Future.succeededFuture(new JsonObject());
    }

    @Override
    public List<Collected> collects(Plan plan) {
        return List.of(Collected.counted("kinds.vote.collected.ballot"));
    }

    @Override
    public Future<Content> content(Tx tx, Plan plan, JsonObject pinned) {
        return Future.succeededFuture(new Vote((VotePlan) plan, messages, pictures));
    }
}
