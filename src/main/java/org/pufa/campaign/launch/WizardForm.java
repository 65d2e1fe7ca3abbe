package org.pufa.campaign.launch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pufa.web.FormFields;
import org.pufa.web.PlainText;
import org.pufa.yaml.YamlTree;

/** Takes over into a draft what a step's form brought. */
final class WizardForm {

    private static final String NOT_CHECKED = "checks";
    private static final int LONGEST = 60_000;

    private final FormFields form;

    WizardForm(FormFields form) {
        this.form = form;
    }

    /** The saving that the form was made from; 0 when it does not say. */
    int version() {
        return form.raw("version").matches("[0-9]{1,9}") ? Integer.parseInt(form.raw("version")) : 0;
    }

    /** What button was pressed: its verb, or "". */
    String act() {
        return form.raw("act").split(":", 2)[0];
    }

    /** What the button acts on, or "". */
    String place() {
        var act = form.raw("act").split(":", 2);
        return act.length > 1 ? act[1] : "";
    }

    /** Fields that belong to no path of the definition. */
    Map<String, String> words() {
        var words = new TreeMap<String, String>();
        form.names().stream().filter(name -> name.startsWith("words"))
                .forEach(name -> words.put(name, plain(form.raw(name))));
        return words;
    }

    /** Puts every field that stands for a path into the tree. */
    void into(YamlTree tree) {
        var ticked = form.many(NOT_CHECKED).get();
        ticked.stream().filter(WizardForm::isPath).forEach(path -> tree.set(path, List.of()));
        for (String name : form.names()) {
            if (ticked.contains(name)) {
                tree.set(name, new ArrayList<>(form.many(name).get()));
            } else if (isPath(name)) {
                tree.set(name, value(name, plain(form.raw(name))));
            }
        }
        chooseOpening(tree);
    }

    private static boolean isPath(String name) {
        return name.length() < 100 && name.matches("[a-z]+([.\\[][a-z0-9.\\[\\]_-]*)?")
                && !List.of("version", "act", NOT_CHECKED, "kind").contains(name) && !name.startsWith("words");
    }

    private static String value(String name, String text) {
        return name.equals("window.opens") || name.equals("window.closes") ? moment(text) : text;
    }

    /** 2026-12-01T08:00, as browsers send it, is written 2026-12-01 08:00 in files; an end at 0:00 ends a day. */
    private static String moment(String text) {
        return text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d.*") ? text.substring(0, 10) + ' ' + text.substring(11, 16)
                : text;
    }

    /** Without a beginning the campaign opens when it is approved, for so many days. */
    private void chooseOpening(YamlTree tree) {
        if (!form.names().contains("window.opens")) {
            return;
        }
        if (tree.text("window.opens").isEmpty()) {
            tree.set("window.opens", "start");
            tree.remove("window.closes");
        } else if (!tree.text("window.opens").equals("start")) {
            tree.remove("window.days");
        }
    }

    /** As a browser's field for day and time wants it. */
    static String forBrowser(String moment) {
        if (moment.endsWith(" 24:00") && moment.length() == 16) {
            try {
                return LocalDate.parse(moment.substring(0, 10)).plusDays(1) + "T00:00";
            } catch (java.time.format.DateTimeParseException e) {
                return "";
            }
        }
        return moment.equals("start") ? "" : moment.replace(' ', 'T');
    }

    private static String plain(String text) {
        String kept = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return PlainText.of(kept).orElseGet(() -> PlainText.of(kept.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", " "))
                .orElse(""));
    }
}
