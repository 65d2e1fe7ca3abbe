package org.pufa.campaign.console;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;

/**
 * Entries of each day, drawn as bars; the table of days stands beneath it.
 *
 * @param title names the picture, {@code description} says what is to be seen in it
 */
record DayChart(String title, String description, List<Tick> ticks, List<Bar> bars, List<DayLabel> days,
        boolean empty) {

    private static final int MOST_DAYS = 62;
    private static final int LEFT = 46;
    private static final int WIDTH = 644;
    private static final int TOP = 16;
    private static final int BOTTOM = 156;
    private static final int LABELS = 8;

    /** A line across, with its number. */
    record Tick(String y, String labelY, String label) {
    }

    /** The entries of one day. */
    record Bar(String x, String y, String width, String height) {
    }

    record DayLabel(String x, String label) {
    }

    /** @param byDay number by day in China, {@code 2026-11-23}; the last days where they are very many */
    static DayChart of(ConsoleWords words, Lang lang, Map<String, Long> byDay, LocalDate today) {
        LocalDate first = byDay.keySet().stream().map(LocalDate::parse).min(LocalDate::compareTo).orElse(today);
        LocalDate from = first.isBefore(today.minusDays(MOST_DAYS - 1L)) ? today.minusDays(MOST_DAYS - 1L) : first;
        var days = from.datesUntil(today.plusDays(1)).toList();
        long highest = days.stream().mapToLong(day -> byDay.getOrDefault(day.toString(), 0L)).max().orElse(0);
        long step = HourChart.step(highest);
        double wide = (double) WIDTH / Math.max(days.size(), 7);
        var bars = new ArrayList<Bar>();
        var labels = new ArrayList<DayLabel>();
        int every = (days.size() + LABELS - 1) / LABELS;
        for (int i = 0; i < days.size(); i++) {
            double top = y(byDay.getOrDefault(days.get(i).toString(), 0L), step);
            bars.add(new Bar(number(LEFT + i * wide + wide * 0.15), number(top), number(wide * 0.7), number(BOTTOM - top)));
            if ((days.size() - 1 - i) % every == 0) {
                labels.add(new DayLabel(number(LEFT + (i + 0.5) * wide), Format.day(lang, days.get(i))));
            }
        }
        return new DayChart(words.say(lang, "day-chart.title"), description(words, lang, byDay, days, highest), ticks(step),
                bars, labels, highest == 0);
    }

    private static String description(ConsoleWords words, Lang lang, Map<String, Long> byDay, List<LocalDate> days,
            long highest) {
        return days.stream().filter(day -> highest > 0 && byDay.getOrDefault(day.toString(), 0L) == highest).findFirst()
                .map(day -> words.say(lang, "day-chart.most", Format.day(lang, day), highest))
                .orElseGet(() -> words.say(lang, "chart.empty"));
    }

    private static List<Tick> ticks(long step) {
        var ticks = new ArrayList<Tick>();
        for (int i = 0; i <= 5; i++) {
            double y = y(i * step, step);
            ticks.add(new Tick(number(y), number(y + 4), Format.number(i * step)));
        }
        return ticks;
    }

    private static double y(long value, long step) {
        return BOTTOM - (BOTTOM - TOP) * (double) value / (5 * step);
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
