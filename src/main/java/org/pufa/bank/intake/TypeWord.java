package org.pufa.bank.intake;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.pufa.bank.QuestionType;

/** What a file's word for a type of question means. */
public enum TypeWord {
    SINGLE, MULTIPLE, JUDGE,
    /** One or several right options: 不定项选择题. */
    ANY_NUMBER,
    /** Options of some sort, which does not say how many are right: 选择题, multichoice. */
    CHOICE,
    /** Answered in words, so no machine can grade it: 填空题, essay. */
    OPEN,
    /** A word that nobody here knows. */
    UNKNOWN,
    /** No word at all. */
    NONE;

    private static final List<String> JUDGES = List.of("判断", "是非", "对错", "正误", "truefalse", "judge", "boolean",
            "yesno");
    private static final List<String> CHOICES = List.of("multichoice", "multiplechoice", "选择", "choice");
    private static final List<String> MULTIPLES = List.of("多选", "多项", "multiple", "multiselect", "multianswers",
            "checkbox");
    private static final List<String> SINGLES = List.of("单选", "单项", "single", "oneanswer", "radio");
    private static final List<String> OPENS = List.of("填空", "简答", "问答", "名词解释", "论述", "案例", "材料", "计算",
            "作文", "写作", "改错", "匹配", "连线", "排序", "配对", "主观", "综合", "分析", "翻译", "阅读", "实操", "解答",
            "matching", "essay", "shortanswer", "numerical", "numeric", "cloze", "multianswer", "description",
            "calculated", "gapselect", "ddwtos", "ordering", "fill", "blank", "missingword", "text");

    /** The meaning of the word, whatever stands around it: "一、单选题（每题 2 分）", "[多选]", "TrueFalse". */
    static TypeWord of(String word) {
        String bare = CleanText.bare(Normalizer.normalize(word, Normalizer.Form.NFKC)).replace("-", "")
                .replace("/", "").toLowerCase(Locale.ROOT);
        if (bare.isEmpty()) {
            return NONE;
        } else if (bare.contains("不定项") || bare.contains("任选")) {
            return ANY_NUMBER;
        } else if (any(bare, JUDGES) || bare.equals("tf")) {
            return JUDGE;
        } else if (any(bare, SINGLES)) {
            return SINGLE;
        } else if (bare.contains("multianswer") && !bare.contains("multianswers")) {
            return OPEN;
        } else if (any(bare, List.of("multiplechoice", "multichoice"))) {
            return CHOICE;
        } else if (any(bare, MULTIPLES)) {
            return MULTIPLE;
        } else if (any(bare, OPENS)) {
            return OPEN;
        }
        return any(bare, CHOICES) ? CHOICE : UNKNOWN;
    }

    /** Whether that word names a type of question, rather than being any text. */
    public static boolean isOne(String word) {
        TypeWord meaning = of(word);
        return meaning != NONE && meaning != UNKNOWN;
    }

    boolean means(QuestionType type) {
        return name().equals(type.name());
    }

    /** Whether the word alone says that there is nothing to grade. */
    boolean isForeign() {
        return this == OPEN || this == UNKNOWN;
    }

    private static boolean any(String bare, List<String> words) {
        return words.stream().anyMatch(bare::contains);
    }
}
