package org.pufa.campaign.console;

import java.util.ArrayList;
import java.util.List;
import org.pufa.campaign.Definition;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;

/** What a definition says, in words: for reviewers, who should not have to read the file. */
record Facts(String label, String value) {

    private static final int MOST_NAMES = 12;

    static List<Facts> of(ConsoleWords words, Lang lang, StaffCampaign campaign) {
        var definition = campaign.definition();
        var facts = new ArrayList<Facts>();
        facts.add(fact(words, lang, "slug", "/c/" + campaign.slug()));
        facts.add(fact(words, lang, "kind", words.kind(lang, campaign.row().kind())));
        facts.add(fact(words, lang, "summary", definition.summary().in(lang)));
        facts.add(fact(words, lang, "organizer", definition.organizer().in(lang)
                + (definition.phone().isEmpty() ? "" : " " + definition.phone())));
        facts.add(fact(words, lang, "window", words.window(lang, campaign)));
        facts.add(fact(words, lang, "limit", words.limit(lang, campaign)));
        facts.add(fact(words, lang, "minutes", words.say(lang, "fact.minutes.value", definition.minutes())));
        facts.add(fact(words, lang, "linked", words.say(lang, campaign.linked() ? "linked.yes" : "linked.no")));
        facts.add(fact(words, lang, "channels", channels(words, lang, definition)));
        facts.add(fact(words, lang, "filed", words.say(lang, "fact.filed.value", campaign.row().version(),
                Format.moment(lang, campaign.row().createdAt()), words.actor(lang, campaign.row().createdBy()))));
        return facts;
    }

    private static String channels(ConsoleWords words, Lang lang, Definition definition) {
        var names = definition.channels().stream().limit(MOST_NAMES).map(channel -> channel.name().in(lang)).toList();
        int more = definition.channels().size() - names.size();
        return names.isEmpty() ? words.say(lang, "channel.none") : String.join(lang == Lang.EN ? ", " : "、", names)
                + (more == 0 ? "" : words.say(lang, "channel.more", definition.channels().size()));
    }

    private static Facts fact(ConsoleWords words, Lang lang, String name, String value) {
        return new Facts(words.say(lang, "fact." + name), value);
    }
}
