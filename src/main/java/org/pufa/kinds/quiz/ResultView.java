package org.pufa.kinds.quiz;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pufa.bank.QuestionPicture;
import org.pufa.campaign.Campaign;
import org.pufa.campaign.ReceiptRequest;
import org.pufa.campaign.State;
import org.pufa.campaign.StudyShelf;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;
import org.pufa.i18n.Messages;
import org.pufa.kinds.quiz.GradedSheet.Answered;
import org.pufa.ledger.Entries.SheetBody;
import org.pufa.ledger.Limit;
import org.pufa.web.View;

/** Shows a graded paper to whoever holds its receipt, each answer with the words of the law. */
final class ResultView {

    /**
     * Model of {@code kinds/quiz/result}.
     *
     * @param day when the paper was submitted
     * @param graded null where the sheet is not at hand
     * @param receipt in groups of four
     * @param resultsUrl "" while results are not public
     * @param readings what there is to read afterwards
     */
    record ResultPage(String title, LocalText campaign, String day, Graded graded, String receipt, String again,
            String resultsUrl, List<StudyShelf.Reading> readings) {
    }

    /**
     * @param pass 已达到 60 分，合格。 or ""
     * @param regraded says that a key was corrected after the paper was submitted, and what that changed; or ""
     * @param source which text of the law is quoted, such as 《劳动合同法》（2012-12-28修正）
     */
    record Graded(int score, int max, String sum, String pass, String regraded, List<Line> lines, String source, String phone) {
    }

    /**
     * One question with its answer.
     *
     * @param correct the right answer, where another was given
     * @param explained whether the question has an explanation
     * @param quote the words of the article, line by line; none where only the article is named
     */
    record Line(int number, boolean right, LocalText stem, List<PictureView> pictures, List<Pick> picked, List<Pick> correct,
            boolean explained, LocalText explanation, List<String> quote, String citation) {
    }

    /** @param letter as it was shown, or "" where options are words */
    record Pick(String letter, LocalText words, List<PictureView> pictures) {
    }

    private final QuizPlan plan;
    private final Map<Long, Asked> asked;
    private final Messages messages;

    ResultView(QuizPlan plan, Map<Long, Asked> asked, Messages messages) {
        this.plan = plan;
        this.asked = asked;
        this.messages = messages;
    }

    View page(ReceiptRequest request) {
        Lang lang = request.request().lang();
        Campaign campaign = request.campaign();
        var graded = request.sheet().map(body -> graded(lang, campaign, GradedSheet.read(body.body())));
        String title = graded.map(sheet -> messages.get(lang, "quiz.result.title", sheet.score()))
                .orElseGet(() -> messages.get(lang, "quiz.result.counted"));
        State state = campaign.stateAt(request.now());
        String results = campaign.content().publishes(state) ? campaign.path() + "/results" : "";
        return View.page("kinds/quiz/result", new ResultPage(title, campaign.definition().title(),
                Format.day(lang, request.entry().acceptedAt()), graded.orElse(null),
                request.entry().receipt().spaced(), again(lang, campaign, state), results, readings(request)));
    }

    /** About the articles of what was answered wrong, then what everybody is offered. */
    private List<StudyShelf.Reading> readings(ReceiptRequest request) {
        var missed = request.sheet().map(body -> GradedSheet.read(body.body()).under(asked).items().stream()
                .filter(item -> !item.right() && asked.containsKey(item.revision()))
                .map(item -> asked.get(item.revision()).question().citation())
                .map(citation -> new StudyShelf.Place(citation.law(), citation.article())).distinct().toList());
        return request.shelf().after(request.campaign().slug(), missed.orElse(List.of()));
    }

    /** When the next go is, where the rules make that certain. */
    private String again(Lang lang, Campaign campaign, State state) {
        boolean daily = campaign.book().limit().equals(new Limit(Limit.Period.DAY, 1));
        return daily && state == State.OPEN ? messages.get(lang, "quiz.result.again") : "";
    }

