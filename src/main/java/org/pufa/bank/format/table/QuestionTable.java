package org.pufa.bank.format.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pufa.bank.QuestionPicture;
import org.pufa.bank.format.OptionLabels;
import org.pufa.bank.format.RawDraft;
import org.pufa.bank.format.text.Figures;
import org.pufa.bank.format.text.RedAnswer;
import org.pufa.bank.format.text.Signs;
import org.pufa.bank.intake.RawPicture;
import org.pufa.bank.intake.RawQuestion;
import org.pufa.bank.intake.Reason;

/** Reads the questions of one table, whose columns may stand in any order. */
public final class QuestionTable {

    private static final Pattern SECTION = Pattern.compile(
            "[\\s　]*(?:第?[一二三四五六七八九十]+(?:部分)?[、.．:：\\s])?[\\s　]*(\\S{0,8}[题])[\\s　]*(?:[(（【].*)?");
    private static final int LONGEST_CODE = 10;

    private final Headings headings;
    private final Figures figures;
    private final List<RawQuestion> questions = new ArrayList<>();
    private String section = "";

    private QuestionTable(Headings headings, Figures figures) {
        this.headings = headings;
        this.figures = figures;
    }

    /** Every question in the rows, or nothing when no row says what the columns hold. */
    public static Optional<List<RawQuestion>> read(List<TableRow> rows) {
        return read(rows, new Figures());
    }

    /** @param figures those that the cells name by their index */
    public static Optional<List<RawQuestion>> read(List<TableRow> rows, Figures figures) {
        return Headings.in(rows).map(headings -> new QuestionTable(headings, figures).below(rows));
    }

    /** Whether one of the rows says what the columns hold. */
    public static boolean isOne(List<TableRow> rows) {
        return Headings.in(rows).isPresent();
    }

    private List<RawQuestion> below(List<TableRow> rows) {
        var group = new ArrayList<TableRow>();
        for (TableRow row : rows) {
            if (row.number() > headings.row().number() && !row.isBlank() && !headings.areIn(row)) {
                if (!headings.continues(row, Column.STEM)) {
                    finish(group);
                }
                group.add(row);
            }
        }
        finish(group);
        return questions;
    }

    /** Rows that share one stem are one question with an option in each. */
    private void finish(List<TableRow> group) {
        if (group.isEmpty()) {
            return;
        }
        var first = group.get(0);
        var heading = section(first);
        if (group.size() == 1 && heading.isPresent()) {
            section = heading.get();
        } else if (group.size() > 1 || holdsSomething(first)) {
            questions.add(question(first, group));
        }
        group.clear();
    }

    /** "二、多选题" alone in a row names the type of the rows below it. */
    private Optional<String> section(TableRow row) {
        var filled = row.cells().stream().filter(cell -> !cell.isBlank()).distinct().toList();
        var match = filled.size() == 1 ? SECTION.matcher(filled.get(0)) : null;
        return match != null && match.matches() ? Optional.of(match.group(1)) : Optional.empty();
    }

    /** A row of a template that is numbered in advance, but has nothing in it, is no question. */
    private boolean holdsSomething(TableRow row) {
        boolean said = !headings.options(row).stream().allMatch(String::isBlank)
                || Arrays.stream(Column.values()).filter(column -> column.ordinal() >= Column.STEM.ordinal()
                        && column.ordinal() <= Column.QUOTE.ordinal())
                        .anyMatch(column -> !headings.text(row, column).isBlank());
        return said || row.cells().stream().anyMatch(cell -> cell.length() > LONGEST_CODE);
    }

