package org.pufa.insight.stats;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pufa.insight.stats.CampaignCount.Answers;
import org.pufa.ledger.Tallies;
import org.pufa.outreach.UnitOfMeasure;

/** A way of counting: what a query's name means. The same code makes a figure and counts it again. */
enum Way {

    /** Campaigns whose window touches the period. */
    CAMPAIGNS(Units.CAMPAIGNS) {
        @Override
        Optional<BigDecimal> count(Reading reading, Selection of, JsonObject more) {
            return whole(reading.in(of).count());
        }
    },
    PARTICIPATIONS(Units.TURNS) {
        @Override
        Optional<BigDecimal> count(Reading reading, Selection of, JsonObject more) {
            String hour = more.getString(HOUR);
            return hour == null ? whole(reading.in(of).mapToLong(one -> one.participations(of)).sum())
                    : whole(reading.in(of).mapToLong(one -> one.hours().getOrDefault(hour, 0L)).sum());
        }
    },
    /** Of one campaign; never added up over several. */
    PARTICIPANTS(Units.HEADS) {
        @Override
        Optional<BigDecimal> count(Reading reading, Selection of, JsonObject more) {
            List<CampaignCount> found = reading.in(of).toList();
            boolean one = found.size() == 1 && reading.selection().isAs(of);
            return one && found.get(0).participants().isPresent()
                    ? whole(found.get(0).participants().getAsLong()) : Optional.empty();
        }
    },
    VISITS(Units.TIMES) {
        @Override
        Optional<BigDecimal> count(Reading reading, Selection of, JsonObject more) {
            return whole(reading.in(of).mapToLong(one -> one.landings().sum(of)).sum());
        }
    },
    OPENED(Units.TIMES) {
        @Override
        Optional<BigDecimal> count(Reading reading, Selection of, JsonObject more) {
            return whole(reading.in(of).mapToLong(one -> one.opened().sum(of)).sum());
        }
    },
    /** Entries per opened paper; nothing where fewer papers were counted than entries, as before counting began. */
    COMPLETION(Units.PERCENT) {
        @Override
        Optional<BigDecimal> count(Reading reading, Selection of, JsonObject more) {
            long opened = reading.in(of).mapToLong(one -> one.opened().sum(of)).sum();
            long handedIn = reading.in(of).mapToLong(one -> one.participations(of)).sum();
            return opened == 0 || handedIn > opened ? Optional.empty() : Optional.of(percent(handedIn, opened));
        }
    },
    /** Answers to questions that rest on a law, of campaigns that lie wholly in the period. */
    LAW_ANSWERS(Units.TIMES) {
        @Override
        Optional<BigDecimal> count(Reading reading, Selection of, JsonObject more) {
            return whole(answers(reading, of, more).given());
        }
    },
    LAW_RIGHT(Units.TIMES) {
        @Override
        Optional<BigDecimal> count(Reading reading, Selection of, JsonObject more) {
            return whole(answers(reading, of, more).right());
        }
    },
    LAW_AWARENESS(Units.PERCENT) {
        @Override
        Optional<BigDecimal> count(Reading reading, Selection of, JsonObject more) {
            var answers = answers(reading, of, more);
            return answers.given() == 0 ? Optional.empty() : Optional.of(percent(answers.right(), answers.given()));
        }
    },
    OUTREACH(Units.NONE) {
        @Override
        Optional<BigDecimal> count(Reading reading, Selection of, JsonObject more) {
            return whole(reading.outreach().amount(more.getString(KIND, ""), more.getString(MEASURE)));
        }
    },
    OUTREACH_RECORDS(Units.RECORDS) {
        @Override
        Optional<BigDecimal> count(Reading reading, Selection of, JsonObject more) {
            return whole(reading.outreach().records(more.getString(KIND, ""), more.getString(MEASURE)));
        }
    },
    OUTREACH_WAITING(Units.RECORDS) {
        @Override
        Optional<BigDecimal> count(Reading reading, Selection of, JsonObject more) {
            return whole(reading.outreach().waiting());
        }
    };

    /** Names of parameters besides the selection. */
    static final String SELECTION = "selection";
    static final String HOUR = "hour";
    static final String KIND = "activity";
    static final String MEASURE = "measure";
    static final String LAW = "law";
    /** Any day's hour, such as {@code *T10}; hours are kept day by day for a few days only. */
    static final String ANY_DAY = Tallies.ANY_DAY;
    static final long MOST_DAYS_OF_HOURS = 2;
    private static final Answers NO_ANSWERS = new Answers(0, 0);
    private static final int DECIMALS = 4;

    private final UnitOfMeasure unit;

    Way(UnitOfMeasure unit) {
        this.unit = unit;
    }

    /**
     * The number; nothing where none can be stated.
     *
     * @param reading covers {@code of}
     * @param more parameters besides the selection
     */
    abstract Optional<BigDecimal> count(Reading reading, Selection of, JsonObject more);

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Way> parse(String code) {
        return Arrays.stream(values()).filter(way -> way.code().equals(code)).findFirst();
    }

    UnitOfMeasure unit() {
        return unit;
    }

    /** Key of the sentence that says what is counted. */
    String definition() {
        return "insight.definition." + code();
    }

    Query query(Selection of, JsonObject more) {
        return new Query(code(), more.copy().put(SELECTION, of.toJson()));
    }

    /** A percentage with four decimals. */
    static BigDecimal percent(long part, long whole) {
        return BigDecimal.valueOf(part).multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
    }

    private static Optional<BigDecimal> whole(long number) {
        return Optional.of(BigDecimal.valueOf(number));
    }

    private static Answers answers(Reading reading, Selection of, JsonObject more) {
        return reading.in(of).map(one -> one.laws().getOrDefault(more.getString(LAW), NO_ANSWERS))
                .reduce(NO_ANSWERS, Answers::plus);
    }
}
