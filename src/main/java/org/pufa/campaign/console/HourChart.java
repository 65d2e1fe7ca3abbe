package org.pufa.campaign.console;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Days;

/**
 * Entries of each hour of today and yesterday, drawn as two lines with their table; only full hours are drawn.
 *
 * @param peaks the names of the lines, each at its highest point
 * @param dotX where today's line ends; empty before the first full hour
 */
record HourChart(String title, String description, String note, List<Tick> ticks, List<HourLabel> hours, String today,
        String yesterday, String dotX, String dotY, List<Peak> peaks, boolean empty, List<HourRow> rows) {

    private static final int LEFT = 46;
    private static final int STEP = 28;
    private static final int TOP = 16;
    private static final int BOTTOM = 216;
    private static final int HOURS = 24;

    /** A line across, with its number. */
    record Tick(String y, String labelY, String label) {
    }

    record HourLabel(String x, String label) {
    }

    /** @param style {@code now} or {@code then} */
    record Peak(String x, String y, String style, String label) {
    }

    /** A row of the table. */
    record HourRow(String hour, String yesterday, String today) {
    }

    /** @param byHour number by hour in China, {@code 2026-11-23T10} */
    static HourChart of(ConsoleWords words, Lang lang, Map<String, Long> byHour, Instant now) {
        LocalDateTime local = LocalDateTime.ofInstant(now, Days.ZONE);
        List<Long> yesterday = day(byHour, local.toLocalDate().minusDays(1));
        List<Long> all = day(byHour, local.toLocalDate());
        List<Long> today = all.subList(0, local.getHour());
        long step = step(Math.max(max(yesterday), max(today)));
        return new HourChart(words.say(lang, "chart.title"), description(words, lang, yesterday, today),
                words.say(lang, "chart.note", local.getHour(), Format.time(now), all.get(local.getHour())),
                ticks(step), hourLabels(), points(today, step), points(yesterday, step),
                today.isEmpty() ? "" : x(today.size() - 1),
                today.isEmpty() ? "" : y(today.get(today.size() - 1), step),
                peaks(words, lang, yesterday, today, step), max(yesterday) == 0 && max(all) == 0,
                rows(words, lang, yesterday, today));
    }

    private static List<Long> day(Map<String, Long> byHour, LocalDate day) {
        return IntStream.range(0, HOURS).mapToObj(hour ->
                byHour.getOrDefault(String.format(Locale.ROOT, "%sT%02d", day, hour), 0L)).toList();
    }

    private static long max(List<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** The smallest of 1, 2, 5 × 10ⁿ of which at most five cover {@code highest}. */
    static long step(long highest) {
        for (long power = 1; ; power *= 10) {
            for (long digit : new long[] {1, 2, 5}) {
                if (digit * power * 5 >= highest) {
                    return digit * power;
                }
            }
        }
    }

    private static List<Tick> ticks(long step) {
        return IntStream.rangeClosed(0, 5).mapToObj(i -> new Tick(y(i * step, step),
                number(Double.parseDouble(y(i * step, step)) + 4), Format.number(i * step))).toList();
    }

    private static List<HourLabel> hourLabels() {
        return IntStream.range(0, HOURS / 2).mapToObj(i -> new HourLabel(x(2 * i), Integer.toString(2 * i))).toList();
    }

    private static String points(List<Long> numbers, long step) {
        var points = new StringBuilder();
        for (int hour = 0; hour < numbers.size(); hour++) {
            points.append(hour == 0 ? "" : " ").append(x(hour)).append(',').append(y(numbers.get(hour), step));
        }
        return points.toString();
    }

    private static List<Peak> peaks(ConsoleWords words, Lang lang, List<Long> yesterday, List<Long> today, long step) {
        var peaks = new ArrayList<Peak>();
        int now = peak(today);
        int then = peak(yesterday);
        if (now >= 0) {
            peaks.add(at(now, today.get(now), step, 10, "now", words.say(lang, "chart.today", today.get(now))));
        }
        if (then >= 0) {
            boolean near = now >= 0 && Math.abs(then - now) < 4
                    && Math.abs(yesterday.get(then) - today.get(now)) < step / 2.0 + 1;
            peaks.add(at(then, yesterday.get(then), step, near ? -18 : 10, "then",
                    words.say(lang, "chart.yesterday", yesterday.get(then))));
        }
        return peaks;
    }

    private static Peak at(int hour, long value, long step, int above, String style, String label) {
        double x = Math.min(Math.max(LEFT + hour * STEP, 84), 650);
        return new Peak(number(x), number(Math.max(Double.parseDouble(y(value, step)) - above, 12)), style, label);
    }

    /** The hour with most entries, the first of several; −1 where there are none. */
    private static int peak(List<Long> numbers) {
        long max = max(numbers);
        return max == 0 ? -1 : numbers.indexOf(max);
    }

    private static String description(ConsoleWords words, Lang lang, List<Long> yesterday, List<Long> today) {
        int then = peak(yesterday);
        int now = peak(today);
        return (then < 0 ? words.say(lang, "chart.none.yesterday")
                : words.say(lang, "chart.most.yesterday", then, yesterday.get(then)))
                + (now < 0 ? words.say(lang, "chart.none.today")
                : words.say(lang, "chart.most.today", today.size(), now, today.get(now)));
    }

    private static List<HourRow> rows(ConsoleWords words, Lang lang, List<Long> yesterday, List<Long> today) {
        return IntStream.range(0, HOURS).mapToObj(hour -> new HourRow(words.say(lang, "chart.hour", hour),
                Format.number(yesterday.get(hour)), hour < today.size() ? Format.number(today.get(hour)) : "–")).toList();
    }

    private static String x(int hour) {
        return number(LEFT + hour * STEP);
    }

    private static String y(long value, long step) {
        return number(BOTTOM - (BOTTOM - TOP) * (double) value / (5 * step));
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