    private Graded graded(Lang lang, Campaign campaign, GradedSheet sealed) {
        GradedSheet sheet = sealed.under(asked);
        var lines = new ArrayList<Line>(sheet.items().size());
        String source = "";
        for (Answered item : sheet.items()) {
            Asked question = asked.get(item.revision());
            if (question != null) {
                lines.add(line(lines.size() + 1, item, question));
                var citation = question.question().citation();
                source = "《" + citation.law() + "》（" + citation.version() + "）";
            }
        }
        return new Graded(sheet.score(), plan.max(),
                messages.get(lang, "quiz.result.sum", sheet.right(), sheet.items().size()), pass(lang, sheet),
                sheet.equals(sealed) ? "" : messages.get(lang, "quiz.result.regraded", sealed.score(), sheet.score()),
                lines, source, campaign.definition().phone());
    }

    private String pass(Lang lang, GradedSheet sheet) {
        return plan.pass() == 0 ? "" : messages.get(lang,
                sheet.score() >= plan.pass() ? "quiz.result.passed" : "quiz.result.not-passed", plan.pass());
    }

    private static Line line(int number, Answered item, Asked asked) {
        var question = asked.question();
        return new Line(number, item.right(), asked.stem(), PictureView.late(question, QuestionPicture.STEM), picks(item, asked, item.picked()),
                item.right() ? List.of() : picks(item, asked, asked.answer()), !question.explanation().isEmpty(),
                LocalText.of(question.explanation()), question.quote().lines().toList(), question.citation().toString());
    }

    /** The options of those letters, in the order and under the letters in which they were shown. */
    private static List<Pick> picks(Answered item, Asked asked, Collection<String> letters) {
        var picks = new ArrayList<Pick>();
        for (int position = 0; position < item.shown().size(); position++) {
            String letter = item.shown().get(position);
            if (letters.contains(letter)) {
                picks.add(new Pick(PaperView.letterShown(asked, position), asked.texts().get(letter),
                        PictureView.late(asked.question(), letter)));
            }
        }
        return picks;
    }

    JsonObject json(Lang lang, Optional<SheetBody> body) {
        if (body.isEmpty()) {
            return new JsonObject();
        }
        var sealed = GradedSheet.read(body.get().body());
        var sheet = sealed.under(asked);
        var items = new JsonArray();
        for (int i = 0; i < sheet.items().size(); i++) {
            var item = sheet.items().get(i);
            Optional.ofNullable(asked.get(item.revision())).map(question -> json(lang, item, question))
                    .map(json -> json.put("id", "q" + (items.size() + 1))).ifPresent(items::add);
        }
        var json = new JsonObject();
        if (!sheet.equals(sealed)) {
            json.put("regraded_from", sealed.score());
        }
        return json.put("score", sheet.score()).put("max", plan.max()).put("right", sheet.right())
                .put("total", sheet.items().size()).put("passed", sheet.score() >= plan.pass()).put("items", items);
    }

    private static JsonObject json(Lang lang, Answered item, Asked asked) {
        var question = asked.question();
        return new JsonObject().put("stem", asked.stem().in(lang)).put("picked", json(lang, item, asked, item.picked()))
                .put("correct", json(lang, item, asked, asked.answer())).put("right", item.right())
                .put("explanation", question.explanation()).put("citation", question.citation().toString())
                .put("quote", question.quote());
    }

    /** The same ids as on the paper. */
    private static JsonArray json(Lang lang, Answered item, Asked asked, Collection<String> letters) {
        var options = new JsonArray();
        for (int position = 0; position < item.shown().size(); position++) {
            String letter = item.shown().get(position);
            if (letters.contains(letter)) {
                options.add(new JsonObject().put("id", Paper.Place.optionId(position))
                        .put("text", asked.texts().get(letter).in(lang)));
            }
        }
        return options;
    }
}
