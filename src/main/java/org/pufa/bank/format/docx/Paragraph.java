package org.pufa.bank.format.docx;

import org.pufa.bank.format.text.Signs;

/** A paragraph while it is being read. */
final class Paragraph {

    private static final String BEHIND_LETTER = ".．、:：)） \t";

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder run = new StringBuilder();
    private boolean red;
    String style = "";
    String list;
    int level;

    void add(String more) {
        run.append(more);
    }

    void red() {
        red = true;
    }

    void beginRun() {
        endRun();
        red = false;
    }

    /** The sign for red stands behind the passage, and behind what parts an option's letter from its text. */
    void endRun() {
        boolean words = run.chars().anyMatch(c -> !Character.isWhitespace(c));
        if (red && words) {
            if (endsRed()) {
                text.setLength(text.length() - 1);
            }
            text.append(run).append(Signs.RED);
        } else {
            int at = 0;
            while (endsWithRedLetter() && at < run.length() && BEHIND_LETTER.indexOf(run.charAt(at)) >= 0) {
                text.insert(text.length() - 1, run.charAt(at++));
            }
            text.append(run, at, run.length());
        }
        run.setLength(0);
    }

    private boolean endsRed() {
        return text.length() > 0 && text.charAt(text.length() - 1) == Signs.RED;
    }

    /** Only the letter of an option, perhaps with what parts it from its text. */
    private boolean endsWithRedLetter() {
        int at = text.length() - 2;
        while (endsRed() && at > 0 && BEHIND_LETTER.indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        boolean letter = endsRed() && at >= 0 && text.charAt(at) >= 'A' && text.charAt(at) <= 'J';
        return letter && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }

    String text() {
        endRun();
        return text.toString();
    }
}
