package org.pufa.bank.intake;

import java.util.ArrayList;
import java.util.List;
import org.pufa.bank.Question.Option;

/** Items as readers hand them over, written briefly. */
final class Asked {

    private Asked() {
    }

    /** The options get the letters A, B, C … in their order. */
    static RawQuestion raw(String typeWord, String stem, String answer, String... options) {
        var lettered = new ArrayList<Option>();
        for (String text : options) {
            lettered.add(new Option(Character.toString((char) ('A' + lettered.size())), text));
        }
        return raw(typeWord, stem, answer, lettered);
    }

    static RawQuestion raw(String typeWord, String stem, String answer, List<Option> options) {
        return new RawQuestion(1, typeWord, stem, options, answer, "", "", "", "", "", "", stem, List.of(), List.of());
    }

    static List<String> keys(Item item) {
        return item.reasons().stream().map(Reason::key).map(key -> key.substring("bank.intake.".length())).toList();
    }
}
