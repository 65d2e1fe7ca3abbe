package org.pufa.kinds.vote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pufa.campaign.AttemptRequest;
import org.pufa.campaign.ErrorLine;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;
import org.pufa.i18n.Messages;

/**
 * Model of the ballot paper.
 *
 * @param errors what was wrong with what was sent; empty at first
 * @param limit how often one may vote
 * @param publication when the count can be seen
 */
record AttemptView(String title, LocalText name, String action, String token, String limit, String publication,
        List<ErrorLine> errors, List<CategoryView> categories) {

    /**
     * @param input type of the input elements
     * @param picks how many may be picked, as a sentence
     * @param about where on the paper the category stands, how many candidates it has, and the same
     */
    record CategoryView(String id, LocalText title, int min, int max, String picks, String about, String error,
            List<CandidateView> candidates) {
    }

    /**
     * One candidate; a template sees nothing else inside the list, so it knows its category.
     *
     * @param input type of the input element
     * @param story address of its material
     * @param picture address, or ""
     */
    record CandidateView(String category, String input, String number, LocalText name, LocalText unit,
            LocalText deeds, String story, String picture, boolean picked) {
    }

    static AttemptView of(VotePlan plan, List<Category> paper, AttemptRequest request, Messages messages) {
        Lang lang = request.request().lang();
        var definition = request.campaign().definition();
        var lines = ErrorLine.of(request.errors(), messages, lang);
        var faults = faults(lines);
        String title = faults.isEmpty() ? definition.title().in(lang)
                : messages.get(lang, "kinds.vote.attempt.title-wrong", faults.size(), definition.title());
        return new AttemptView(title, definition.title(), request.action(), request.token(),
                limit(request, messages, lang),
                messages.get(lang, "kinds.vote.publication." + plan.results().code()),
                placed(lines, plan.categories(), messages, lang), categories(plan, paper, request, faults, messages, lang));
    }

    /** The lines as they stand above the ballot, each with the name of its category. */
    private static List<ErrorLine> placed(List<ErrorLine> lines, List<Category> categories, Messages messages,
            Lang lang) {
        return lines.stream().map(line -> categories.stream()
                .filter(category -> category.id().equals(line.target())).findFirst()
                .map(category -> new ErrorLine(line.target(), messages.get(lang, "kinds.vote.attempt.error-line",
                        category.title(), line.text())))
                .orElse(new ErrorLine("", line.text()))).toList();
    }

    private static String limit(AttemptRequest request, Messages messages, Lang lang) {
        var limit = request.campaign().definition().limit();
        return messages.get(lang, "kinds.vote.limit." + limit.per().code(), limit.times());
    }

    /** The first fault of each category. */
    private static Map<String, String> faults(List<ErrorLine> lines) {
        var faults = new HashMap<String, String>();
        lines.stream().filter(line -> !line.target().isEmpty())
                .forEach(line -> faults.putIfAbsent(line.target(), line.text()));
        return faults;
    }

    private static List<CategoryView> categories(VotePlan plan, List<Category> paper, AttemptRequest request,
            Map<String, String> faults, Messages messages, Lang lang) {
        var views = new ArrayList<CategoryView>(paper.size());
        String about = plan.random() ? "kinds.vote.about-shuffled" : "kinds.vote.about";
        for (Category category : paper) {
            String picks = picks(category, messages, lang);
            var picked = request.given().picks(category.id());
            views.add(new CategoryView(category.id(), category.title(), category.min(), category.max(), picks,
                    messages.get(lang, about, views.size() + 1, paper.size(), category.candidates().size(), picks),
                    faults.getOrDefault(category.id(), ""), category.candidates().stream()
                            .map(candidate -> view(category, candidate, request.campaign().path(), picked))
                            .toList()));
        }
        return views;
    }

    private static String picks(Category category, Messages messages, Lang lang) {
        String key = category.min() == 0 ? "most" : category.min() == category.max() ? "exactly" : "between";
        return messages.get(lang, "kinds.vote.picks." + key, category.min(), category.max());
    }

    private static CandidateView view(Category category, Candidate candidate, String path, List<String> picked) {
        boolean one = category.min() == 1 && category.max() == 1;
        String picture = candidate.picture().isEmpty() ? "" : path + "/pictures/" + candidate.picture();
        return new CandidateView(category.id(), one ? "radio" : "checkbox", candidate.number(), candidate.name(),
                candidate.unit(), candidate.deeds(), path + "/candidates/" + candidate.number(), picture,
                picked.contains(candidate.number()));
    }
}
