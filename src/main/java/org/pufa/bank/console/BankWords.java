package org.pufa.bank.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.pufa.bank.Fared;
import org.pufa.bank.Question;
import org.pufa.bank.QuestionState;
import org.pufa.bank.QuestionType;
import org.pufa.bank.desk.QuestionMove;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;

/** The sentences of these pages. */
final class BankWords {

    private final Messages messages;

    BankWords(Messages messages) {
        this.messages = messages;
    }

    /** One thing to choose in a filter. */
    record Choice(String value, String label, boolean chosen) {
    }

    /** The sentence {@code bank.console.<key>}. */
    String say(Lang lang, String key, Object... args) {
        return messages.get(lang, "bank.console." + key, args);
    }

    Messages messages() {
        return messages;
    }

    String type(Lang lang, QuestionType type) {
        return say(lang, "type." + type.code());
    }

    String difficulty(Lang lang, int difficulty) {
        return say(lang, "difficulty." + difficulty);
    }

    /** The topic, or words that say there is none. */
    String topic(Lang lang, String topic) {
        return topic.isEmpty() ? say(lang, "topic.none") : topic;
    }

    String state(Lang lang, QuestionState state) {
        return say(lang, "state." + state.code());
    }

    String move(Lang lang, QuestionMove move) {
        return say(lang, "move." + move.code());
    }

    List<Choice> states(Lang lang, String chosen) {
        return Arrays.stream(QuestionState.values())
                .map(state -> new Choice(state.code(), state(lang, state), state.code().equals(chosen))).toList();
    }

    /** How hard questions prove. */
    List<Choice> eases(Lang lang, String chosen) {
        return Arrays.stream(Fared.Ease.values()).map(Wanted::code)
                .map(ease -> new Choice(ease, say(lang, "fared." + ease), ease.equals(chosen))).toList();
    }

    /** What can be done with several questions at once. */
    List<Choice> acts(Lang lang) {
        var acts = new ArrayList<Choice>();
        Arrays.stream(QuestionMove.values()).forEach(move -> acts.add(new Choice(move.code(), move(lang, move), false)));
        acts.add(new Choice("topic", say(lang, "bulk.topic"), false));
        acts.add(new Choice("difficulty", say(lang, "bulk.difficulty"), false));
        return acts;
    }

    List<Choice> types(Lang lang, String chosen) {
        return Arrays.stream(QuestionType.values())
                .map(type -> new Choice(type.code(), type(lang, type), type.code().equals(chosen))).toList();
    }

    List<Choice> difficulties(Lang lang, String chosen) {
        return IntStream.rangeClosed(Question.EASIEST, Question.HARDEST).mapToObj(Integer::toString)
                .map(level -> new Choice(level, difficulty(lang, Integer.parseInt(level)), level.equals(chosen))).toList();
    }
}
