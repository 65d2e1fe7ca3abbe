package org.pufa.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.Days;
import org.pufa.kernel.Window;

/**
 * What can be won and how one gets it (奖品和兑奖): all that 《规范促销行为暂行规定》第十三条 wants published beforehand.
 * Days count from the end of the window, so that an extension moves them along.
 *
 * @param who can win
 * @param chances how many each gets
 * @param once whether nobody wins twice
 * @param drawn how many days after the last day of the window prizes are drawn
 * @param prizes from the highest to the lowest
 */
public record Prizes(Who who, Chances chances, boolean once, int drawn, List<Prize> prizes, Claim claim) {

    /** No single prize may be worth more (反不正当竞争法第十一条), in yuan. */
    public static final int HIGHEST_VALUE = 50_000;

    public Prizes {
        Objects.requireNonNull(who);
        Objects.requireNonNull(chances);
        prizes = List.copyOf(prizes);
        Objects.requireNonNull(claim);
    }

    /** 参与条件. */
    public enum Who {
        /** Whoever took part. */
        ALL,
        /** Whoever passed. */
        PASSED;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** 抽奖机会. */
    public enum Chances {
        /** One for each participation that counts. */
        ENTRY,
        /** One for each participant. */
        PERSON;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** One kind of prize. @param value of one, in yuan @param count how many there are */
    public record Prize(LocalText level, LocalText item, int value, int count) {
    }

    /**
     * How a prize is got.
     *
     * @param days after the draw, the last on which it can be claimed
     * @param need what is needed to claim it
     * @param how where and how
     * @param delivery how it reaches the winner
     * @param forfeit what happens to prizes nobody claims
     */
    public record Claim(int days, LocalText need, LocalText how, LocalText delivery, LocalText forfeit) {
    }

    /** The day of the draw. */
    LocalDate drawnOn(Window window) {
        return Days.of(window.closes().minusMillis(1)).plusDays(drawn);
    }

    /** The last day on which prizes can be claimed. */
    LocalDate claimedBy(Window window) {
        return drawnOn(window).plusDays(claim.days());
    }
}
