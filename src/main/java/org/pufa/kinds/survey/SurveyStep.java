package org.pufa.kinds.survey;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pufa.campaign.launch.ContentStep;
import org.pufa.campaign.launch.FormField;
import org.pufa.campaign.launch.FormPart;
import org.pufa.campaign.launch.PartWords;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.yaml.YamlTree;

/** The step of the wizard in which a survey gets its sections and questions. */
public final class SurveyStep implements ContentStep {

    private static final String SECTIONS = "survey.sections";
    private static final List<String> TYPES = List.of("single", "multiple", "rating", "number", "text", "longtext");
    private static final List<String> CHOICES = List.of("single", "multiple");

    private final Messages messages;

    public SurveyStep(Messages messages) {
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "survey";
    }

    @Override
    public Map<String, Object> fresh() {
        return YamlTree.fields("anonymous", "true", "sections", List.of(Map.of("questions", List.of(question("q1")))));
    }

    private static Map<String, Object> question(String id) {
        return YamlTree.fields("id", id, "type", "single", "required", "false", "options", List.of(Map.of("id", "a"),
                Map.of("id", "b")));
    }

    @Override
    public Map<String, Object> added(String list, YamlTree tree) {
        if (list.endsWith(".options")) {
            return Map.of("id", free(tree, "o"));
        }
        return list.endsWith(".questions") ? question(free(tree, "q"))
                : Map.of("questions", List.of(question(free(tree, "q"))));
    }

    /** An id that stands nowhere in the survey yet. */
    private static String free(YamlTree tree, String prefix) {
        String text = tree.yaml();
        int number = 1;
        while (text.contains("id: " + prefix + number + '\n')) {
            number++;
        }
        return prefix + number;
    }

    @Override
    public Future<List<FormPart>> parts(Lang lang, YamlTree tree) {
        var in = new PartWords(messages, "kinds.survey.wizard", lang, tree);
        var parts = new ArrayList<FormPart>();
        parts.add(FormPart.of("survey", in.say("part.survey"), "",
                List.of(in.select("survey.anonymous", "anonymous", List.of("true", "false")))));
        for (int section = 1; section <= tree.size(SECTIONS); section++) {
            String path = SECTIONS + '[' + section + ']';
            String title = in.say("section", section);
            parts.add(FormPart.of(path, title, "", in.pair(path + ".title", "section.title", false))
                    .with(in.itemActs(SECTIONS, section, title)));
            questions(in, path + ".questions", parts);
            parts.add(FormPart.row(path + ".questions", "", List.of())
                    .with(List.of(in.act("add:" + path + ".questions", "question.add"))));
        }
        parts.add(FormPart.row(SECTIONS, "", List.of()).with(List.of(in.act("add:" + SECTIONS, "section.add"))));
        return Future.succeededFuture(parts);
    }

    private void questions(PartWords in, String list, List<FormPart> parts) {
        for (int number = 1; number <= in.tree().size(list); number++) {
            String path = list + '[' + number + ']';
            String type = in.tree().text(path + ".type");
            String title = in.say("question", number);
            var fields = new ArrayList<FormField>(in.pair(path + ".ask", "ask", false));
            fields.add(in.select(path + ".type", "type", TYPES));
            fields.add(in.select(path + ".required", "required", List.of("false", "true")));
            fields.addAll(in.pair(path + ".hint", "hint", false));
            fields.addAll(limits(in, path, type));
            parts.add(FormPart.card(path, title, fields).with(in.itemActs(list, number, title)));
            if (CHOICES.contains(type)) {
                options(in, path + ".options", parts);
            }
        }
    }

    private static List<FormField> limits(PartWords in, String path, String type) {
        return switch (type) {
            case "multiple" -> List.of(in.brief(path + ".min", "picks.min"), in.brief(path + ".max", "picks.max"));
            case "number" -> List.of(in.brief(path + ".min", "number.min"), in.brief(path + ".max", "number.max"),
                    in.brief(path + ".unit.zh", "unit"));
            case "text", "longtext" -> List.of(in.brief(path + ".maxlength", "maxlength"));
            case "rating" -> scale(in, path + ".scale");
            default -> List.of();
        };
    }

    private static List<FormField> scale(PartWords in, String path) {
        var fields = new ArrayList<FormField>();
        for (int step = 1; step <= 5; step++) {
            String name = path + '[' + step + "].zh";
            fields.add(FormField.brief(name, in.say("scale", step), "", in.tree().text(name)));
        }
        return fields;
    }

    private static void options(PartWords in, String list, List<FormPart> parts) {
        for (int number = 1; number <= in.tree().size(list); number++) {
            String path = list + '[' + number + ']';
            String title = in.say("option", number);
            var fields = new ArrayList<FormField>(in.pair(path + ".text", "option.text", false));
            fields.add(in.select(path + ".other", "other", List.of("false", "true")));
            parts.add(FormPart.row(path, title, fields).with(in.itemActs(list, number, title)));
        }
        parts.add(FormPart.row(list, "", List.of(FormField.area("words." + list, in.say("options.bulk"),
                in.say("options.bulk.hint"), ""))).with(List.of(in.act("add:" + list, "option.add"),
                in.act("bulk:" + list, "options.bulk.button"))));
    }

    /** An option on each line. */
    @Override
    public void act(YamlTree tree, String act, String place, Map<String, String> words) {
        if (act.equals("bulk") && place.endsWith(".options")) {
            words.getOrDefault("words." + place, "").lines().map(String::strip).filter(line -> !line.isEmpty())
                    .limit(60).forEach(line -> tree.add(place, YamlTree.fields("id", free(tree, "o"), "text", line)));
        }
    }
}
