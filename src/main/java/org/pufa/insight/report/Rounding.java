package org.pufa.insight.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How official texts write a number. The words never tell more than is true: 余 only where the number is larger than
 * what is written, 近 only where it is smaller, never two of them together, and the unit comes after 余. Below a
 * hundred, and where nothing is lost by it, the number stands as it is.
 */
public enum Rounding {

    /** As it is: 1250. */
    EXACT("整") {
        @Override
        public String write(long number) {
            return digits(number);
        }
    },
    /** Down to two leading figures: 83,412 as 8.3万余. */
    OVER("余") {
        @Override
        public String write(long number) {
            long down = floor(number);
            return number < SMALL || down == number ? digits(number) : digits(down) + '余';
        }
    },
    /** Up to two leading figures: 19,870 as 近2万. */
    NEAR("近") {
        @Override
        public String write(long number) {
            long up = ceiling(number);
            return number < SMALL || up == number ? digits(number) : '近' + digits(up);
        }
    },
    /** To the nearest two leading figures: 2,034 as 约2000. */
    ABOUT("约") {
        @Override
        public String write(long number) {
            long down = floor(number);
            long nearest = number - down < ceiling(number) - number ? down : ceiling(number);
            return number < SMALL || nearest == number ? digits(number) : '约' + digits(nearest);
        }
    },
    /** 近 where hardly anything is missing from a number with one figure only, else 余: 近2万, 8.3万余. */
    USUAL("") {
        @Override
        public String write(long number) {
            long leading = leading(number);
            long up = number % leading == 0 ? number : number - number % leading + leading;
            return (up - number) * NEAR_SHARE <= number ? NEAR.write(number) : OVER.write(number);
        }
    };

    private static final long SMALL = 100;
    private static final long TEN_THOUSAND = 10_000;
    private static final long HUNDRED_MILLION = 100_000_000;
    /** Two hundredths may be missing, no more. */
    private static final long NEAR_SHARE = 50;

    private final String word;

    Rounding(String word) {
        this.word = word;
    }

    /**
     * The number without its unit, which follows: 8.3万余, 近2万, 1250.
     *
     * @param number not negative
     */
    public abstract String write(long number);

    /** The way of writing that a word of a sentence asks for: 余, 近, 约, 整. */
    public static Optional<Rounding> named(String word) {
        for (Rounding one : values()) {
            if (one.word.equals(word)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** A rate with one decimal: 78.4%. */
    public static String percent(BigDecimal percent) {
        return oneDecimal(percent) + "%";
    }

    /** How far one rate is from another, both as they are written: 17.2个百分点. */
    public static String points(BigDecimal one, BigDecimal other) {
        return oneDecimal(one).subtract(oneDecimal(other)).abs().toPlainString() + "个百分点";
    }

    private static BigDecimal oneDecimal(BigDecimal number) {
        return number.setScale(1, RoundingMode.HALF_UP);
    }

    /** The place of the second leading figure: 100 for 2,034; 1,000 for 83,412; 1 for what has no more than two. */
    private static long step(long number) {
        long step = 1;
        while (number / step >= SMALL) {
            step *= 10;
        }
        return step;
    }

    /** The place of the first figure: 1,000 for 2,034. */
    private static long leading(long number) {
        return number < 10 ? 1 : Math.max(10, step(number) * 10);
    }

    private static long floor(long number) {
        return number - number % step(number);
    }

    private static long ceiling(long number) {
        long down = floor(number);
        return down == number ? number : down + step(number);
    }

    /** In 万 and 亿 where that takes no more than two decimals. */
    private static String digits(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("no count: " + number);
        }
        if (number >= HUNDRED_MILLION && number % (HUNDRED_MILLION / 100) == 0) {
            return decimal(number, HUNDRED_MILLION) + '亿';
        }
        return number >= TEN_THOUSAND && number % (TEN_THOUSAND / 100) == 0 ? decimal(number, TEN_THOUSAND) + '万'
                : Long.toString(number);
    }

    private static String decimal(long number, long unit) {
        return BigDecimal.valueOf(number).divide(BigDecimal.valueOf(unit)).stripTrailingZeros().toPlainString();
    }
}
