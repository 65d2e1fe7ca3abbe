package org.pufa.kinds.quiz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pufa.bank.QuestionPicture;
import org.pufa.bank.QuestionType;
import org.pufa.campaign.AttemptRequest;
import org.pufa.campaign.ErrorLine;
import org.pufa.campaign.Item;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;
import org.pufa.i18n.Messages;
import org.pufa.web.View;

/** Shows a paper that is to be filled in, to people and to programs. Nothing here knows which answer is right. */
final class PaperView {

    /**
     * Model of {@code kinds/quiz/attempt}.
     *
     * @param token the signed attempt
     * @param errors what was wrong with the answers sent before
     */
    record PaperPage(String title, String action, String token, List<ErrorLine> errors, List<Step> steps) {
    }

    /**
     * One question.
     *
     * @param where 第 3 题，共 5 题
     * @param error what is wrong with the answer, or ""
     */
    record Step(String id, String where, int number, int total, LocalText stem, List<PictureView> pictures, String hint,
            int max, List<Choice> choices, String error) {
    }

    /**
     * @param item id of its question
     * @param control type of the native control
     * @param letter A, B, C …, or "" where options are words
     */
    record Choice(String item, String id, String control, String letter, LocalText words, List<PictureView> pictures,
            boolean checked) {
    }

    private final Messages messages;

    PaperView(Messages messages) {
        this.messages = messages;
    }

    List<Item> items(Paper paper, Lang lang) {
        return paper.places().stream().map(place -> item(place, lang)).toList();
    }

    private Item item(Paper.Place place, Lang lang) {
        var options = new ArrayList<Item.Option>(place.shown().size());
        for (String letter : place.shown()) {
            options.add(new Item.Option(Paper.Place.optionId(options.size()),
                    place.asked().texts().get(letter).in(lang), false));
        }
        return new Item(place.id(), place.asked().type().code(), "", place.asked().stem().in(lang),
                hint(place, lang), true, options, 1, most(place), "");
    }

    View page(Paper paper, AttemptRequest request) {
        Lang lang = request.request().lang();
        var errors = ErrorLine.of(request.errors(), messages, lang);
        var itemToError = new HashMap<String, String>();
        errors.forEach(error -> itemToError.putIfAbsent(error.target(), error.text()));
        var steps = new ArrayList<Step>(paper.places().size());
        for (Paper.Place place : paper.places()) {
            steps.add(step(place, steps.size() + 1, paper.places().size(), request, lang, itemToError));
        }
        return View.page("kinds/quiz/attempt", new PaperPage(request.campaign().definition().title().in(lang),
                request.action(), request.token(), lines(lang, errors, steps), steps));
    }

    /** A line names its question and leads to it, where the paper has that question. */
    private List<ErrorLine> lines(Lang lang, List<ErrorLine> errors, List<Step> steps) {
        return errors.stream().map(error -> steps.stream().filter(step -> step.id().equals(error.target())).findFirst()
                .map(step -> new ErrorLine(step.id(),
                        messages.get(lang, "quiz.answers.at", step.number(), error.text())))
                .orElseGet(() -> new ErrorLine("", error.text()))).toList();
    }

    private Step step(Paper.Place place, int number, int total, AttemptRequest request, Lang lang,
            Map<String, String> itemToError) {
        return new Step(place.id(), messages.get(lang, "quiz.paper.where", number, total), number, total,
                place.asked().stem(), PictureView.atOnce(place.asked().question(), QuestionPicture.STEM), hint(place, lang),
                most(place),
                choices(place, Set.copyOf(request.given().picks(place.id()))),
                itemToError.getOrDefault(place.id(), ""));
    }

    private static List<Choice> choices(Paper.Place place, Set<String> given) {
        var choices = new ArrayList<Choice>(place.shown().size());
        String control = place.asked().isMultiple() ? "checkbox" : "radio";
        for (String letter : place.shown()) {
            String id = Paper.Place.optionId(choices.size());
            choices.add(new Choice(place.id(), id, control, letterShown(place.asked(), choices.size()),
                    place.asked().texts().get(letter), PictureView.atOnce(place.asked().question(), letter),
                    given.contains(id)));
        }
        return choices;
    }

    /** A, B, C … by position; 对 and 错 need no letter. */
    static String letterShown(Asked asked, int position) {
        return asked.type() == QuestionType.JUDGE ? "" : Character.toString((char) ('A' + position));
    }

    private String hint(Paper.Place place, Lang lang) {
        return messages.get(lang, "quiz.paper.hint." + place.asked().type().code());
    }

    private static int most(Paper.Place place) {
        return place.asked().isMultiple() ? place.shown().size() : 1;
    }
}
