package org.pufa.campaign;

import java.util.ArrayList;
import java.util.List;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;
import org.pufa.i18n.Messages;
import org.pufa.kernel.Window;

/**
 * The public rules (活动规则) of a campaign, made from the settings it runs by, so that they cannot say anything else.
 * A pure function: the same definition gives the same words.
 */
public final class RulesText {

    private final Messages messages;
    private final CampaignWords words;

    public RulesText(Messages messages) {
        this.messages = messages;
        this.words = new CampaignWords(messages);
    }

    /** One item with its heading. */
    public record Clause(String title, String text) {
    }

    /** All items in their order: the common ones, those of the kind, and what the organizer adds. */
    public List<Clause> of(Lang lang, Definition definition, Window window) {
        var clauses = new ArrayList<Clause>();
        String phone = definition.phone();
        clauses.add(clause(lang, "organizer", phone.isEmpty() ? "organizer.text" : "organizer.phone",
                definition.organizer(), phone));
        clauses.add(clause(lang, "time", "time.text", words.time(lang, window)));
        clauses.add(clause(lang, "who", "who.text"));
        clauses.add(clause(lang, "limit", "limit.text", words.limit(lang, definition.limit()), definition.minutes()));
        clauses.addAll(definition.kind().rules(definition.plan(), lang));
        clauses.add(clause(lang, "receipt", definition.plan().linked() ? "receipt.linked" : "receipt.unlinked"));
        clauses.add(new Clause(messages.get(lang, "campaign.rules.privacy"), definition.privacy().in(lang)));
        definition.rules().forEach(rule -> clauses.add(new Clause(in(rule.title(), lang), in(rule.text(), lang))));
        clauses.add(clause(lang, "change", "change.text"));
        return clauses;
    }

    /** The items on prizes; none where nothing can be won. */
    public List<Clause> prizes(Lang lang, Definition definition, Window window) {
        return definition.prizes().map(prizes -> new PrizeRules(messages, lang, definition, prizes, window).clauses())
                .orElse(List.of());
    }

    private static String in(LocalText text, Lang lang) {
        return text.in(lang);
    }

    private Clause clause(Lang lang, String title, String text, Object... args) {
        return new Clause(messages.get(lang, "campaign.rules." + title),
                messages.get(lang, "campaign.rules." + text, args));
    }
}
