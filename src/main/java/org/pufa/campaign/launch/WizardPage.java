package org.pufa.campaign.launch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pufa.staff.ErrorLine;
import org.pufa.yaml.YamlTree;

/**
 * Model of {@code campaign/launch/step}.
 *
 * @param path of the draft, without a step
 * @param conflict who saved what in between, or ""
 * @param last when it was saved last, and by whom
 */
record WizardPage(String title, String name, String path, String step, String version, List<Station> stations,
        Wizard.Review review, String conflict, String last, List<ErrorLine> errors, List<FormPart> parts, String next,
        String lead) {

    /** A step of the wizard as the row of steps names it. @param note how much it still lacks, or "" */
    record Station(String label, String href, String note, boolean current, boolean done) {
    }

    /** The parts with each problem beside its field, and what somebody else saved beside what is typed. */
    static List<FormPart> marked(List<FormPart> parts, List<Problems.One> problems, YamlTree stored) {
        return parts.stream().map(part -> {
            var fields = part.fields().stream().map(field -> beside(marked(field, problems), stored)).toList();
            boolean open = fields.stream().anyMatch(field -> !field.error().isEmpty() || !field.other().isEmpty());
            var marked = part.with(fields, open);
            return problems.stream().filter(one -> one.field().equals(part.id())).findFirst()
                    .filter(one -> fields.stream().noneMatch(field -> one.isAt(field.name())))
                    .map(one -> marked.wrong(one.sentence())).orElse(marked);
        }).toList();
    }

    private static FormField marked(FormField field, List<Problems.One> problems) {
        return problems.stream().filter(one -> one.isAt(field.name())).findFirst()
                .map(one -> field.wrong(one.sentence())).orElse(field);
    }

    private static FormField beside(FormField field, YamlTree stored) {
        if (stored == null || field.name().startsWith("words") || field.checks()) {
            return field;
        }
        String other = field.date() ? WizardForm.forBrowser(stored.text(field.name())) : stored.text(field.name());
        return other.equals(field.value()) ? field : field.besides(other.isEmpty() ? "–" : other);
    }

    /** One line for each problem, linked to the nearest field there is. */
    static List<ErrorLine> lines(List<FormPart> parts, List<Problems.One> problems) {
        Set<String> ids = new HashSet<>();
        parts.forEach(part -> {
            ids.add(part.id());
            part.fields().forEach(field -> ids.add(field.name()));
        });
        var lines = new ArrayList<ErrorLine>();
        for (Problems.One one : problems) {
            String label = parts.stream().flatMap(part -> part.fields().stream().filter(field -> one.isAt(field.name()))
                    .map(field -> (part.main() ? "" : part.title() + " ") + field.label())).findFirst()
                    .orElseGet(() -> parts.stream().filter(part -> part.id().equals(one.field()))
                            .map(FormPart::title).findFirst().orElse(one.field()));
            lines.add(new ErrorLine(nearest(ids, one.field()), label + "：" + one.sentence()));
        }
        return lines;
    }

    private static String nearest(Set<String> ids, String field) {
        String at = field;
        while (!at.isEmpty() && !ids.contains(at) && !ids.contains(at + ".zh")) {
            int cut = Math.max(at.lastIndexOf('.'), at.lastIndexOf('['));
            at = cut < 0 ? "" : at.substring(0, cut);
        }
        return at.isEmpty() ? "main" : ids.contains(at) ? at : at + ".zh";
    }
}
