package org.pufa.outreach.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.outreach.sheet.Period;

/**
 * When a task is to be done (时间节点).
 *
 * @param starts nothing where only the deadline counts
 * @param ends the deadline
 */
public record Timing(Optional<LocalDate> starts, LocalDate ends) {

    private static final Pattern BEFORE = Pattern.compile("^(.*?)(?:之?前|以前|前完成)[。.]?$");
    private static final Pattern WHOLE_YEAR = Pattern.compile("(?:全年|长期|常年|每月|年内|持续|贯穿全年)[^0-9]{0,6}");
    private static final Pattern YEAR_END = Pattern.compile("年底|年末");
    private static final Pattern MONTH_END = Pattern.compile("(\\d{1,2})月底");
    private static final Pattern QUARTER = Pattern.compile("第?([一二三四1234])季度");
    private static final Map<String, int[]> PARTS = Map.of("上半年", new int[] {1, 6}, "下半年", new int[] {7, 12},
            "一", new int[] {1, 3}, "二", new int[] {4, 6}, "三", new int[] {7, 9}, "四", new int[] {10, 12});
    private static final Pattern HAS_YEAR = Pattern.compile("^\\d{4}(?:[年./-]|\\d{4}|$).*");
    private static final Pattern MONTHS = Pattern.compile("(\\d{1,2})月?(?:-|至|到|~|—|–|－)(\\d{1,2})月(?:份)?");

    public Timing {
        Objects.requireNonNull(starts);
        Objects.requireNonNull(ends);
        if (starts.isPresent() && starts.get().isAfter(ends)) {
            throw new IllegalArgumentException("ends before it starts");
        }
    }

    public static Timing between(LocalDate starts, LocalDate ends) {
        return new Timing(Optional.of(starts), ends);
    }

    public static Timing until(LocalDate deadline) {
        return new Timing(Optional.empty(), deadline);
    }

    /** What a text says, such as 全年, 5月, 3—4月, 12月4日前 or 2026年5月6日至8日; nothing where it says no time. */
    public static Optional<Timing> parse(String text, int year) {
        String plain = text.replaceAll("[\\s　]+", "");
        if (WHOLE_YEAR.matcher(plain).matches()) {
            return Optional.of(between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
        }
        var before = BEFORE.matcher(plain);
        String day = YEAR_END.matcher(before.matches() ? before.group(1) : plain).replaceAll("12月31日");
        var monthEnd = MONTH_END.matcher(day);
        day = monthEnd.matches() ? monthEnd.group(1) + "月" : day;
        boolean deadline = before.matches() || monthEnd.matches() || YEAR_END.matcher(plain).find();
        return period(day, year).map(found -> deadline ? until(found.ends()) : between(found.starts(), found.ends()))
                .filter(found -> found.starts().isEmpty() || !found.starts().get().isAfter(found.ends()));
    }

    private static Optional<Period> period(String text, int year) {
        var months = MONTHS.matcher(text);
        var quarter = QUARTER.matcher(text);
        int[] part = PARTS.get(quarter.matches() ? "一二三四".charAt("一1二2三3四4".indexOf(quarter.group(1)) / 2) + "" : text);
        if (part != null) {
            return months(part[0], part[1], year);
        } else if (months.matches()) {
            return months(Integer.parseInt(months.group(1)), Integer.parseInt(months.group(2)), year);
        }
        String days = text.contains(".") ? text.replace("-", "至") : text.replace("月份", "月");
        return days.isEmpty() ? Optional.empty()
                : Period.of(HAS_YEAR.matcher(days).matches() ? days : year + "年" + days);
    }

    private static Optional<Period> months(int first, int last, int year) {
        return first < 1 || last > 12 || first > last ? Optional.empty() : Optional.of(new Period(
                LocalDate.of(year, first, 1), YearMonth.of(year, last).atEndOfMonth()));
    }

    /** How tables say it; years are left out where they are the plan's. */
    public String say(Lang lang, int year) {
        if (starts.isEmpty()) {
            return lang == Lang.ZH ? day(lang, ends, year) + "前" : "by " + day(lang, ends, year);
        }
        LocalDate first = starts.get();
        if (first.equals(LocalDate.of(year, 1, 1)) && ends.equals(LocalDate.of(year, 12, 31))) {
            return lang == Lang.ZH ? "全年" : "all year";
        } else if (first.equals(ends)) {
            return day(lang, ends, year);
        } else if (lang == Lang.ZH && first.getDayOfMonth() == 1 && first.getYear() == year && ends.getYear() == year
                && ends.equals(YearMonth.from(ends).atEndOfMonth())) {
            return first.getMonth() == ends.getMonth() ? first.getMonthValue() + "月"
                    : first.getMonthValue() + "月至" + ends.getMonthValue() + "月";
        }
        boolean oneMonth = lang == Lang.ZH && YearMonth.from(first).equals(YearMonth.from(ends));
        return day(lang, first, year) + (lang == Lang.ZH ? "至" : " – ")
                + (oneMonth ? ends.getDayOfMonth() + "日" : day(lang, ends, year));
    }

    private static String day(Lang lang, LocalDate day, int year) {
        return day.getYear() == year ? Format.day(lang, day) : Format.fullDay(lang, day);
    }

    /** The same days of another year; 29 February becomes 28. */
    public Timing movedBy(int years) {
        return new Timing(starts.map(day -> day.plusYears(years)), moved(ends, years));
    }

    /** The last of February stays the last. */
    private static LocalDate moved(LocalDate day, int years) {
        var month = YearMonth.from(day);
        return day.equals(month.atEndOfMonth()) ? month.plusYears(years).atEndOfMonth() : day.plusYears(years);
    }
}
