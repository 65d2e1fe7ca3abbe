package org.pufa.bank.console;

import java.util.List;
import org.pufa.bank.intake.Progress.Phase;
import org.pufa.bank.preview.Readings;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.staff.Uploads;
import org.pufa.web.View;

/**
 * Model of {@code bank/console/reading}: how far a long file has come, or why nothing came of it.
 *
 * @param step of the steps that each file takes, from 1
 * @param share of the whole, in percent
 * @param counted how many of the questions are done in this step, or ""
 * @param failed none while the file is being read
 */
record ReadingPage(String title, String step, int share, String counted, List<String> failed) {

    private static final String SECONDS = "1";

    /** While the file is being read, the browser asks again by itself, with or without scripts. */
    static View view(BankWords words, Lang lang, Uploads.Sent file, Readings.State state) {
        var point = state.point();
        int steps = Phase.values().length;
        int place = point.phase().ordinal();
        int within = point.total() == 0 ? 0 : 100 * point.done() / point.total();
        var failed = state.failed().stream().map(reason -> words.messages().get(lang, reason.key(), reason.args()))
                .toList();
        var view = View.page("bank/console/reading", new ReadingPage(words.say(lang, failed.isEmpty() ? "reading.title"
                : "reading.failed", file.name()), words.say(lang, "reading.step", place + 1, steps,
                words.say(lang, "reading." + point.phase().code())), (100 * place + within) / steps,
                point.total() == 0 ? "" : words.say(lang, "reading.counted", Format.number(point.done()),
                        Format.number(point.total())), failed));
        return failed.isEmpty() ? view.header("Refresh", SECONDS) : view;
    }
}
