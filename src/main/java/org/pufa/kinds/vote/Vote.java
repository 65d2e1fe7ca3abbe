package org.pufa.kinds.vote;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.pufa.kernel.SeededOrder;
import org.pufa.ledger.Count;
import org.pufa.ledger.Entries.SheetBody;
import org.pufa.ledger.Tallies;
import org.pufa.web.View;

/** A vote that was launched. Everybody's ballot holds the same candidates, perhaps in another order. */
final class Vote implements Content {

    private final VotePlan plan;
    private final Messages messages;
    private final Ballot ballot;
    private final Map<String, Pictures.Picture> pictures = new HashMap<>();

    Vote(VotePlan plan, Messages messages, Pictures pictures) {
        this.plan = plan;
        this.messages = messages;
        this.ballot = new Ballot(plan.categories());
        plan.categories().stream().flatMap(category -> category.candidates().stream()).map(Candidate::picture)
                .forEach(name -> pictures.find(name).ifPresent(picture -> this.pictures.put(name, picture)));
    }

    VotePlan plan() {
        return plan;
    }

    Optional<Pictures.Picture> picture(String name) {
        return Optional.ofNullable(pictures.get(name));
    }

    /** The categories as the ballot of a sitting lists them. */
    List<Category> paper(Sitting sitting) {
        if (!plan.random()) {
            return plan.categories();
        }
        var order = new SeededOrder(sitting.seed());
        return plan.categories().stream().map(category -> new Category(category.id(), category.title(),
                category.min(), category.max(), order.shuffled(category.candidates()))).toList();
    }

    @Override
    public List<Item> items(Sitting sitting, Lang lang) {
        return paper(sitting).stream().map(category -> new Item(category.id(), "candidates",
                category.title().in(lang), category.title().in(lang), "", category.min() > 0,
                category.candidates().stream().map(candidate ->
                        new Item.Option(candidate.number(), candidate.name().in(lang), false)).toList(),
                category.min(), category.max(), "")).toList();
    }

    @Override
    public boolean paperBelongsToSlot() {
        return false;
    }

    @Override
    public Filled fill(Sitting sitting, Answers answers) {
        return ballot.fill(answers);
    }

    @Override
    public List<Count> counts(String body) {
        return Ballot.counts(body);
    }

    @Override
    public View attemptPage(AttemptRequest request) {
        return View.page("kinds/vote/attempt", AttemptView.of(plan, paper(request.sitting()), request, messages));
    }

    @Override
    public View receiptPage(ReceiptRequest request) {
        return View.page("kinds/vote/receipt", ReceiptView.of(plan, request, messages));
    }

    /** Never the choice: whoever holds a receipt could otherwise prove to a buyer how the vote was cast. */
    @Override
    public JsonObject receipt(Lang lang, Optional<SheetBody> sheet) {
        return new JsonObject().put("counted", true);
    }

    @Override
    public boolean publishes(State state) {
        return plan.results().publishesIn(state);
    }

    @Override
    public View resultsPage(ResultsRequest request) {
        return View.page("kinds/vote/results", ResultsView.of(plan, request, messages));
    }

    @Override
    public JsonObject results(Lang lang, Tallies tallies) {
        var categories = new JsonArray();
        for (Standing standing : Standing.all(plan, tallies)) {
            var candidates = new JsonArray();
            standing.places().forEach(place -> candidates.add(json(place, lang)));
            categories.add(new JsonObject().put("id", standing.category().id())
                    .put("title", standing.category().title().in(lang)).put("candidates", candidates));
        }
        return new JsonObject().put("categories", categories).put("ballots", tallies.participations());
    }

    private static JsonObject json(Standing.Place place, Lang lang) {
        return new JsonObject().put("number", place.candidate().number())
                .put("name", place.candidate().name().in(lang)).put("rank", place.rank())
                .put("votes", place.votes()).put("share", Math.round(place.share() * 10_000) / 10_000.0);
    }

    @Override
    public List<String> columns(Lang lang) {
        return plan.categories().stream().map(category -> category.title().in(lang)).toList();
    }

    /** The candidates picked in each category, by number and name. */
    @Override
    public List<String> cells(Lang lang, SheetBody sheet) {
        Map<String, Object> picks = Ballot.picks(sheet.body());
        return plan.categories().stream().map(category -> {
            var numbers = (List<?>) picks.getOrDefault(category.id(), List.of());
            return category.candidates().stream().filter(candidate -> numbers.contains(candidate.number()))
                    .map(candidate -> candidate.number() + ' ' + candidate.name().in(lang))
                    .collect(Collectors.joining(lang == Lang.EN ? "; " : "；"));
        }).toList();
    }
}
