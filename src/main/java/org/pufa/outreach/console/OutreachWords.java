package org.pufa.outreach.console;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.outreach.Counted;
import org.pufa.outreach.Figure;
import org.pufa.outreach.Measure;
import org.pufa.outreach.Status;

/** The sentences of these pages. */
public final class OutreachWords {

    private final Messages messages;

    public OutreachWords(Messages messages) {
        this.messages = messages;
    }

    public Messages messages() {
        return messages;
    }

    /** The sentence {@code outreach.<key>}. */
    public String say(Lang lang, String key, Object... args) {
        return messages.get(lang, "outreach." + key, args);
    }

    public String counted(Lang lang, Counted way) {
        return say(lang, "counted." + way.code());
    }

    /** @param withdrawal whether the revision takes its record back */
    String status(Lang lang, Status status, boolean withdrawal) {
        return say(lang, withdrawal && status == Status.WAITING ? "status.withdrawing" : "status." + status.code());
    }

    /** Class of the tag that shows the status. */
    static String tone(Status status) {
        return switch (status) {
            case CONFIRMED -> "ok";
            case WAITING -> "warn";
            case RETURNED -> "bad";
            case WITHDRAWN -> "";
        };
    }

    /** 2019年12月4日, or from one day to another. */
    public static String days(Lang lang, LocalDate starts, LocalDate ends) {
        return starts.equals(ends) ? Format.fullDay(lang, starts)
                : Format.fullDay(lang, starts) + (lang == Lang.ZH ? "至" : " – ") + Format.fullDay(lang, ends);
    }

    /** 接受咨询 97 人次, in one line for each figure. */
    String figures(Lang lang, List<Figure> figures) {
        return figures.stream().map(figure -> figure(lang, figure.measure(), figure.amount()))
                .collect(Collectors.joining(lang == Lang.ZH ? "；" : "; "));
    }

    public static String figure(Lang lang, Measure measure, long amount) {
        return measure.name().in(lang) + ' ' + amount(lang, measure, amount);
    }

    /** 97 人次. */
    public static String amount(Lang lang, Measure measure, long amount) {
        return Format.number(amount) + ' ' + measure.unit().name().in(lang);
    }
}
