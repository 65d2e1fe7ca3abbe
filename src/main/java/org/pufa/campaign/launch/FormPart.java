package org.pufa.campaign.launch;

import java.util.List;

/**
 * A group of fields under one heading; several make up a step of the wizard.
 *
 * @param id path of the list item or map it stands for, or of the list whose mistakes are shown here
 * @param main whether it begins a new part of the page; else it belongs to the part above
 * @param folded whether it is opened only by those who want it
 * @param row whether its fields stand beside each other
 * @param note a figure that follows from the fields, such as how many questions there are, or ""
 * @param acts buttons that add, take away or move what stands here
 */
public record FormPart(String id, String title, String hint, boolean main, boolean folded, boolean row, String note,
        String error, List<FormField> fields, List<Act> acts) {

    public FormPart {
        fields = List.copyOf(fields);
        acts = List.copyOf(acts);
    }

    /** A button. @param value such as {@code remove:quiz.draw[2]}; @param label names what it acts on for those who
     *  only hear it */
    public record Act(String value, String text, String label) {
    }

    public static FormPart of(String id, String title, String hint, List<FormField> fields) {
        return new FormPart(id, title, hint, true, false, false, "", "", fields, List.of());
    }

    /** A part of a part, its fields beside each other. */
    public static FormPart row(String id, String title, List<FormField> fields) {
        return new FormPart(id, title, "", false, false, true, "", "", fields, List.of());
    }

    /** A part of a part, its fields below each other. */
    public static FormPart card(String id, String title, List<FormField> fields) {
        return new FormPart(id, title, "", false, false, false, "", "", fields, List.of());
    }

    public FormPart with(List<Act> buttons) {
        return new FormPart(id, title, hint, main, folded, row, note, error, fields, buttons);
    }

    public FormPart noting(String figure) {
        return new FormPart(id, title, hint, main, folded, row, figure, error, fields, acts);
    }

    /** The same with its fields beside each other. */
    public FormPart inRow() {
        return new FormPart(id, title, hint, main, folded, true, note, error, fields, acts);
    }

    public FormPart foldedAway() {
        return new FormPart(id, title, hint, main, true, row, note, error, fields, acts);
    }

    FormPart wrong(String sentence) {
        return new FormPart(id, title, hint, main, folded, row, note, sentence, fields, acts);
    }

    FormPart with(List<FormField> others, boolean open) {
        return new FormPart(id, title, hint, main, folded && !open, row, note, error, others, acts);
    }
}
