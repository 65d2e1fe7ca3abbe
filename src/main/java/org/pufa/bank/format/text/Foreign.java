package org.pufa.bank.format.text;

import org.pufa.bank.intake.CleanText;

/** Sections whose questions are answered in words. */
final class Foreign {

    private Foreign() {
    }

    static boolean is(String typeWord) {
        String bare = CleanText.bare(typeWord);
        return !bare.isEmpty() && !bare.contains("选") && !bare.contains("判断") && !bare.contains("是非");
    }
}
