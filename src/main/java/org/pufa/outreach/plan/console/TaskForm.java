package org.pufa.outreach.plan.console;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pufa.outreach.Audience;
import org.pufa.outreach.Catalogue;
import org.pufa.outreach.plan.Gauge;
import org.pufa.outreach.plan.Gauges;
import org.pufa.outreach.plan.Target;
import org.pufa.outreach.plan.Task;
import org.pufa.outreach.plan.Timing;
import org.pufa.outreach.plan.table.TaskLimits;
import org.pufa.web.FormFields;

/** Reads a task from the fields of its form; what is wrong is reported to the fields. */
final class TaskForm {

    private final FormFields form;
    private final Offer offer;

    /** What can be chosen. @param laws short names of the stored laws; @param year of the plan */
    record Offer(Catalogue catalogue, Gauges gauges, List<String> laws, int year) {
    }

    TaskForm(FormFields form, Offer offer) {
        this.form = form;
        this.offer = offer;
    }

    /** Nothing where the fields have errors. */
    Optional<Task> read() {
        String office = form.text("office").required().atMost(TaskLimits.NAME).get();
        String content = form.text("content").atMost(TaskLimits.CONTENT).get();
        var laws = known(form.many("law").get(), offer.laws());
        if (laws.isEmpty() && content.isEmpty()) {
            form.refuse("content", "outreach.plan.form.no-content");
        }
        var audiences = known(form.many("audience").get(), offer.catalogue().audiences().stream().map(Audience::code)
                .toList());
        String others = form.text("others").atMost(TaskLimits.WORDS).get();
        String goal = form.text("goal").atMost(TaskLimits.WORDS).get();
        String means = form.text("means").atMost(TaskLimits.WORDS).get();
        String section = form.text("section").required().atMost(TaskLimits.NAME).get();
        String contact = form.text("contact").atMost(TaskLimits.NAME).get();
        var timing = timing();
        var targets = targets();
        return form.errors().isEmpty() ? Optional.of(new Task(office, laws, content, audiences, others, goal, means,
                timing.orElseThrow(), section, contact, targets)) : Optional.empty();
    }

    private static List<String> known(List<String> sent, List<String> known) {
        return known.stream().filter(sent::contains).toList();
    }

    private Optional<Timing> timing() {
        var starts = day("starts");
        var ends = day("ends");
        if (form.raw("ends").isBlank()) {
            form.refuse("ends", "web.form.required");
        } else if (starts.isPresent() && ends.isPresent() && starts.get().isAfter(ends.get())) {
            form.refuse("ends", "outreach.form.ends");
        } else if (ends.isPresent() && Math.abs(ends.get().getYear() - offer.year()) > 1) {
            form.refuse("ends", "outreach.plan.form.other-year", Integer.toString(offer.year()));
        }
        return form.errors().isEmpty() ? ends.map(day -> new Timing(starts, day)) : Optional.empty();
    }

    private Optional<LocalDate> day(String name) {
        String text = form.text(name).get();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.replaceAll("[./年月]", "-").replace("日", "")));
        } catch (DateTimeParseException e) {
            form.refuse(name, "outreach.form.day", text);
            return Optional.empty();
        }
    }

    private List<Target> targets() {
        var targets = new ArrayList<Target>();
        for (int line = 1; line <= TaskLimits.TARGETS; line++) {
            String field = "target." + line;
            var amount = form.number(field).between(1, Target.MOST).optional();
            var gauge = offer.gauges().find(form.raw(field + ".gauge")).map(Gauge::code);
            if (amount.isPresent() && gauge.isEmpty()) {
                form.refuse(field, "outreach.plan.form.no-gauge");
            } else if (gauge.isPresent() && form.raw(field).isBlank()) {
                form.refuse(field, "outreach.plan.form.no-amount");
            } else if (gauge.isPresent() && targets.stream().anyMatch(one -> one.gauge().equals(gauge.get()))) {
                form.refuse(field, "outreach.plan.form.twice");
            } else if (amount.isPresent() && amount.getAsLong() >= 1 && amount.getAsLong() <= Target.MOST) {
                targets.add(new Target(gauge.get(), amount.getAsLong()));
            }
        }
        return targets;
    }
}
