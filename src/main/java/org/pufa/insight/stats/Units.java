package org.pufa.insight.stats;

import org.pufa.i18n.LocalText;
import org.pufa.outreach.UnitOfMeasure;
import org.pufa.outreach.UnitOfMeasure.Counts;

/** What figures of campaigns are counted in; those of outreach have the units of its catalogue. */
public final class Units {

    /** 人次: entries, repeats count. */
    public static final UnitOfMeasure TURNS = thing("renci", "人次", "participations", Counts.TURNS);
    /** 人: each person once in a campaign. */
    public static final UnitOfMeasure HEADS = thing("ren", "人", "people", Counts.HEADS);
    /** 次: times a page was opened, an answer was given. */
    public static final UnitOfMeasure TIMES = thing("ci", "次", "times", Counts.THINGS);
    public static final UnitOfMeasure CAMPAIGNS = thing("xiang-huodong", "项", "campaigns", Counts.THINGS);
    public static final UnitOfMeasure RECORDS = thing("tiao", "条", "records", Counts.THINGS);
    public static final UnitOfMeasure PERCENT = thing("percent", "%", "%", Counts.THINGS);
    /** 百分点: the difference of two percentages. */
    public static final UnitOfMeasure POINTS = thing("points", "个百分点", "percentage points", Counts.THINGS);
    /** A coefficient without a unit. */
    public static final UnitOfMeasure NONE = thing("none", "", "", Counts.THINGS);

    private Units() {
    }

    private static UnitOfMeasure thing(String code, String zh, String en, Counts counts) {
        return new UnitOfMeasure(code, new LocalText(zh, en), counts);
    }
}