    private RawQuestion question(TableRow first, List<TableRow> group) {
        String type = headings.text(first, Column.TYPE);
        String given = joined(group, Column.ANSWER);
        String red = red(group);
        var draft = new RawDraft(first.number()).type(type.isBlank() ? section : type)
                .stem(headings.text(first, Column.STEM)).answer(given.isBlank() ? red : given)
                .explanation(joined(group, Column.EXPLANATION)).citation(headings.text(first, Column.CITATION))
                .quote(headings.text(first, Column.QUOTE)).difficulty(headings.text(first, Column.DIFFICULTY))
                .topic(headings.text(first, Column.TOPIC)).code(headings.text(first, Column.CODE))
                .source(source(group));
        options(group, draft).forEach(draft::option);
        RedAnswer.conflict(given, red).ifPresent(draft::reason);
        group.forEach(row -> row.reasons().forEach(draft::reason));
        group.forEach(row -> illustrate(row, draft));
        if (questions.isEmpty() && !headings.unknown().isEmpty()) {
            draft.reason(Reason.warning("bank.intake.table.columns-unknown", String.join("、", headings.unknown())));
        }
        return draft.raw();
    }

    /** The options in red, if only some of them are; "" where colour tells nothing. */
    private String red(List<TableRow> group) {
        String choice = headings.marked(group.get(0), Column.OPTIONS);
        if (RedAnswer.isJudgement(choice)) {
            return RedAnswer.judged(choice);
        }
        var marked = headings.markedOptions(group.get(0)).stream().filter(cell -> !cell.isBlank()).toList();
        var options = !marked.isEmpty() ? marked : OptionCell.split(group.stream()
                .map(row -> headings.marked(row, Column.OPTIONS)).filter(cell -> !cell.isBlank())
                .collect(Collectors.joining("\n")));
        var red = IntStream.range(0, options.size()).filter(place -> Signs.isRed(options.get(place)))
                .mapToObj(RawDraft::letter).toList();
        return red.size() < options.size() ? String.join("", red) : "";
    }

    /** A picture belongs to what its column holds; one beside all that, to the stem. */
    private void illustrate(TableRow row, RawDraft draft) {
        for (int place = 0; place < row.marked().size(); place++) {
            String cell = row.marked().get(place);
            var column = headings.column(place).orElse(Column.PICTURE);
            String where = switch (column) {
                case OPTION -> RawDraft.letter(headings.option(place));
                case ANSWER, EXPLANATION, CITATION, QUOTE -> RawPicture.ASIDE;
                default -> QuestionPicture.STEM;
            };
            var taken = figures.take(cell, where, draft::reason);
            taken.forEach(draft::picture);
            if (column == Column.OPTIONS && !taken.isEmpty()) {
                draft.reason(Reason.warning("bank.intake.picture.below"));
            }
        }
        String named = headings.text(row, Column.PICTURE);
        if (!named.isBlank()) {
            draft.reason(Reason.refusal("bank.intake.picture.named", shown(named)));
        }
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private String joined(List<TableRow> group, Column column) {
        return group.stream().map(row -> headings.text(row, column)).filter(text -> !text.isBlank())
                .collect(Collectors.toCollection(LinkedHashSet::new)).stream().collect(Collectors.joining("\n"));
    }

    /** An empty cell between options stays, so that letters keep their places; those after the last do not. */
    private List<String> options(List<TableRow> group, RawDraft draft) {
        var first = headings.options(group.get(0));
        int used = first.size();
        while (used > 0 && first.get(used - 1).isBlank()) {
            used--;
        }
        String cell = joined(group, Column.OPTIONS);
        if (used > 0 && !cell.isBlank()) {
            draft.reason(Reason.warning("bank.intake.table.options-twice"));
        }
        if (used > 0 && OptionLabels.isDoubtful(first.subList(0, used))) {
            draft.reason(Reason.warning("bank.intake.table.labels", first.get(0)));
        }
        return used > 0 ? OptionLabels.strip(first.subList(0, used))
                : RedAnswer.isJudgement(cell) ? List.of() : OptionCell.split(cell);
    }

    private static String source(List<TableRow> group) {
        return group.stream().map(row -> String.join(" | ", row.cells()).replaceAll("( \\| )+$", ""))
                .collect(Collectors.joining("\n"));
    }
}
