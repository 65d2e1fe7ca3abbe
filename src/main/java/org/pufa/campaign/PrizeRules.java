package org.pufa.campaign;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.kernel.Window;

/** The thirteen items that must be known before a campaign with prizes begins, made from its settings. */
final class PrizeRules {

    private final Messages messages;
    private final Lang lang;
    private final Definition definition;
    private final Prizes prizes;
    private final Window window;

    PrizeRules(Messages messages, Lang lang, Definition definition, Prizes prizes, Window window) {
        this.messages = messages;
        this.lang = lang;
        this.definition = definition;
        this.prizes = prizes;
        this.window = window;
    }

    List<RulesText.Clause> clauses() {
        var claim = prizes.claim();
        return List.of(item("levels", each("level.one", prize -> new Object[] {prize.level()})),
                item("who", say("who." + prizes.who().code())),
                item("chances", say("chances." + prizes.chances().code()) + say(prizes.once() ? "once" : "again")),
                item("drawn", say("drawn.text", prizes.drawnOn(window))),
                item("way", say("way.text")),
                item("value", each("value.one", prize -> new Object[] {prize.level(), prize.value()})),
                item("items", each("items.one", prize -> new Object[] {prize.level(), prize.item(), prize.count()})),
                item("claim", say("claim.text", prizes.drawnOn(window), prizes.claimedBy(window))),
                item("need", claim.need().in(lang)), item("how", claim.how().in(lang)),
                item("delivery", claim.delivery().in(lang)), item("forfeit", claim.forfeit().in(lang)),
                item("organizer", say("organizer.text", definition.organizer(), definition.phone())));
    }

    /** 一等奖 10 份, 二等奖 50 份: for the first page. */
    String inShort() {
        return each("short.one", prize -> new Object[] {prize.level(), prize.item(), prize.count()});
    }

    /** One after the other, as the language lists things. */
    private String each(String key, Function<Prizes.Prize, Object[]> args) {
        return prizes.prizes().stream().map(prize -> say(key, args.apply(prize)))
                .collect(Collectors.joining(lang == Lang.EN ? "; " : "；"));
    }

    private RulesText.Clause item(String name, String text) {
        return new RulesText.Clause(say(name), text);
    }

    private String say(String key, Object... args) {
        return messages.get(lang, "campaign.prizes." + key, args);
    }
}
