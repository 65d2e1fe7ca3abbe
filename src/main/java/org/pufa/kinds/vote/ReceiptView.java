package org.pufa.kinds.vote;

import java.util.List;
import org.pufa.campaign.ReceiptRequest;
import org.pufa.campaign.StudyShelf;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;
import org.pufa.i18n.Messages;
import org.pufa.ledger.Limit;

/**
 * Model of the page behind a receipt of a vote. It never shows the choice.
 *
 * @param published whether the count can be seen now
 * @param publication when it can
 * @param again when one may vote again, or ""
 */
record ReceiptView(String title, LocalText name, String receipt, String accepted, boolean published,
        String publication, String again, String path,
        List<StudyShelf.Reading> readings) {

    static ReceiptView of(VotePlan plan, ReceiptRequest request, Messages messages) {
        Lang lang = request.request().lang();
        var campaign = request.campaign();
        LocalText name = campaign.definition().title();
        boolean daily = campaign.definition().limit().per() == Limit.Period.DAY;
        return new ReceiptView(messages.get(lang, "kinds.vote.receipt.title", name), name,
                request.entry().receipt().spaced(), Format.moment(lang, request.entry().acceptedAt()),
                plan.results().publishesIn(campaign.stateAt(request.now())),
                messages.get(lang, "kinds.vote.publication." + plan.results().code()),
                daily ? messages.get(lang, "kinds.vote.again", campaign.definition().limit().times()) : "",
                campaign.path(), request.readings());
    }
}
