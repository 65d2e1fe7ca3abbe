package org.pufa.bank.intake;

import java.util.List;
import java.util.Optional;
import org.pufa.bank.Question.Option;

/** Recognises a judgement that is written as a choice: A. 正确 B. 错误. */
final class Judgements {

    private Judgements() {
    }

    static boolean areIn(List<Option> options) {
        return options.size() == 2 && of(options.get(0)).isPresent() && of(options.get(1)).isPresent()
                && !of(options.get(0)).equals(of(options.get(1)));
    }

    /** 对 or 错, as the option of that letter says. */
    static Optional<String> of(List<Option> options, String letter) {
        return options.stream().filter(option -> option.letter().equals(letter)).findFirst().flatMap(Judgements::of);
    }

    private static Optional<String> of(Option option) {
        return Judgement.of(option.text());
    }
}
