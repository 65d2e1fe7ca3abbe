package org.pufa.staff.kept;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/** Fills what was kept into the form of a page from which it may have come. */
public final class Refill {

    /** Controls that hold no text of somebody's, or must not be filled in for them. */
    private static final Set<String> LEFT_ALONE = Set.of("password", "file", "submit", "button", "reset", "image");

    private final Document page;
    private final KeptForm kept;
    private final Optional<Element> form;
    private final Set<String> placed = new HashSet<>();

    public Refill(String html, KeptForm kept) {
        // Names in drawings are told apart by case.
        this.page = Jsoup.parse(html, "", Parser.htmlParser().settings(ParseSettings.preserveCase));
        page.outputSettings().prettyPrint(false);
        this.kept = kept;
        this.form = page.select("form").stream().filter(this::sendsThere).max(Comparator.comparingInt(this::likeness));
        form.ifPresent(this::fill);
    }

    private boolean sendsThere(Element one) {
        return one.attr("method").equalsIgnoreCase("post") && (kept.action().equals(path(one.attr("action")))
                || one.select("[formaction]").stream().anyMatch(button ->
                kept.action().equals(path(button.attr("formaction")))));
    }

    private static String path(String action) {
        int mark = action.indexOf('?');
        return mark < 0 ? action : action.substring(0, mark);
    }

    /** How many of its controls were sent, hidden ones with the very value that they have. */
    private int likeness(Element one) {
        var values = kept.byName();
        return (int) one.select("[name]").stream().filter(control -> values.containsKey(control.attr("name"))
                && (!control.attr("type").equals("hidden")
                || values.get(control.attr("name")).contains(control.attr("value")))).count();
    }

    /** Whether the page has the form. */
    public boolean isFound() {
        return form.isPresent();
    }

    /** What was sent and has no place in the form; all of it where there is no form. Buttons are no text. */
    public List<KeptForm.Field> leftOver() {
        return kept.fields().stream().filter(field -> !placed.contains(field.name()) && !field.value().isBlank())
                .toList();
    }

    /** The page with a note under its heading. @param note HTML */
    public String with(String note) {
        Element heading = page.selectFirst("main h1");
        if (heading == null) {
            Optional.ofNullable(page.selectFirst("main")).orElse(page.body()).prepend(note);
        } else {
            Optional.ofNullable(heading.closest(".head")).orElse(heading).after(note);
        }
        return page.outerHtml();
    }

    private void fill(Element one) {
        Map<String, Deque<String>> left = new HashMap<>();
        kept.byName().forEach((name, values) -> left.put(name, new ArrayDeque<>(values)));
        for (Element control : one.select("input[name], select[name], textarea[name]")) {
            String name = control.attr("name");
            if (!LEFT_ALONE.contains(control.attr("type")) && !name.startsWith("_")) {
                fill(control, left.computeIfAbsent(name, unsent -> new ArrayDeque<>()));
            }
        }
        one.select("button[name]").forEach(button -> placed.add(button.attr("name")));
        left.forEach((name, values) -> {
            if (values.isEmpty()) {
                placed.add(name);
            }
        });
    }

    private static void fill(Element control, Deque<String> values) {
        switch (control.normalName() + ' ' + control.attr("type")) {
            case "input checkbox", "input radio" -> control.attr("checked",
                    values.remove(control.hasAttr("value") ? control.attr("value") : "on"));
            case "select " -> control.select("option").forEach(option -> option.attr("selected",
                    values.remove(option.hasAttr("value") ? option.attr("value") : option.text())));
            case "textarea " -> Optional.ofNullable(values.poll()).ifPresent(control::text);
            default -> Optional.ofNullable(values.poll()).ifPresent(value -> control.attr("value", value));
        }
    }
}
