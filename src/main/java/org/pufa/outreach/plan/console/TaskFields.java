package org.pufa.outreach.plan.console;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.pufa.i18n.Lang;
import org.pufa.outreach.plan.Gauge;
import org.pufa.outreach.plan.Occasion;
import org.pufa.outreach.plan.Task;
import org.pufa.outreach.plan.console.PlansPages.Choice;
import org.pufa.outreach.plan.table.PlanTable;
import org.pufa.outreach.plan.table.TargetWords;
import org.pufa.outreach.plan.table.TaskLimits;
import org.pufa.web.FormFields;

/**
 * What the form of a task shows.
 *
 * @param now what is stored by now and differs from what was typed, by field; empty unless somebody else was faster
 */
record TaskFields(String office, List<Choice> laws, String content, List<Choice> audiences, String others, String goal,
        String means, String starts, String ends, String section, String contact, List<TargetLine> targets,
        Map<String, String> now) {

    /** @param groups what can be counted, sort by sort */
    record TargetLine(String field, String amount, List<Group> groups) {
    }

    record Group(String label, List<Choice> choices) {
    }

    /** What stands in the fields: nothing yet, what was typed, or what is stored. */
    record Typed(Function<String, String> one, Function<String, List<String>> many) {

        static Typed of(FormFields form) {
            return new Typed(form::raw, name -> form.many(name).get());
        }

        /** A new task of that office, at that time of the year if one is named. */
        static Typed fresh(String office, java.util.Optional<Occasion> occasion) {
            Map<String, String> one = new HashMap<>(Map.of("office", office));
            occasion.ifPresent(is -> {
                one.put("starts", is.starts().toString());
                one.put("ends", is.ends().toString());
            });
            return new Typed(name -> one.getOrDefault(name, ""), name -> List.of());
        }

        static Typed of(Task task) {
            var one = new HashMap<String, String>();
            one.put("office", task.office());
            one.put("content", task.content());
            one.put("others", task.others());
            one.put("goal", task.goal());
            one.put("means", task.means());
            one.put("starts", task.timing().starts().map(Object::toString).orElse(""));
            one.put("ends", task.timing().ends().toString());
            one.put("section", task.section());
            one.put("contact", task.contact());
            for (int i = 0; i < task.targets().size(); i++) {
                one.put("target." + (i + 1), Long.toString(task.targets().get(i).amount()));
                one.put("target." + (i + 1) + ".gauge", task.targets().get(i).gauge());
            }
            Map<String, List<String>> many = Map.of("law", task.laws(), "audience", task.audiences());
            return new Typed(name -> one.getOrDefault(name, ""), name -> many.getOrDefault(name, List.of()));
        }
    }

    static TaskFields of(Lang lang, TaskForm.Offer offer, Typed typed, Map<String, String> now) {
        var laws = typed.many().apply("law");
        var audiences = typed.many().apply("audience");
        return new TaskFields(typed.one().apply("office"), offer.laws().stream().map(law -> new Choice(law, law,
                laws.contains(law))).toList(), typed.one().apply("content"), offer.catalogue().audiences().stream()
                .map(one -> new Choice(one.code(), one.name().in(lang), audiences.contains(one.code()))).toList(),
                typed.one().apply("others"), typed.one().apply("goal"), typed.one().apply("means"),
                typed.one().apply("starts"), typed.one().apply("ends"), typed.one().apply("section"),
                typed.one().apply("contact"), targets(lang, offer, typed), now);
    }

    /** As many lines as are filled, and two more. */
    private static List<TargetLine> targets(Lang lang, TaskForm.Offer offer, Typed typed) {
        int filled = 0;
        for (int line = 1; line <= TaskLimits.TARGETS; line++) {
            boolean empty = (typed.one().apply("target." + line) + typed.one().apply("target." + line + ".gauge")).isBlank();
            filled = empty ? filled : line;
        }
        var lines = new ArrayList<TargetLine>();
        for (int line = 1; line <= Math.min(TaskLimits.TARGETS, filled + 2); line++) {
            lines.add(new TargetLine("target." + line, typed.one().apply("target." + line), groups(lang, offer,
                    typed.one().apply("target." + line + ".gauge"))));
        }
        return lines;
    }

    private static List<Group> groups(Lang lang, TaskForm.Offer offer, String chosen) {
        var groups = new LinkedHashMap<String, List<Choice>>();
        for (Gauge gauge : offer.gauges().all()) {
            groups.computeIfAbsent(gauge.group().in(lang), label -> new ArrayList<>())
                    .add(new Choice(gauge.code(), gauge.label(lang), gauge.code().equals(chosen)));
        }
        return groups.entrySet().stream().map(group -> new Group(group.getKey(), group.getValue())).toList();
    }

    /** What is stored in another way than it was typed, in words. */
    static Map<String, String> differing(Lang lang, TaskForm.Offer offer, Typed typed, Task stored) {
        var now = new HashMap<String, String>();
        var is = Typed.of(stored);
        for (String field : List.of("office", "content", "others", "goal", "means", "starts", "ends", "section", "contact")) {
            put(now, field, !is.one().apply(field).equals(typed.one().apply(field).replace("\r\n", "\n").strip()),
                    is.one().apply(field));
        }
        put(now, "law", !List.copyOf(stored.laws()).equals(typed.many().apply("law")), String.join("、", stored.laws()));
        put(now, "audience", !stored.audiences().equals(typed.many().apply("audience")),
                new PlanTable(offer.catalogue(), offer.gauges()).audiences(lang, stored));
        String targets = new TargetWords(offer.gauges()).say(lang, stored.targets());
        boolean same = true;
        for (int line = 1; line <= TaskLimits.TARGETS; line++) {
            String field = "target." + line;
            same &= is.one().apply(field).equals(typed.one().apply(field))
                    && is.one().apply(field + ".gauge").equals(typed.one().apply(field + ".gauge"));
        }
        put(now, "targets", !same, targets);
        return now;
    }

    private static void put(Map<String, String> now, String field, boolean differs, String stored) {
        if (differs) {
            now.put(field, stored.isEmpty() ? "–" : stored);
        }
    }
}
