package org.pufa.campaign.launch;

import java.util.ArrayList;
import java.util.List;
import org.pufa.campaign.launch.FormField.Option;
import org.pufa.campaign.launch.FormPart.Act;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.yaml.YamlTree;

/**
 * Makes the fields of a step: each takes its value from the tree and its words from messages named after it.
 *
 * @param prefix of the messages, such as {@code quiz.wizard}
 */
public record PartWords(Messages messages, String prefix, Lang lang, YamlTree tree) {

    public String say(String key, Object... args) {
        return messages.get(lang, prefix + '.' + key, args);
    }

    private String hint(String key) {
        return messages.has(lang, prefix + '.' + key + ".hint") ? say(key + ".hint") : "";
    }

    public FormField text(String path, String key) {
        return FormField.text(path, say(key), hint(key), tree.text(path));
    }

    public FormField area(String path, String key) {
        return FormField.area(path, say(key), hint(key), tree.text(path));
    }

    public FormField brief(String path, String key) {
        return FormField.brief(path, say(key), hint(key), tree.text(path));
    }

    public FormField moment(String path, String key) {
        return FormField.moment(path, say(key), hint(key), tree.text(path));
    }

    /** The Chinese text, and the English one where there is one already. */
    public List<FormField> pair(String path, String key, boolean area) {
        var fields = new ArrayList<FormField>();
        fields.add(area ? area(path + ".zh", key) : text(path + ".zh", key));
        if (tree.has(path + ".en")) {
            String label = say(key) + " (English)";
            String value = tree.text(path + ".en");
            fields.add(area ? FormField.area(path + ".en", label, "", value)
                    : FormField.text(path + ".en", label, "", value));
        }
        return fields;
    }

    /** One of several codes, whose words are {@code <key>.<code>}. */
    public FormField select(String path, String key, List<String> codes) {
        String value = tree.text(path);
        return FormField.select(path, say(key), hint(key), value, codes.stream()
                .map(code -> new Option(code, say(key + '.' + code), code.equals(value), "")).toList());
    }

    /** Any of several, ticked where the tree lists them. @param labels as many as values */
    public FormField checks(String path, String key, List<String> values, List<String> labels) {
        var chosen = tree.texts(path);
        var options = new ArrayList<Option>();
        for (int i = 0; i < values.size(); i++) {
            options.add(new Option(values.get(i), labels.get(i), chosen.contains(values.get(i)), path + '-' + i));
        }
        return FormField.checks(path, say(key), hint(key), options);
    }

    /** Buttons for one item of a list: up, down, away; {@code what} names it. */
    public List<Act> itemActs(String list, int number, String what) {
        String item = list + '[' + number + ']';
        var acts = new ArrayList<Act>();
        if (number > 1) {
            acts.add(act("up", item, what));
        }
        if (number < tree.size(list)) {
            acts.add(act("down", item, what));
        }
        acts.add(act("remove", item, what));
        return acts;
    }

    private Act act(String name, String item, String what) {
        String text = messages.get(lang, "campaign.launch.act." + name);
        return new Act(name + ':' + item, text, text + ' ' + what);
    }

    /** A button of one's own: {@code value} is what it does and where. */
    public Act act(String value, String key) {
        return new Act(value, say(key), say(key));
    }
}
