package org.pufa.kinds.survey;

import java.util.List;
import org.pufa.campaign.ReceiptRequest;
import org.pufa.campaign.StudyShelf;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;
import org.pufa.i18n.Messages;

/**
 * Model of the page behind a receipt of a survey. It never shows an answer: the receipt may be in another's hands.
 *
 * @param accepted when the participation was accepted; only the hour of an anonymous one is known
 * @param published whether the results can be seen now
 * @param closes when they can
 * @param phone where to ask for help, or ""
 */
record ReceiptView(String title, LocalText name, String receipt, boolean anonymous, String accepted,
        boolean published, String closes, String path, String phone,
        List<StudyShelf.Reading> readings) {

    static ReceiptView of(SurveyPlan plan, ReceiptRequest request, boolean published, Messages messages) {
        Lang lang = request.request().lang();
        var campaign = request.campaign();
        LocalText name = campaign.definition().title();
        return new ReceiptView(messages.get(lang, "kinds.survey.receipt.title", name), name,
                request.entry().receipt().spaced(), plan.anonymous(),
                plan.anonymous() ? Format.day(lang, request.entry().acceptedAt())
                        : Format.moment(lang, request.entry().acceptedAt()),
                published, Format.end(lang, campaign.window().closes()), campaign.path(),
                campaign.definition().phone(), request.readings());
    }
}
