package org.pufa.outreach.sheet;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A day, or several, as people write them: 2019年12月4日, 2019.5.6至5.8, 2019年3月, 2019年. */
public record Period(LocalDate starts, LocalDate ends) {

    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:至|到|~|—|–|−|\\s-\\s)+\\s*");
    private static final Pattern DASH = Pattern.compile("-+");
    private static final Pattern DAY = Pattern.compile("(?:(\\d{4})[年./-])?(\\d{1,2})[月./-](\\d{1,2})[日号]?");
    private static final Pattern ONLY_DAY = Pattern.compile("(\\d{1,2})[日号]?");
    private static final Pattern MONTH = Pattern.compile("(?:(\\d{4})[年./-])?(\\d{1,2})月?");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})年?(?:全年|度)?");
    private static final Pattern PLAIN = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    /** How Excel counts days; what it shows as a plain number where the cell was not formatted as a date. */
    private static final Pattern SERIAL = Pattern.compile("[23456]\\d{4}(?:\\.0)?");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    /** Nothing for a text that says no day. */
    public static Optional<Period> of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replaceAll("\\s*([年月日./-])\\s*", "$1");
        try {
            return read(plain);
        } catch (DateTimeException e) {
            // 30 February, the 13th month
            return Optional.empty();
        }
    }

    private static Optional<Period> read(String text) {
        String[] parts = BETWEEN.split(text, 2);
        if (parts.length == 1 && (text.contains("年") || text.contains("月"))) {
            parts = DASH.split(text, 2);
        }
        var first = one(parts[0].strip(), null);
        if (parts.length == 1 || first.isEmpty()) {
            return first;
        }
        return one(parts[1].strip(), first.get().starts()).filter(last -> !last.ends().isBefore(first.get().starts()))
                .map(last -> new Period(first.get().starts(), last.ends()));
    }

    /** @param from the day whose year and month are meant where they are left out; null where they cannot be */
    private static Optional<Period> one(String text, LocalDate from) {
        if (SERIAL.matcher(text).matches()) {
            return Optional.of(day(SERIAL_ZERO.plusDays(Long.parseLong(text.substring(0, 5)))));
        }
        Matcher plain = PLAIN.matcher(text);
        if (plain.matches()) {
            return Optional.of(day(LocalDate.of(number(plain, 1), number(plain, 2), number(plain, 3))));
        }
        Matcher day = DAY.matcher(text);
        if (day.matches() && !(day.group(1) == null && from == null)) {
            return Optional.of(day(LocalDate.of(year(day, from), number(day, 2), number(day, 3))));
        }
        return month(text, from);
    }

    private static Optional<Period> month(String text, LocalDate from) {
        Matcher year = YEAR.matcher(text);
        if (year.matches()) {
            return Optional.of(new Period(LocalDate.of(number(year, 1), 1, 1), LocalDate.of(number(year, 1), 12, 31)));
        }
        Matcher only = ONLY_DAY.matcher(text);
        if (from != null && only.matches() && !text.endsWith("月")) {
            return Optional.of(day(from.withDayOfMonth(number(only, 1))));
        }
        Matcher month = MONTH.matcher(text);
        if (month.matches() && !(month.group(1) == null && from == null)) {
            var whole = YearMonth.of(year(month, from), number(month, 2));
            return Optional.of(new Period(whole.atDay(1), whole.atEndOfMonth()));
        }
        return Optional.empty();
    }

    private static Period day(LocalDate day) {
        return new Period(day, day);
    }

    private static int year(Matcher match, LocalDate from) {
        return match.group(1) == null ? from.getYear() : number(match, 1);
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
