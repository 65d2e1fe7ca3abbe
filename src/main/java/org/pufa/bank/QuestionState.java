package org.pufa.bank;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a question stands in its life (状态). */
public enum QuestionState {

    /** 草稿: written or changed, not yet looked at by somebody else. */
    DRAFT,
    /** 已审核: somebody other than its author found it right. */
    REVIEWED,
    /** 使用中: new papers may hold it. */
    IN_USE,
    /** 已停用: kept out of new papers; papers that pin it go on. */
    RETIRED;

    /** The word in tables, addresses and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state with that code; nothing for any other text. */
    public static Optional<QuestionState> parse(String code) {
        return Arrays.stream(values()).filter(state -> state.code().equals(code)).findFirst();
    }
}
