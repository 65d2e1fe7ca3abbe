package org.pufa.bank.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pufa.bank.Bank;
import org.pufa.bank.Citation;
import org.pufa.bank.Question;
import org.pufa.bank.Question.Option;
import org.pufa.bank.QuestionType;
import org.pufa.yaml.YamlMap;

/** Reads one question of a bank file. */
final class QuestionYaml {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]+(-[A-Za-z0-9]+)*");
    private static final int LONGEST_ID = 30;
    private static final int LONGEST_TOPIC = 20;
    private static final int LONGEST_STEM = 200;
    private static final int LONGEST_OPTION = 100;
    private static final int LONGEST_ARTICLE = 40;
    private static final int LONGEST_QUOTE = 600;
    private static final int LONGEST_EXPLANATION = 300;
    private static final int MOST_OPTIONS = 8;
    /** Options are shown in another order to each person, so no text may speak of letters or of what stands above. */
    private static final Pattern LETTER = Pattern.compile("选项?\\s*[A-H](?![A-Za-z])|"
            + "(?<![A-Za-z])[A-H]\\s*(?:选?项|、\\s*[A-H])");
    private static final Pattern ABOVE = Pattern.compile("(?:以上|上述).{0,3}[都均皆]");
    /** Stands in where the file names no article, so that the rest of the question can be checked too. */
    private static final String SOME_ARTICLE = "第一条";

    private final YamlMap in;
    private final PicturesYaml pictures;
    private boolean sound = true;

    private QuestionYaml(YamlMap in, PicturesYaml pictures) {
        this.in = in;
        this.pictures = pictures;
    }

    /** The question, as far as it can be told apart from others; nothing when not even that. */
    static Optional<Question> read(YamlMap in, Bank bank, PicturesYaml pictures) {
        return new QuestionYaml(in, pictures).question(bank);
    }

    private Optional<Question> question(Bank bank) {
        String id = id();
        var type = QuestionType.parse(in.choice("type", QuestionType.codes())).orElseThrow();
        String topic = in.text("topic", LONGEST_TOPIC);
        int difficulty = in.integer("difficulty", Question.EASIEST, Question.HARDEST);
        String stem = withoutLetters("stem", LONGEST_STEM);
        var options = type == QuestionType.JUDGE ? judgements() : options(type);
        var answer = answer(type, options);
        var citation = new Citation(bank.law(), bank.version(), article());
        String quote = in.text("quote", LONGEST_QUOTE);
        String explanation = withoutLetters("explain", LONGEST_EXPLANATION);
        var pictured = pictures.read(in, type, options);
        in.noOthers();
        return sound && !id.isEmpty() ? Optional.of(new Question(id, type, topic, difficulty, stem, options, answer,
                citation, quote, explanation, pictured)) : Optional.empty();
    }

    private String id() {
        String id = in.text("id", LONGEST_ID);
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            in.mistake("id", "bank.file.id", id);
        }
        return id;
    }

    private String withoutLetters(String field, int longest) {
        String text = in.text(field, longest);
        if (LETTER.matcher(text).find()) {
            in.mistake(field, "bank.file.letter");
        }
        return text;
    }

    private List<Option> judgements() {
        if (in.has("options")) {
            in.optionalMap("options").ifPresent(YamlMap::names);
            in.mistake("options", "bank.file.judge-options");
        }
        return Question.JUDGEMENTS;
    }

    private List<Option> options(QuestionType type) {
        var read = in.map("options").map(map -> options(type, map)).orElse(List.of());
        sound &= !read.isEmpty();
        return read;
    }

    private List<Option> options(QuestionType type, YamlMap map) {
        var letters = map.names();
        int fewest = type == QuestionType.MULTIPLE ? 3 : 2;
        if (letters.size() < fewest || letters.size() > MOST_OPTIONS) {
            in.mistake("options", "bank.file.option-count", fewest, MOST_OPTIONS, letters.size());
        }
        var options = new ArrayList<Option>();
        Map<String, String> textToLetter = new HashMap<>();
        for (String letter : letters) {
            String text = map.text(letter, LONGEST_OPTION);
            checkLetter(map, letter, options.size());
            if (ABOVE.matcher(text).find()) {
                map.mistake(letter, "bank.file.above", text);
            }
            String same = text.isEmpty() ? null : textToLetter.putIfAbsent(bare(text), letter);
            if (same != null) {
                map.mistake(letter, "bank.file.options-equal", same);
            }
            options.add(new Option(letter, text));
        }
        return options;
    }

    private static void checkLetter(YamlMap map, String letter, int place) {
        String expected = Character.toString((char) ('A' + place));
        if (!letter.equals(expected)) {
            map.mistake(letter, "bank.file.option-letter", expected, letter);
        }
    }

    /** What a reader would take for the same text. */
    private static String bare(String text) {
        return text.replaceAll("[\\s。．.；;]", "");
    }

    private List<String> answer(QuestionType type, List<Option> options) {
        var answer = in.texts("answer", LONGEST_OPTION);
        if (!in.has("answer")) {
            in.mistake("answer", "yaml.missing");
            sound = false;
            return answer;
        }
        var letters = options.stream().map(Option::letter).toList();
        var unknown = answer.stream().filter(letter -> !letters.contains(letter)).toList();
        if (!unknown.isEmpty() && !options.isEmpty()) {
            in.mistake("answer", "bank.file.answer-letter", String.join(", ", unknown), String.join(", ", letters));
        } else if (answer.stream().distinct().count() < answer.size()) {
            in.mistake("answer", "bank.file.answer-twice");
        } else {
            checkCount(type, answer.size(), letters.size());
        }
        sound &= unknown.isEmpty() && !answer.isEmpty() && (type == QuestionType.MULTIPLE || answer.size() == 1);
        return answer;
    }

    private void checkCount(QuestionType type, int right, int options) {
        if (type != QuestionType.MULTIPLE && right != 1) {
            in.mistake("answer", "bank.file.answer-one", right);
        } else if (type == QuestionType.MULTIPLE && (right < 2 || right >= options)) {
            in.mistake("answer", "bank.file.answer-several", right, options);
        }
    }

    private String article() {
        String article = in.text("cite", LONGEST_ARTICLE);
        if (article.isEmpty()) {
            return SOME_ARTICLE;
        }
        if (!Citation.isArticle(article)) {
            in.mistake("cite", "bank.file.article", article);
            return SOME_ARTICLE;
        }
        return article;
    }
}
