package org.pufa.outreach.plan.console;

import io.vertx.core.Future;
import java.util.List;
import org.pufa.i18n.Lang;
import org.pufa.outreach.plan.Fulfilment.Tracked;
import org.pufa.staff.Permission;
import org.pufa.staff.Reminders;
import org.pufa.staff.SignedIn;

/** Tasks that are behind, on the first page of those who see plans. */
final class BehindReminders implements Reminders {

    private final PlanTools tools;

    BehindReminders(PlanTools tools) {
        this.tools = tools;
    }

    @Override
    public Future<List<Reminder>> of(SignedIn who, Lang lang) {
        return !who.may(Permission.SEE_OUTREACH) ? Future.succeededFuture(List.of())
                : tools.database().read(tx -> tools.fulfilment().behind(tx, who.unit()))
                        .map(behind -> behind.stream().map(one -> reminder(lang, one)).toList());
    }

    private Reminder reminder(Lang lang, Tracked one) {
        var task = one.row().task();
        return new Reminder(task.contents(), TaskRow.href(one), tools.words().state(lang, one.progress()),
                PlanWords.tone(one.progress()), tools.words().say(lang, "behind.sentence",
                Integer.toString(one.plan().year()), task.timing().say(lang, one.plan().year()), task.section()));
    }
}
