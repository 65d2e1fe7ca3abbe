package org.pufa.kinds.vote;

import io.vertx.core.Future;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.pufa.campaign.launch.ContentStep;
import org.pufa.campaign.launch.FormField;
import org.pufa.campaign.launch.FormPart;
import org.pufa.campaign.launch.PartWords;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.yaml.YamlTree;

/** The step of the wizard in which a vote gets its categories and candidates. */
public final class VoteStep implements ContentStep {

    private static final String CATEGORIES = "vote.categories";
    private static final List<String> COLUMNS = List.of("number", "name", "unit", "deeds", "story");

    private final Messages messages;

    public VoteStep(Messages messages) {
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "vote";
    }

    @Override
    public Map<String, Object> fresh() {
        return YamlTree.fields("order", "random", "results", "closed", "categories",
                List.of(YamlTree.fields("id", "c1", "min", "1", "max", "3")));
    }

    @Override
    public Map<String, Object> added(String list, YamlTree tree) {
        return list.equals(CATEGORIES) ? YamlTree.fields("id", freeId(tree), "min", "1", "max", "3")
                : Map.of("number", freeNumber(tree));
    }

    private static String freeId(YamlTree tree) {
        int number = tree.size(CATEGORIES) + 1;
        while (tree.yaml().contains("id: c" + number + '\n')) {
            number++;
        }
        return "c" + number;
    }

    private static String freeNumber(YamlTree tree) {
        int highest = 0;
        for (int category = 1; category <= tree.size(CATEGORIES); category++) {
            String list = CATEGORIES + '[' + category + "].candidates";
            for (int i = 1; i <= tree.size(list); i++) {
                String number = tree.text(list + '[' + i + "].number");
                highest = number.matches("[0-9]{1,6}") ? Math.max(highest, Integer.parseInt(number)) : highest;
            }
        }
        return String.format("%02d", highest + 1);
    }

    @Override
    public Future<List<FormPart>> parts(Lang lang, YamlTree tree) {
        var in = new PartWords(messages, "kinds.vote.wizard", lang, tree);
        var parts = new ArrayList<FormPart>();
        parts.add(FormPart.of("vote", in.say("part.vote"), "", List.of(
                in.select("vote.order", "order", List.of("random", "fixed")),
                in.select("vote.results", "results", List.of("live", "closed", "never")))));
        for (int category = 1; category <= tree.size(CATEGORIES); category++) {
            String path = CATEGORIES + '[' + category + ']';
            String title = in.say("category", category);
            var fields = new ArrayList<FormField>(in.pair(path + ".title", "category.title", false));
            fields.add(in.brief(path + ".min", "min"));
            fields.add(in.brief(path + ".max", "max"));
            parts.add(FormPart.of(path, title, "", fields).inRow().noting(in.say("category.count",
                    tree.size(path + ".candidates"))).with(in.itemActs(CATEGORIES, category, title)));
            candidates(in, path + ".candidates", parts);
        }
        parts.add(FormPart.row(CATEGORIES, "", List.of()).with(List.of(in.act("add:" + CATEGORIES, "category.add"))));
        return Future.succeededFuture(parts);
    }

    private static void candidates(PartWords in, String list, List<FormPart> parts) {
        for (int i = 1; i <= in.tree().size(list); i++) {
            String path = list + '[' + i + ']';
            String title = in.say("candidate", i);
            var fields = new ArrayList<FormField>();
            fields.add(in.brief(path + ".number", "number"));
            fields.addAll(in.pair(path + ".name", "name", false));
            fields.addAll(in.pair(path + ".unit", "unit", false));
            fields.addAll(in.pair(path + ".deeds", "deeds", false));
            fields.addAll(in.pair(path + ".story", "story", true));
            parts.add(FormPart.row(path, title, fields).with(in.itemActs(list, i, title)));
        }
        parts.add(FormPart.row(list, "", List.of(FormField.area("words." + list, in.say("bulk"), in.say("bulk.hint"),
                ""))).with(List.of(in.act("bulk:" + list, "bulk.button"), in.act("add:" + list, "candidate.add"))));
    }

    /** A candidate on each line, as spreadsheets copy them or as CSV. */
    @Override
    public void act(YamlTree tree, String act, String place, Map<String, String> words) {
        if (!act.equals("bulk") || !place.endsWith(".candidates")) {
            return;
        }
        String text = words.getOrDefault("words." + place, "");
        var format = CSVFormat.DEFAULT.builder().setDelimiter(text.indexOf('\t') >= 0 ? '\t' : ',').setTrim(true)
                .setIgnoreEmptyLines(true).get();
        try (var parser = format.parse(new StringReader(text.indexOf('\t') >= 0 ? text : text.replace('，', ',')))) {
            parser.stream().limit(200).filter(row -> !row.get(0).matches("编号|number|No\\.?")).forEach(row ->
                    tree.add(place, candidate(row, tree)));
        } catch (IOException | java.io.UncheckedIOException | IllegalStateException e) {
            text.lines().filter(line -> !line.isBlank()).limit(200).forEach(line -> tree.add(place,
                    YamlTree.fields("number", freeNumber(tree), "name", line.strip())));
        }
    }

    /** A first cell that is no number is the name. */
    private static Map<String, Object> candidate(CSVRecord row, YamlTree tree) {
        var cells = new ArrayList<>(row.toList());
        if (!cells.get(0).matches("[0-9A-Za-z]{1,10}")) {
            cells.add(0, freeNumber(tree));
        }
        var candidate = new LinkedHashMap<String, Object>();
        for (int i = 0; i < Math.min(cells.size(), COLUMNS.size()); i++) {
            candidate.put(COLUMNS.get(i), cells.get(i));
        }
        return candidate;
    }
}
