package org.pufa.campaign;

import java.util.Locale;

/** Where a campaign stands in its life. */
public enum State {

    /** 草稿: can be changed freely, seen by staff only. */
    DRAFT,
    /** 待审: waits for a second person. */
    SUBMITTED,
    /** 待开始: approved and locked; opens by itself. */
    SCHEDULED,
    /** 进行中: takes entries. */
    OPEN,
    /** 已暂停: takes none for now. */
    PAUSED,
    /** 已结束: takes none any more. */
    CLOSED,
    /** 已核定: its count was checked and is final. */
    CERTIFIED;

    /** The state as the database and message keys write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static State of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether citizens can see the campaign. */
    public boolean isPublic() {
        return this != DRAFT && this != SUBMITTED;
    }
}
