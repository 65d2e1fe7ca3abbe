package org.pufa.learn.console;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pufa.bank.BankSummary;
import org.pufa.bank.Citation;
import org.pufa.bank.QuestionFilter;
import org.pufa.bank.QuestionRow;
import org.pufa.bank.QuestionState;
import org.pufa.campaign.CampaignRow;
import org.pufa.campaign.State;
import org.pufa.db.Tx;
import org.pufa.learn.LessonText;
import org.pufa.learn.QuestionRef;
import org.pufa.staff.SignedIn;
import org.pufa.web.Request;

/** What somebody can choose from while they write: campaigns, and questions on the same articles. */
final class Offers {

    private static final int MOST_CAMPAIGNS = 40;
    private static final int MOST_QUESTIONS = 8;
    private static final int MOST_ARTICLES = 3;

    private final LearnConsole.Tools tools;

    Offers(LearnConsole.Tools tools) {
        this.tools = tools;
    }

    /** A question that could be offered for practice. */
    record Suggested(String ref, String stem) {
    }

    /** @param titles of the campaigns, in their order */
    record Offer(List<CampaignRow> campaigns, List<String> titles, List<Suggested> questions) {
    }

    Future<Offer> read(Tx tx, Request request, LessonText text) {
        return tools.desk().all(tx).map(rows -> rows.stream().filter(row -> row.state() != State.DRAFT
                && row.state() != State.SUBMITTED).filter(row -> SignedIn.of(request).mayReach(row.unit()))
                .limit(MOST_CAMPAIGNS).toList()).compose(campaigns -> suggested(tx, request, text).map(questions ->
                new Offer(campaigns, campaigns.stream().map(row -> tools.desk().definitionOf(row).title()
                        .in(request.lang())).toList(), questions)));
    }

    private Future<List<Suggested>> suggested(Tx tx, Request request, LessonText text) {
        var lines = text.cites().lines().filter(line -> !line.isBlank()).limit(MOST_ARTICLES).toList();
        if (lines.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        return tools.laws().shelf(tx).compose(shelf -> tools.banks().summaries(tx, SignedIn.of(request).unit())
                .compose(banks -> {
                    var found = new ArrayList<Suggested>();
                    Future<Void> all = Future.succeededFuture();
                    for (String line : lines) {
                        Citation citation = shelf.understand(line, "").citation();
                        for (BankSummary bank : citation.isNone() ? List.<BankSummary>of() : banks) {
                            all = all.compose(before -> found.size() >= MOST_QUESTIONS ? Future.succeededFuture()
                                    : tools.banks().questions(tx, bank.bank().code(), on(citation)).map(rows -> {
                                        rows.stream().filter(QuestionRow::usable).map(row -> suggested(bank, row))
                                                .filter(one -> !text.questionRefs().contains(ref(one)))
                                                .forEach(found::add);
                                        return null;
                                    }));
                        }
                    }
                    return all.map(done -> found.stream().distinct().limit(MOST_QUESTIONS).toList());
                }));
    }

    private static QuestionRef ref(Suggested one) {
        int slash = one.ref().indexOf('/');
        return new QuestionRef(one.ref().substring(0, slash), one.ref().substring(slash + 1));
    }

    private static Suggested suggested(BankSummary bank, QuestionRow row) {
        return new Suggested(new QuestionRef(bank.bank().code(), row.question().id()).toString(),
                row.question().stem());
    }

    private static QuestionFilter on(Citation citation) {
        return new QuestionFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(citation.law()), Optional.of(citation.article().replaceFirst("(条(?:之[一二三四五六七八九十]+)?).*", "$1")),
                Optional.of(QuestionState.IN_USE));
    }
}
