package org.pufa.campaign;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pufa.i18n.LocalText;
import org.pufa.yaml.YamlMap;

/** Reads what a definition says of prizes; all thirteen items that the public rules need must be there. */
final class PrizesReader {

    private static final int MOST_DAYS = 180;
    private static final int MOST_PRIZES = 20;
    private static final int MOST_OF_ONE = 1_000_000;
    private static final int SHORT = 40;
    private static final int LONG = 300;
    private static final LocalText NONE = LocalText.of("?");

    private PrizesReader() {
    }

    /** @param passable whether the kind's part says what passing is */
    static Optional<Prizes> read(YamlMap definition, boolean passable) {
        return definition.optionalMap("prizes").map(in -> {
            if (definition.optionalText("phone", SHORT).isEmpty()) {
                definition.mistake("phone", "campaign.file.prizes.phone");
            }
            var who = Prizes.Who.valueOf(in.choice("who", List.of("all", "passed")).toUpperCase(Locale.ROOT));
            if (who == Prizes.Who.PASSED && !passable) {
                in.mistake("who", "campaign.file.prizes.passed");
            }
            var chances = Prizes.Chances.valueOf(in.choice("chances", List.of("entry", "person"))
                    .toUpperCase(Locale.ROOT));
            var prizes = new Prizes(who, chances, in.flag("once", true), in.integer("drawn", 1, MOST_DAYS),
                    in.maps("items", 1, MOST_PRIZES).stream().map(PrizesReader::prize).toList(), claim(in));
            in.noOthers();
            return prizes;
        });
    }

    private static Prizes.Prize prize(YamlMap in) {
        var prize = new Prizes.Prize(in.localText("level", SHORT), in.localText("item", SHORT),
                in.integer("value", 0, Prizes.HIGHEST_VALUE), in.integer("count", 1, MOST_OF_ONE));
        in.noOthers();
        return prize;
    }

    private static Prizes.Claim claim(YamlMap prizes) {
        return prizes.map("claim").map(in -> {
            var claim = new Prizes.Claim(in.integer("days", 1, MOST_DAYS), in.localText("need", LONG),
                    in.localText("how", LONG), in.localText("delivery", LONG), in.localText("forfeit", LONG));
            in.noOthers();
            return claim;
        }).orElse(new Prizes.Claim(1, NONE, NONE, NONE, NONE));
    }
}
