package org.pufa.bank.law;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with its unit as it stands in a text, such as 三十日, 12个月 or 百分之八十.
 *
 * @param value in {@code unit}; a year counts as twelve months
 * @param unit 日, 工作日, 月, 小时, 周, 岁, 倍, 元 or %
 * @param written as it stands in the text
 * @param bound whether it is spoken of as a limit: 不超过, 至少, 以内, 提前 …
 */
record Quantity(BigDecimal value, String unit, String written, boolean bound) {

    private static final int MONTHS = 12;
    private static final int LATEST_COUNT_OF_YEARS = 200;
    private static final Pattern NUMBER_WITH_UNIT = Pattern.compile("(第|月|年|\\d-)?(百分之)?(半|[" + Numerals.CHARACTERS
            + "]{1,9}(?:\\.[0-9]{1,3})?)(个工作日|工作日|日|天|个半月|个月|年半|年|周岁|岁|小时|周|倍|万元|元|%)?");
    private static final Map<String, String> UNITS = Map.ofEntries(Map.entry("日", "日"), Map.entry("天", "日"),
            Map.entry("工作日", "工作日"), Map.entry("个工作日", "工作日"), Map.entry("个月", "月"), Map.entry("个半月", "月"),
            Map.entry("年", "月"), Map.entry("年半", "月"), Map.entry("周岁", "岁"), Map.entry("岁", "岁"),
            Map.entry("小时", "小时"), Map.entry("周", "周"), Map.entry("倍", "倍"), Map.entry("元", "元"),
            Map.entry("万元", "元"), Map.entry("%", "%"));
    private static final Pattern LIMIT_BEFORE = Pattern.compile(".*(超过|最长|最多|至多|最高|最短|最低|最少|至少|不少于|低于"
            + "|提前|高于|多于)[^，。；,;]{0,4}$");
    private static final Pattern LIMIT_AFTER = Pattern.compile("^(?:的)?(以内|之内|内|以上|以下|期限内).*");
    private static final int NEAR = 12;

    /** Every quantity of a text; dates and ordinals are none. */
    static List<Quantity> in(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
        var found = new ArrayList<Quantity>();
        Matcher matcher = NUMBER_WITH_UNIT.matcher(plain);
        while (matcher.find()) {
            add(plain, matcher, found);
        }
        return found;
    }

    private static void add(String plain, Matcher matcher, List<Quantity> found) {
        boolean percent = matcher.group(2) != null;
        String unit = percent ? "%" : matcher.group(4);
        if (unit == null || matcher.group(1) != null) {
            return;
        }
        BigDecimal number = number(matcher.group(3));
        boolean calendarYear = unit.startsWith("年") && number != null && number.intValue() >= LATEST_COUNT_OF_YEARS;
        if (number != null && !calendarYear) {
            found.add(new Quantity(scaled(number, unit), UNITS.get(unit), matcher.group(),
                    isLimit(plain, matcher.start(), matcher.end())));
        }
    }

    private static BigDecimal number(String written) {
        if (written.equals("半")) {
            return new BigDecimal("0.5");
        }
        if (written.matches("[0-9]{1,7}(\\.[0-9]{1,3})?")) {
            return new BigDecimal(written);
        }
        OptionalInt whole = Numerals.parse(written);
        return whole.isPresent() ? BigDecimal.valueOf(whole.getAsInt()) : null;
    }

    private static BigDecimal scaled(BigDecimal number, String unit) {
        var scaled = switch (unit) {
            case "年" -> number.multiply(BigDecimal.valueOf(MONTHS));
            case "年半" -> number.multiply(BigDecimal.valueOf(MONTHS)).add(BigDecimal.valueOf(MONTHS / 2));
            case "个半月" -> number.add(new BigDecimal("0.5"));
            case "万元" -> number.multiply(BigDecimal.valueOf(10_000));
            default -> number;
        };
        return scaled.stripTrailingZeros();
    }

    private static boolean isLimit(String plain, int start, int end) {
        return LIMIT_BEFORE.matcher(plain.substring(Math.max(0, start - NEAR), start)).matches()
                || LIMIT_AFTER.matcher(plain.substring(end, Math.min(plain.length(), end + NEAR))).matches();
    }

    boolean sameUnit(Quantity other) {
        return unit.equals(other.unit);
    }

    boolean equalTo(Quantity other) {
        return sameUnit(other) && value.compareTo(other.value) == 0;
    }
}
