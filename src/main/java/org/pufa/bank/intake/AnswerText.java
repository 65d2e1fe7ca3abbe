package org.pufa.bank.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.pufa.bank.Question.Option;

/**
 * What an answer written in a file means for the options it stands with.
 *
 * @param values letters in order, each once; or 对 or 错; none when it cannot be understood
 * @param repeated whether a letter was written twice
 */
record AnswerText(Kind kind, List<String> values, boolean repeated) {

    enum Kind { NONE, LETTERS, JUDGEMENT, UNREADABLE, TEXT_DIFFERS }

    private static final String BETWEEN = "、,，;；/|.。·:：和与及&+ \t\n　()（）[]【】\"'“”_";
    private static final List<String> BEFORE = List.of("参考答案", "正确答案", "标准答案", "答案", "正解", "选项", "选择", "应选",
            "故选", "选", "是", "为", "answer");
    private static final int MOST_LETTERS = 26;
    /** More than there may be options, so that a missing option is named. */
    private static final char LAST_LETTER = 'N';

    static AnswerText none() {
        return new AnswerText(Kind.NONE, List.of(), false);
    }

    static AnswerText read(String written, List<Option> options) {
        String text = withoutWords(Normalizer.normalize(written, Normalizer.Form.NFKC).strip());
        if (CleanText.bare(text).isEmpty() && Judgement.of(text).isEmpty()) {
            return none();
        }
        var judged = Judgement.of(text);
        var letters = letters(text);
        boolean choice = !options.isEmpty() && !Judgements.areIn(options);
        if (letters.isPresent() && (judged.isEmpty() || choice || names(options, letters.get()))) {
            return letters.get();
        } else if (judged.isPresent()) {
            return judgement(judged.get(), options);
        }
        return texts(text, options).or(() -> lettered(text, options))
                .orElse(new AnswerText(Kind.UNREADABLE, List.of(), false));
    }

    private static AnswerText judgement(String judged, List<Option> options) {
        var fitting = options.stream().filter(option -> Judgement.of(option.text()).equals(Optional.of(judged)))
                .map(Option::letter).toList();
        return fitting.size() == 1 && Judgements.areIn(options) ? new AnswerText(Kind.LETTERS, fitting, false)
                : new AnswerText(Kind.JUDGEMENT, List.of(judged), false);
    }

    private static String withoutWords(String text) {
        String rest = text;
        for (String word : BEFORE) {
            String lower = rest.toLowerCase(Locale.ROOT);
            if (lower.startsWith(word) && lower.length() > word.length()) {
                rest = stripped(rest.substring(word.length()));
            }
        }
        return stripped(rest);
    }

    private static String stripped(String text) {
        int from = 0;
        while (from < text.length() && (text.charAt(from) == ':' || CleanText.isSpace(text.charAt(from)))) {
            from++;
        }
        return text.substring(from).strip();
    }

    /** Nothing but letters, all large or all small, and what may stand between them; so that words are no letters. */
    private static Optional<AnswerText> letters(String text) {
        var letters = new ArrayList<String>();
        boolean small = text.equals(text.toLowerCase(Locale.ROOT));
        for (char c : (small ? text.toUpperCase(Locale.ROOT) : text).toCharArray()) {
            if (c >= 'A' && c <= LAST_LETTER && letters.size() < MOST_LETTERS) {
                letters.add(Character.toString(c));
            } else if (BETWEEN.indexOf(c) < 0) {
                return Optional.empty();
            }
        }
        return letters.isEmpty() ? Optional.empty() : Optional.of(of(letters));
    }

    static AnswerText of(List<String> letters) {
        var sorted = List.copyOf(new TreeSet<>(letters));
        return new AnswerText(Kind.LETTERS, sorted, sorted.size() < letters.size());
    }

    private static boolean names(List<Option> options, AnswerText letters) {
        return options.stream().map(Option::letter).toList().containsAll(letters.values());
    }

    /** The words of one option, or of several with separators between them. */
    private static Optional<AnswerText> texts(String text, List<Option> options) {
        var whole = named(text, options);
        if (whole.isPresent()) {
            return Optional.of(of(List.of(whole.get())));
        }
        return List.of("[;|\n]", "、", ",").stream().map(between -> text.split(between))
                .filter(parts -> parts.length > 1 && parts.length <= options.size())
                .map(parts -> allNamed(parts, options)).flatMap(Optional::stream).findFirst();
    }

    private static Optional<AnswerText> allNamed(String[] parts, List<Option> options) {
        var letters = new ArrayList<String>();
        for (String part : parts) {
            var letter = named(part, options);
            if (letter.isEmpty()) {
                return Optional.empty();
            }
            letters.add(letter.get());
        }
        return Optional.of(of(letters));
    }

    /** The letter of the one option that says just this. */
    private static Optional<String> named(String text, List<Option> options) {
        String bare = CleanText.bare(text);
        var fitting = bare.isEmpty() ? List.<Option>of()
                : options.stream().filter(option -> CleanText.bare(option.text()).equals(bare)).toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0).letter()) : Optional.empty();
    }

    /** "B. 罚款": a letter followed by the words of its option. */
    private static Optional<AnswerText> lettered(String text, List<Option> options) {
        String letter = text.substring(0, 1).toUpperCase(Locale.ROOT);
        boolean apart = text.length() > 1 && BETWEEN.indexOf(text.charAt(1)) >= 0;
        return options.stream().filter(option -> apart && option.letter().equals(letter)).findFirst()
                .map(option -> CleanText.bare(text.substring(1)).equals(CleanText.bare(option.text()))
                        ? of(List.of(letter)) : new AnswerText(Kind.TEXT_DIFFERS, List.of(letter), false));
    }
}
