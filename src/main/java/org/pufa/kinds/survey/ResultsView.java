package org.pufa.kinds.survey;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.pufa.campaign.ResultsRequest;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;
import org.pufa.i18n.Messages;
import org.pufa.kernel.Window;

/**
 * Model of the page of public results: shares of what was picked, and how many wrote something, never what.
 *
 * @param empty whether nobody took part
 * @param repeated whether people could take part more than once, so that 人数 and 人次 differ
 */
record ResultsView(String title, LocalText name, String state, Instant opens, String closes, Instant asOf,
        long participations, long participants, boolean empty, boolean repeated, List<SectionView> sections) {

    record SectionView(LocalText title, List<SharesView> questions) {
    }

    /**
     * @param picked whether the question has options; otherwise nothing but {@code answered} is public
     * @param many whether an answer could hold several, so that the shares may add up to more than a whole
     */
    record SharesView(LocalText ask, boolean picked, boolean many, long answered, List<ShareView> options) {
    }

    /** @param width of the bar, as SVG takes it */
    record ShareView(LocalText text, long count, String percent, String width) {
    }

    static ResultsView of(SurveyPlan plan, ResultsRequest request, Messages messages) {
        Lang lang = request.request().lang();
        var campaign = request.campaign();
        LocalText name = campaign.definition().title();
        Window window = campaign.window();
        var tallies = request.tallies();
        var sections = plan.sections().stream().map(section -> new SectionView(section.title(), section.questions()
                .stream().map(question -> view(Shares.of(question, tallies))).toList())).toList();
        return new ResultsView(messages.get(lang, "kinds.survey.results.title", name), name,
                messages.get(lang, "campaign.state." + campaign.stateAt(request.now()).code()),
                window.opens(), Format.end(lang, window.closes()), request.now(), tallies.participations(),
                tallies.participants(),
                tallies.participations() == 0, tallies.participations() != tallies.participants(), sections);
    }

    private static SharesView view(Shares shares) {
        boolean picked = shares.question() instanceof Choice;
        boolean many = shares.question() instanceof Choice choice && choice.max() > 1;
        return new SharesView(shares.question().prompt().ask(), picked, many, shares.answered(),
                shares.options().stream().map(option -> new ShareView(option.option().text(), option.count(),
                        Format.percent(option.share()), width(option.share()))).toList());
    }

    private static String width(double share) {
        return String.format(Locale.ROOT, "%.1f%%", share * 100);
    }
}
