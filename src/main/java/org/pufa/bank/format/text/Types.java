package org.pufa.bank.format.text;

import org.pufa.bank.intake.CleanText;

/** Compares what headings call their types. */
final class Types {

    private Types() {
    }

    /** 单选题 and 单项选择题 are the same. */
    static boolean same(String one, String other) {
        return bare(one).equals(bare(other));
    }

    private static String bare(String word) {
        return CleanText.bare(word).replace("选择题", "选").replace("选择", "选").replace("单项选", "单选")
                .replace("多项选", "多选").replace("选题", "选").replace("是非", "判断").replace("判断题", "判断");
    }
}
