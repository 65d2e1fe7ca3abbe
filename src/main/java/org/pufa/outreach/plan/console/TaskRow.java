package org.pufa.outreach.plan.console;

import java.util.List;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.outreach.plan.Deed;
import org.pufa.outreach.plan.Fulfilment.Tracked;
import org.pufa.outreach.plan.Gauges;
import org.pufa.outreach.plan.Progress.Measured;
import org.pufa.outreach.plan.table.PlanTable;

/**
 * A task as the page of its plan shows it.
 *
 * @param number its place in the list
 * @param done how much fulfils it where it has no targets, or ""
 */
record TaskRow(String key, String number, String href, String contents, String office, String audiences, String goal, String means,
        String when, String section, String contact, String state, String tone, String done, List<Line> lines) {

    /**
     * How far one target was reached.
     *
     * @param counted what counts
     * @param href what it comes from
     * @param wanted the target with its unit
     * @param waiting what is not confirmed, or ""
     * @param share of the target in hundredths, 100 at most
     */
    record Line(String name, String counted, String href, String wanted, String waiting, int share, boolean met) {
    }

    static TaskRow of(PlanWords words, Lang lang, PlanTable table, Gauges gauges, int number, Tracked tracked) {
        var task = tracked.row().task();
        long counting = tracked.deeds().stream().filter(deed -> deed.stage() == Deed.Stage.COUNTS).count();
        return new TaskRow(Long.toString(tracked.row().key()), Integer.toString(number), href(tracked), task.contents(), task.office(),
                table.audiences(lang, task), task.goal(), task.means(), task.timing().say(lang, tracked.plan().year()),
                task.section(), task.contact(), words.state(lang, tracked.progress()),
                PlanWords.tone(tracked.progress()), task.targets().isEmpty() ? words.say(lang, "done", counting) : "",
                lines(words, lang, gauges, tracked));
    }

    static String href(Tracked tracked) {
        return tracked.plan().path() + "/tasks/" + tracked.row().key();
    }

    static List<Line> lines(PlanWords words, Lang lang, Gauges gauges, Tracked tracked) {
        return tracked.progress().measured().stream().map(one -> line(words, lang, gauges, href(tracked), one)).toList();
    }

    private static Line line(PlanWords words, Lang lang, Gauges gauges, String href, Measured one) {
        var gauge = gauges.find(one.target().gauge());
        String name = gauge.map(found -> found.called(lang)).orElse(one.target().gauge());
        String wanted = gauge.map(found -> found.amount(lang, one.target().amount()))
                .orElse(Format.number(one.target().amount()));
        String waiting = one.waiting() == 0 ? "" : words.say(lang, "waiting", gauge.map(found ->
                found.amount(lang, one.waiting())).orElse(Format.number(one.waiting())));
        return new Line(name, Format.number(one.counted()), href + "#deeds", wanted, waiting,
                (int) Math.min(100, one.counted() * 100 / one.target().amount()), one.isMet());
    }
}
