package org.pufa.bank.format;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.pufa.bank.Question.Option;
import org.pufa.bank.intake.CleanText;
import org.pufa.bank.intake.RawPicture;
import org.pufa.bank.intake.RawQuestion;
import org.pufa.bank.intake.Reason;

/** A question while it is being read. Every text is brought into the form of {@link CleanText}. */
public final class RawDraft {

    private static final int LETTERS = 26;
    private static final int MOST_REASONS = 20;
    private static final int LONGEST_SOURCE = 4000;

    private final int line;
    private String type = "";
    private String stem = "";
    private final List<String> options = new ArrayList<>();
    private String answer = "";
    private String explanation = "";
    private String citation = "";
    private String quote = "";
    private String difficulty = "";
    private String topic = "";
    private String code = "";
    private String source = "";
    private final List<RawPicture> pictures = new ArrayList<>();
    private final Set<Reason> reasons = new LinkedHashSet<>();
    private boolean refused;

    /** @param line where the item begins, from 1 */
    public RawDraft(int line) {
        this.line = line;
    }

    public RawDraft type(String word) {
        type = word;
        return this;
    }

    public RawDraft stem(String text) {
        stem = text;
        return this;
    }

    /** Adds the next option; its letter follows from its place. */
    public RawDraft option(String text) {
        options.add(text);
        return this;
    }

    public RawDraft answer(String text) {
        answer = text;
        return this;
    }

    public RawDraft explanation(String text) {
        explanation = text;
        return this;
    }

    public RawDraft citation(String text) {
        citation = text;
        return this;
    }

    public RawDraft quote(String text) {
        quote = text;
        return this;
    }

    public RawDraft difficulty(String text) {
        difficulty = text;
        return this;
    }

    public RawDraft topic(String text) {
        topic = text;
        return this;
    }

    public RawDraft code(String text) {
        code = text;
        return this;
    }

    public RawDraft source(String text) {
        source = text;
        return this;
    }

    public RawDraft picture(RawPicture picture) {
        pictures.add(picture);
        return this;
    }

    /** Nobody reads more than the first few; the first refusal always counts. */
    public RawDraft reason(Reason reason) {
        boolean refuses = reason.level() == Reason.Level.REFUSAL;
        if (reasons.size() < MOST_REASONS || refuses && !refused) {
            reasons.add(reason);
        }
        refused |= refuses;
        return this;
    }

    public int line() {
        return line;
    }

    /** How many options it has so far. */
    public int size() {
        return options.size();
    }

    /** The letter of the option at that place, from 0. */
    public static String letter(int place) {
        return place < LETTERS ? Character.toString((char) ('A' + place)) : "Z" + (place - LETTERS + 2);
    }

    /** The draft as it now is. */
    public RawQuestion raw() {
        var lettered = new ArrayList<Option>(options.size());
        for (String text : options) {
            lettered.add(new Option(letter(lettered.size()), CleanText.of(text)));
        }
        return new RawQuestion(line, CleanText.of(type), CleanText.of(stem), lettered, CleanText.of(answer),
                CleanText.of(explanation), CleanText.of(citation), CleanText.of(quote), CleanText.of(difficulty),
                CleanText.of(topic), CleanText.of(code), shortened(source), pictures, List.copyOf(reasons));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SOURCE ? text : text.substring(0, LONGEST_SOURCE) + "…";
    }
}
