package org.pufa.kinds.quiz;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pufa.bank.QuestionRevision;
import org.pufa.campaign.Answers;
import org.pufa.campaign.AttemptRequest;
import org.pufa.campaign.Content;
import org.pufa.campaign.Filled;
import org.pufa.campaign.Graded;
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

/** A launched quiz: draws and grades its papers, and shows them before and after. */
final class QuizContent implements Content {

    private final Map<Long, Asked> asked;
    private final Papers papers;
    private final PaperView paperView;
    private final ResultView resultView;
    private final SummaryView summaryView;
    private final SheetCells cells;
    private final Graded graded;

    QuizContent(QuizPlan plan, List<QuestionRevision> revisions, Messages messages) {
        asked = Asked.byRevision(revisions, plan);
        papers = new Papers(plan.draw(), asked.values());
        paperView = new PaperView(messages);
        resultView = new ResultView(plan, asked, messages);
        summaryView = new SummaryView(plan, asked.values(), messages);
        cells = new SheetCells(plan, asked, messages);
        graded = new GradedQuiz(asked);
    }

    /** What a right answer to that revision scores; nothing where no paper holds it. */
    Optional<Integer> points(long revision) {
        return Optional.ofNullable(asked.get(revision)).map(Asked::points);
    }

    @Override
    public List<Item> items(Sitting sitting, Lang lang) {
        return paperView.items(papers.draw(sitting.seed()), lang);
    }

    /** Each day, or each of several goes, brings other questions. */
    @Override
    public boolean paperBelongsToSlot() {
        return true;
    }

    @Override
    public Filled fill(Sitting sitting, Answers answers) {
        var sheet = Grading.grade(papers.draw(sitting.seed()), answers);
        return new Filled(sheet.toMap(), sheet.score(), sheet.counts());
    }

    @Override
    public List<Count> counts(String body) {
        return GradedSheet.read(body).counts();
    }

    @Override
    public Optional<Graded> graded() {
        return Optional.of(graded);
    }

    @Override
    public View attemptPage(AttemptRequest request) {
        return paperView.page(papers.draw(request.sitting().seed()), request);
    }

    @Override
    public View receiptPage(ReceiptRequest request) {
        return resultView.page(request);
    }

    @Override
    public JsonObject receipt(Lang lang, Optional<SheetBody> sheet) {
        return resultView.json(lang, sheet);
    }

    /** The score of all together gives no answer away, so it may be seen while the quiz runs. */
    @Override
    public boolean publishes(State state) {
        return state.isPublic() && state != State.SCHEDULED;
    }

    @Override
    public View resultsPage(ResultsRequest request) {
        return summaryView.page(request);
    }

    @Override
    public JsonObject results(Lang lang, Tallies tallies) {
        return summaryView.json(tallies);
    }

    @Override
    public List<String> columns(Lang lang) {
        return cells.columns(lang);
    }

    @Override
    public List<String> cells(Lang lang, SheetBody sheet) {
        return cells.cells(lang, sheet);
    }
}
