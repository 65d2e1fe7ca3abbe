package org.pufa.bank.desk;

import static org.pufa.bank.QuestionState.DRAFT;
import static org.pufa.bank.QuestionState.IN_USE;
import static org.pufa.bank.QuestionState.RETIRED;
import static org.pufa.bank.QuestionState.REVIEWED;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pufa.bank.QuestionState;

/** A step in the life of a question, and where it may be taken. */
public enum QuestionMove {

    /** 审核通过: somebody other than the author finds it right; its citation must stand. */
    REVIEW(EnumSet.of(DRAFT), REVIEWED),
    /** 退回草稿: the reviewer, or whoever was to use it, wants it changed. */
    RETURN(EnumSet.of(REVIEWED), DRAFT),
    /** 启用: new papers may hold it from now on. */
    USE(EnumSet.of(REVIEWED), IN_USE),
    /** 停用: new papers do without it. */
    RETIRE(EnumSet.of(DRAFT, REVIEWED, IN_USE), RETIRED),
    /** 重新起草: taken up again; it is reviewed like any draft. */
    REOPEN(EnumSet.of(RETIRED), DRAFT);

    private final Set<QuestionState> from;
    private final QuestionState to;

    QuestionMove(Set<QuestionState> from, QuestionState to) {
        this.from = Set.copyOf(from);
        this.to = to;
    }

    /** The word in addresses, the audit log and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<QuestionMove> parse(String code) {
        return Arrays.stream(values()).filter(move -> move.code().equals(code)).findFirst();
    }

    public boolean isAllowedFrom(QuestionState state) {
        return from.contains(state);
    }

    public QuestionState to() {
        return to;
    }

    /** Whether a reason must be given: for whatever undoes somebody's work. */
    public boolean needsReason() {
        return this == RETURN || this == RETIRE || this == REOPEN;
    }

    /** The moves that a question in that state can make. */
    public static List<QuestionMove> from(QuestionState state) {
        return Arrays.stream(values()).filter(move -> move.isAllowedFrom(state)).toList();
    }
}
