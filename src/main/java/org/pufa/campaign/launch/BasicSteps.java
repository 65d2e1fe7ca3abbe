package org.pufa.campaign.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.yaml.YamlTree;

/** The steps that are the same for every kind: basics, channels, rules. */
final class BasicSteps {

    private static final String PREFIX = "campaign.launch";

    private final Messages messages;

    BasicSteps(Messages messages) {
        this.messages = messages;
    }

    /** @param submitted whether citizens' address may no longer change */
    List<FormPart> basics(Lang lang, YamlTree tree, boolean submitted) {
        var in = new PartWords(messages, PREFIX, lang, tree);
        var slug = in.text("slug", "slug");
        return List.of(FormPart.of("what", in.say("part.what"), "", List.of(in.text("title.zh", "title"),
                        submitted ? slug.readOnly() : slug, in.area("lead.zh", "lead"), in.text("summary.zh", "summary"))),
                FormPart.of("who", in.say("part.who"), "", List.of(in.text("organizer.zh", "organizer"),
                        in.brief("phone", "phone"))),
                FormPart.of("window", in.say("part.window"), "", List.of(in.moment("window.opens", "window.opens"),
                        in.moment("window.closes", "window.closes"), in.brief("window.days", "window.days"))).inRow(),
                FormPart.of("limit", in.say("part.limit"), "", List.of(
                        in.select("limit.per", "limit.per", List.of("day", "campaign")),
                        in.brief("limit.times", "limit.times"), in.brief("minutes", "minutes"))).inRow(),
                FormPart.of("english", in.say("part.english"), in.say("part.english.hint"), List.of(
                        in.text("title.en", "title.en"), in.area("lead.en", "lead.en"),
                        in.text("summary.en", "summary.en"), in.text("organizer.en", "organizer.en"))).foldedAway());
    }

    List<FormPart> channels(Lang lang, YamlTree tree) {
        var in = new PartWords(messages, PREFIX, lang, tree);
        var parts = new ArrayList<FormPart>();
        parts.add(FormPart.of("channels", in.say("part.channels"), in.say("part.channels.hint"), List.of()));
        IntStream.rangeClosed(1, tree.size("channels")).forEach(number -> {
            String path = "channels[" + number + ']';
            var fields = new ArrayList<>(in.pair(path + ".name", "channel.name", false));
            fields.add(in.brief(path + ".code", "channel.code"));
            String title = in.say("channel", number);
            parts.add(FormPart.row(path, title, fields).with(in.itemActs("channels", number, title)));
        });
        parts.add(FormPart.of("channels-more", in.say("part.channels-more"), "", List.of(
                FormField.area("words", in.say("channels.bulk"), in.say("channels.bulk.hint"), "")))
                .with(List.of(in.act("add:channels", "channels.add"), in.act("bulk:channels", "channels.bulk.button"))));
        return parts;
    }

    List<FormPart> rules(Lang lang, YamlTree tree) {
        var in = new PartWords(messages, PREFIX, lang, tree);
        var parts = new ArrayList<>(new PrizeParts(in).parts());
        parts.add(FormPart.of("privacy", in.say("part.privacy"), in.say("part.privacy.hint"),
                in.pair("privacy", "privacy", true)));
        parts.add(FormPart.of("rules", in.say("part.rules"), in.say("part.rules.hint"), List.of())
                .with(List.of(in.act("add:rules", "rules.add"))));
        IntStream.rangeClosed(1, tree.size("rules")).forEach(number -> {
            String path = "rules[" + number + ']';
            var fields = new ArrayList<>(in.pair(path + ".title", "rule.title", false));
            fields.addAll(in.pair(path + ".text", "rule.text", true));
            String title = in.say("rule", number);
            parts.add(FormPart.card(path, title, fields).with(in.itemActs("rules", number, title)));
        });
        return parts;
    }

    /** What a new definition begins with. */
    YamlTree fresh(ContentStep content, String title, String today) {
        var tree = YamlTree.empty();
        tree.set("slug", content.kind() + '-' + today);
        tree.set("kind", content.kind());
        tree.set("title.zh", title);
        tree.set("window.opens", "start");
        tree.set("window.days", "30");
        tree.set("limit.per", "campaign");
        tree.set("limit.times", "1");
        tree.set("minutes", "5");
        tree.set("privacy.zh", messages.get(Lang.ZH, PREFIX + ".privacy.ready"));
        tree.set("privacy.en", messages.get(Lang.EN, PREFIX + ".privacy.ready"));
        content.fresh().forEach((field, value) -> tree.merge(content.kind(), Map.of(field, value)));
        return tree;
    }

    /** A channel on each line: a name, and perhaps its code after a comma or a tab. */
    static void bulkChannels(YamlTree tree, String words) {
        words.lines().map(String::strip).filter(line -> !line.isEmpty()).limit(200).forEach(line -> {
            var cells = line.split("[,，\\t]", 2);
            String code = cells.length > 1 ? cells[1].strip() : "c" + (tree.size("channels") + 1);
            tree.add("channels", YamlTree.fields("code", code, "name", Map.of("zh", cells[0].strip())));
        });
    }
}
