package org.pufa.campaign.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.pufa.campaign.Prizes;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.yaml.YamlTree;

/** The fields on prizes; one button where there are none. */
final class PrizeParts {

    static final String PATH = "prizes";
    private static final String ITEMS = "prizes.items";
    private static final List<String> TEXTS = List.of("need", "how", "delivery", "forfeit");

    private final PartWords in;

    PrizeParts(PartWords in) {
        this.in = in;
    }

    List<FormPart> parts() {
        if (!in.tree().has(PATH)) {
            return List.of(FormPart.of(PATH, in.say("part.prizes"), in.say("part.prizes.none"), List.of())
                    .with(List.of(in.act("with:prizes", "prizes.with"))));
        }
        var parts = new ArrayList<FormPart>();
        parts.add(FormPart.of(PATH, in.say("part.prizes"), in.say("part.prizes.hint"), List.of(
                in.select("prizes.who", "prizes.who", List.of("all", "passed")),
                in.select("prizes.chances", "prizes.chances", List.of("entry", "person")),
                in.select("prizes.once", "prizes.once", List.of("true", "false")),
                in.brief("prizes.drawn", "prizes.drawn"), in.brief("prizes.claim.days", "prizes.claim.days"))).inRow()
                .with(List.of(in.act("remove:prizes", "prizes.without"))));
        IntStream.rangeClosed(1, in.tree().size(ITEMS)).forEach(number -> parts.add(prize(number)));
        parts.add(FormPart.row(ITEMS, "", List.of()).noting(total())
                .with(List.of(in.act("add:" + ITEMS, "prizes.add"))));
        var claim = new ArrayList<FormField>();
        var english = new ArrayList<FormField>();
        TEXTS.forEach(text -> {
            claim.add(in.area("prizes.claim." + text + ".zh", "prizes.claim." + text));
            english.add(FormField.area("prizes.claim." + text + ".en", in.say("prizes.claim." + text), "",
                    in.tree().text("prizes.claim." + text + ".en")));
        });
        parts.add(FormPart.card("prizes.claim", in.say("prizes.claim"), claim));
        parts.add(FormPart.of("prizes.english", in.say("prizes.english"), "", english).foldedAway());
        return parts;
    }

    private FormPart prize(int number) {
        String path = ITEMS + '[' + number + ']';
        String title = in.say("prize", number);
        var fields = new ArrayList<FormField>(in.pair(path + ".level", "prizes.level", false));
        fields.addAll(in.pair(path + ".item", "prizes.item", false));
        fields.add(in.brief(path + ".value", "prizes.value"));
        fields.add(in.brief(path + ".count", "prizes.count"));
        return FormPart.row(path, title, fields).with(in.itemActs(ITEMS, number, title));
    }

    private String total() {
        long count = 0;
        long value = 0;
        for (int i = 1; i <= in.tree().size(ITEMS); i++) {
            int some = number(in.tree().text(ITEMS + '[' + i + "].count"));
            count += some;
            value += (long) some * number(in.tree().text(ITEMS + '[' + i + "].value"));
        }
        return in.say("prizes.total", Format.number(count), Format.number(value), Prizes.HIGHEST_VALUE);
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : 0;
    }

    /** What a definition gets that shall have prizes. */
    static Map<String, Object> fresh(Messages messages) {
        var claim = YamlTree.fields("days", "30");
        TEXTS.forEach(text -> claim.put(text, both(messages, "claim." + text + ".ready")));
        return YamlTree.fields("who", "all", "chances", "person", "once", "true", "drawn", "3",
                "items", List.of(YamlTree.fields("level", both(messages, "first"))), "claim", claim);
    }

    private static Map<String, Object> both(Messages messages, String key) {
        return YamlTree.fields("zh", messages.get(Lang.ZH, "campaign.launch.prizes." + key),
                "en", messages.get(Lang.EN, "campaign.launch.prizes." + key));
    }
}
