package org.pufa.bank;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a question is asked and answered. */
public enum QuestionType {

    /** 单选题: one right option. */
    SINGLE,
    /** 多选题: two or more right options, all of which must be picked and no other. */
    MULTIPLE,
    /** 判断题: a statement that is right (对) or wrong (错). */
    JUDGE;

    /** The word in files, tables and message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type with that code; nothing for any other text. */
    public static Optional<QuestionType> parse(String code) {
        return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
    }

    /** All codes, in the order of the types. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(QuestionType::code).toList();
    }
}
