package org.pufa.kinds.quiz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.ledger.Entries.SheetBody;

/** The columns of an export: for each place on the paper the question, what was picked and whether it is right. */
final class SheetCells {

    private static final int PER_PLACE = 3;

    private final QuizPlan plan;
    private final Map<Long, Asked> asked;
    private final Messages messages;

    SheetCells(QuizPlan plan, Map<Long, Asked> asked, Messages messages) {
        this.plan = plan;
        this.asked = asked;
        this.messages = messages;
    }

    List<String> columns(Lang lang) {
        var columns = new ArrayList<String>();
        for (int number = 1; number <= plan.draw().questions(); number++) {
            columns.add(messages.get(lang, "quiz.export.question", number));
            columns.add(messages.get(lang, "quiz.export.picked", number));
            columns.add(messages.get(lang, "quiz.export.right", number));
        }
        columns.add(messages.get(lang, "quiz.export.score"));
        return columns;
    }

    List<String> cells(Lang lang, SheetBody body) {
        var sheet = GradedSheet.read(body.body()).under(asked);
        var cells = new ArrayList<String>();
        for (GradedSheet.Answered item : sheet.items().subList(0, Math.min(sheet.items().size(),
                plan.draw().questions()))) {
            cells.add(question(item.revision()));
            cells.add(String.join("", item.picked()));
            cells.add(messages.get(lang, item.right() ? "quiz.right" : "quiz.wrong"));
        }
        while (cells.size() < PER_PLACE * plan.draw().questions()) {
            cells.add("");
        }
        cells.add(Integer.toString(sheet.score()));
        return cells;
    }

    /** LC-001/2: the second revision of LC-001, whose letters those of the picks are. */
    private String question(long revision) {
        Asked known = asked.get(revision);
        return known == null ? "#" + revision : known.question().id() + "/" + known.revision().number();
    }
}
