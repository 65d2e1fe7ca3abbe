package org.pufa.outreach.plan.console;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.outreach.plan.CampaignDeeds;
import org.pufa.outreach.plan.Deed;
import org.pufa.outreach.plan.Fulfilment.Tracked;
import org.pufa.outreach.plan.Occasion;
import org.pufa.outreach.plan.Plan;

/** Twelve months, each with its days and what they bring, in words below. */
final class CalendarView {

    /** What a month shows without being opened. */
    private static final int SHOWN = 7;
    private static final int DAYS = 7;

    /** One month. @param rest what stands behind the first entries */
    record Month(String name, boolean current, List<Week> weeks, List<Entry> entries, List<Entry> rest, String more) {
    }

    record Week(List<Day> days) {
    }

    /** A day; without a number where the week reaches into another month. @param marks classes, or "" */
    record Day(String number, String marks) {
    }

    /** @param sort class of its mark; @param told what its mark means, in words; @param add where a task is made of it */
    record Entry(String sort, String told, String when, String title, String href, String state, String tone, String add) {

        /** The same in a later month. */
        Entry continued() {
            return new Entry(sort, told, when, title, href, state, tone, "");
        }
    }

    /** An entry with the days it covers, by which it is ordered. */
    private record Placed(int rank, LocalDate starts, LocalDate ends, Entry entry) {

        boolean touches(YearMonth month) {
            return !starts.isAfter(month.atEndOfMonth()) && !ends.isBefore(month.atDay(1));
        }
    }

    private final PlanWords words;
    private final Lang lang;
    private final Plan plan;
    private final LocalDate today;
    private final boolean mayAdd;

    /** @param mayAdd whether tasks can be made of the fixed times */
    CalendarView(PlanWords words, Lang lang, Plan plan, LocalDate today, boolean mayAdd) {
        this.words = words;
        this.lang = lang;
        this.plan = plan;
        this.today = today;
        this.mayAdd = mayAdd;
    }

    List<Month> months(List<Tracked> tasks, List<Deed> deeds) {
        var all = new ArrayList<Placed>();
        Occasion.of(plan.year()).forEach(one -> all.add(occasion(one)));
        tasks.forEach(one -> all.add(deadline(one)));
        deeds.stream().filter(deed -> deed.stage() != Deed.Stage.VOID).forEach(deed -> all.add(deed(deed)));
        all.sort(Comparator.comparingInt(Placed::rank).thenComparing(Placed::starts));
        var months = new ArrayList<Month>();
        for (int month = 1; month <= 12; month++) {
            months.add(month(YearMonth.of(plan.year(), month), all));
        }
        return months;
    }

    private Placed occasion(Occasion one) {
        return new Placed(0, one.starts(), one.ends(), new Entry("occasion", words.say(lang, "calendar.occasion"),
                days(one.starts(), one.ends()), words.say(lang, "occasion." + one.code()), "", "", "",
                mayAdd ? plan.path() + "/tasks/new?occasion=" + one.code() : ""));
    }

    private Placed deadline(Tracked one) {
        LocalDate day = one.row().task().timing().ends();
        return new Placed(1, day, day, new Entry("deadline", words.say(lang, "calendar.deadline"), Format.day(lang, day),
                one.row().task().contents(), TaskRow.href(one), words.state(lang, one.progress()),
                PlanWords.tone(one.progress()), ""));
    }

    private Placed deed(Deed deed) {
        boolean campaign = deed.kind().equals(CampaignDeeds.KIND);
        return new Placed(campaign ? 2 : 3, deed.starts(), deed.ends(), new Entry(campaign ? "campaign" : "deed",
                words.say(lang, campaign ? "calendar.campaign" : "calendar.deed"), days(deed.starts(), deed.ends()),
                deed.title(), deed.href(), deed.stage() == Deed.Stage.COUNTS ? "" : words.stage(lang, deed.stage()),
                PlanWords.tone(deed.stage()), ""));
    }

    private String days(LocalDate starts, LocalDate ends) {
        if (starts.equals(ends)) {
            return Format.day(lang, starts);
        }
        boolean sameYear = starts.getYear() == ends.getYear();
        return (sameYear ? Format.day(lang, starts) : Format.fullDay(lang, starts)) + (lang == Lang.ZH ? "至" : " – ")
                + (sameYear ? Format.day(lang, ends) : Format.fullDay(lang, ends));
    }

    private Month month(YearMonth month, List<Placed> all) {
        var here = all.stream().filter(one -> one.touches(month)).toList();
        var entries = here.stream().map(one -> YearMonth.from(one.starts()).equals(month) ? one.entry()
                : one.entry().continued()).toList();
        int shown = entries.size() <= SHOWN + 1 ? entries.size() : SHOWN;
        return new Month(words.say(lang, "month." + month.getMonthValue()), month.equals(YearMonth.from(today)),
                weeks(month, here), entries.subList(0, shown), entries.subList(shown, entries.size()),
                words.say(lang, "calendar.more", entries.size() - shown));
    }

    private List<Week> weeks(YearMonth month, List<Placed> here) {
        Map<LocalDate, TreeSet<String>> marks = new HashMap<>();
        for (Placed one : here) {
            LocalDate last = one.ends().isAfter(month.atEndOfMonth()) ? month.atEndOfMonth() : one.ends();
            LocalDate first = one.starts().isBefore(month.atDay(1)) ? month.atDay(1) : one.starts();
            first.datesUntil(last.plusDays(1)).forEach(day -> marks.computeIfAbsent(day, key -> new TreeSet<>())
                    .add(one.entry().sort()));
        }
        if (month.equals(YearMonth.from(today))) {
            marks.computeIfAbsent(today, key -> new TreeSet<>()).add("today");
        }
        var weeks = new ArrayList<Week>();
        LocalDate monday = month.atDay(1).minusDays(month.atDay(1).getDayOfWeek().getValue() - 1L);
        for (LocalDate week = monday; !week.isAfter(month.atEndOfMonth()); week = week.plusWeeks(1)) {
            var days = new ArrayList<Day>();
            for (int i = 0; i < DAYS; i++) {
                LocalDate day = week.plusDays(i);
                days.add(!YearMonth.from(day).equals(month) ? new Day("", "")
                        : new Day(Integer.toString(day.getDayOfMonth()), String.join(" ", marks.getOrDefault(day,
                        new TreeSet<>()))));
            }
            weeks.add(new Week(days));
        }
        return weeks;
    }
}
