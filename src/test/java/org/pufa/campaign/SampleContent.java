package org.pufa.campaign;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Problem;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.ledger.Count;
import org.pufa.ledger.Entries.SheetBody;
import org.pufa.ledger.Tallies;
import org.pufa.web.View;

/** One pick, up to two picks with a text of one's own, and a number. */
record SampleContent(SampleKind.SamplePlan plan) implements Content {

    private static final Set<String> ITEMS = Set.of("one", "many", "many.other", "wage");

    record PaperPage(String title, String action, String token, boolean a, boolean b, String wage,
            List<ErrorLine> errors) {
    }

    record ReceiptPage(String title, String receipt, String sheet) {
    }

    record ResultsPage(String title, String count) {
    }

    @Override
    public List<Item> items(Sitting sitting, Lang lang) {
        return List.of(
                new Item("one", "single", "第一部分", lang == Lang.EN ? "Which?" : "哪一个？", "", true,
                        List.of(new Item.Option("a", "甲", false), new Item.Option("b", "乙", false)), 1, 1, ""),
                new Item("many", "multiple", "", "哪些？", "可以选多项", false,
                        List.of(new Item.Option("x", "丙", false), new Item.Option("y", "其他", true)), 0, 2, ""),
                new Item("wage", "number", "", "多少？", "", false, List.of(), 0, 100_000, "元"));
    }

    @Override
    public boolean paperBelongsToSlot() {
        return true;
    }

    @Override
    public Filled fill(Sitting sitting, Answers answers) {
        var errors = new ArrayList<FieldError>();
        answers.items().stream().filter(item -> !ITEMS.contains(item)).sorted()
                .forEach(item -> errors.add(FieldError.of(item, "campaign.answers.type")));
        if (answers.picks("one").size() != 1 || !Set.of("a", "b").containsAll(answers.picks("one"))) {
            errors.add(FieldError.of("one", "campaign.sheet.empty"));
        }
        if (!answers.text("wage").matches("\\d*")) {
            errors.add(FieldError.of("wage", "web.form.number"));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid("campaign.answers.invalid", errors);
        }
        var sheet = new HashMap<String, Object>(Map.of("one", answers.text("one"), "many", answers.picks("many"),
                "other", answers.text("many.other"), "wage", answers.text("wage")));
        return new Filled(sheet, 1, List.of(new Count("one", answers.text("one"))));
    }

    @Override
    public List<Count> counts(String body) {
        return List.of(new Count("one", new JsonObject(body).getString("one")));
    }

    @Override
    public View attemptPage(AttemptRequest request) {
        var given = request.given();
        var errors = request.errors().stream()
                .map(error -> new ErrorLine(error.field(), error.key())).toList();
        return View.page("sample/paper", new PaperPage("答题", request.action(), request.token(),
                given.text("one").equals("a"), given.text("one").equals("b"), given.text("wage"), errors));
    }

    @Override
    public View receiptPage(ReceiptRequest request) {
        return View.page("sample/receipt", new ReceiptPage("已收到", request.entry().receipt().spaced(),
                request.sheet().map(SheetBody::body).orElse("不记名")));
    }

    @Override
    public JsonObject receipt(Lang lang, Optional<SheetBody> sheet) {
        return sheet.map(body -> new JsonObject(body.body())).orElse(new JsonObject());
    }

    @Override
    public boolean publishes(State state) {
        return !plan.shows().equals("never") && state.compareTo(State.of(plan.shows())) >= 0;
    }

    @Override
    public View resultsPage(ResultsRequest request) {
        return View.page("sample/results", new ResultsPage("结果", "" + request.tallies().participations()));
    }

    @Override
    public JsonObject results(Lang lang, Tallies tallies) {
        var json = new JsonObject();
        tallies.in("one").forEach(json::put);
        return json;
    }

    @Override
    public List<String> columns(Lang lang) {
        return List.of("one");
    }

    @Override
    public List<String> cells(Lang lang, SheetBody sheet) {
        return List.of(new JsonObject(sheet.body()).getString("one"));
    }
}
