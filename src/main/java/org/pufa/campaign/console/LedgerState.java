package org.pufa.campaign.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Days;
import org.pufa.ledger.Block;

/** How the ledger of a campaign stands, in words. */
final class LedgerState {

    private LedgerState() {
    }

    /**
     * @param heads the last block of each chain
     * @param waiting submissions that wait on this node, of all campaigns
     * @param verified when it was verified and what came out
     */
    static List<Facts> of(ConsoleWords words, Lang lang, boolean linked, List<Block> heads, int waiting,
            String verified) {
        var facts = new ArrayList<Facts>();
        var entries = heads.stream().filter(block -> block.chain().log() == Block.Chain.ENTRIES).toList();
        var last = entries.stream().max(Comparator.comparing(Block::sealedAt).thenComparing(Block::height));
        long blocks = entries.stream().mapToLong(Block::height).sum();
        facts.add(new Facts(words.say(lang, "ledger.blocks"), last.isEmpty() ? words.say(lang, "ledger.none")
                : words.say(lang, "ledger.blocks.value", blocks, last.get().height(), last.get().chain().lane())));
        facts.add(new Facts(words.say(lang, "ledger.last"), last.map(block -> time(words, lang, linked, block.sealedAt()))
                .orElse("–")));
        facts.add(new Facts(words.say(lang, "ledger.waiting"), Format.number(waiting)));
        facts.add(new Facts(words.say(lang, "ledger.verified"), verified));
        return facts;
    }

    /** Of an anonymous participation only the hour is known. */
    private static String time(ConsoleWords words, Lang lang, boolean linked, Instant at) {
        return linked ? ConsoleWords.exact(lang, at)
                : words.say(lang, "entries.hour", Format.day(lang, at), at.atZone(Days.ZONE).getHour());
    }
}
