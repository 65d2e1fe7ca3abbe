package org.pufa.privacy;

import java.util.ArrayList;
import java.util.List;
import org.pufa.campaign.Campaign;
import org.pufa.campaign.Channels;
import org.pufa.campaign.Collected;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;
import org.pufa.i18n.Messages;
import org.pufa.identity.Participants;
import org.pufa.web.Request;

/**
 * The notice on personal data of one campaign (隐私说明), made of what it really collects and of the settings, so that
 * it cannot contradict them.
 */
final class Notice {

    private final Retention retention;
    private final Messages messages;
    private final Campaign campaign;
    private final Lang lang;

    Notice(Retention retention, Messages messages, Campaign campaign, Lang lang) {
        this.retention = retention;
        this.messages = messages;
        this.campaign = campaign;
        this.lang = lang;
    }

    /** One sort of data. @param asked the questions to which it is given */
    record Piece(String what, String why, String kept, List<LocalText> asked) {
    }

    /** Everything that is collected, what the kind asks for first. */
    List<Piece> pieces() {
        var pieces = new ArrayList<Piece>();
        collected().forEach(one -> pieces.add(new Piece(messages.get(lang, one.key() + ".what"),
                messages.get(lang, one.key() + ".why"), kept(one), one.asked())));
        pieces.add(piece("device", Participants.KEPT_DAYS, retention.days(CampaignRule.DEVICES)));
        pieces.add(piece(campaign.book().linked() ? "second" : "hour"));
        if (!campaign.definition().channels().isEmpty()) {
            pieces.add(piece("channel", Channels.KEPT_HOURS));
        }
        pieces.add(piece("look", Request.LOOK_KEPT_DAYS));
        pieces.add(piece("unsent"));
        pieces.add(piece("address", WrongTries.MINUTES));
        return pieces;
    }

    private List<Collected> collected() {
        return campaign.definition().kind().collects(campaign.definition().plan());
    }

    private String kept(Collected one) {
        return one.words() ? say("kept.words", retention.days(CampaignRule.WORDS))
                : say(campaign.book().linked() ? "kept.linked" : "kept.unlinked", retention.days(CampaignRule.DEVICES));
    }

    private Piece piece(String code, Object... args) {
        return new Piece(say("piece." + code), say("piece." + code + ".why"), say("piece." + code + ".kept", args),
                List.of());
    }

    /** Whether it asks for words of one's own. */
    boolean asksForWords() {
        return collected().stream().anyMatch(Collected::words);
    }

    private String say(String key, Object... args) {
        return messages.get(lang, "privacy." + key, args);
    }
}
