package org.pufa.bank.format.keyed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pufa.bank.format.TextBytes;
import org.pufa.bank.intake.QuestionReader;
import org.pufa.bank.intake.RawQuestion;
import org.pufa.bank.intake.SourceFile;
import org.pufa.bank.intake.UnreadableFile;
import org.pufa.yaml.Mistake;
import org.pufa.yaml.YamlFile;
import org.pufa.yaml.YamlMap;

/** Reads a bank file question by question, so that a mistake in one does not keep the others out. */
public final class YamlReader implements QuestionReader {

    private static final Pattern QUESTIONS = Pattern.compile("(?m)^questions\\s*:\\s*(#.*)?$");
    private static final Pattern ITEM = Pattern.compile("questions\\[(\\d{1,9})](.*)");
    private static final int LONGEST = 100_000;
    private static final int MOST = 100_000;
    private static final int MOST_PICTURES = 100;
    private static final int LONGEST_DATA = 8 * 1024 * 1024;
    /** Deeper nesting is no bank, and would cost the parser its stack. */
    private static final Pattern NESTED = Pattern.compile("[\\[{][\\s\\[{]{50}|(?:[-?][ \\t]+){20}");

    @Override
    public String format() {
        return "yaml";
    }

    @Override
    public boolean recognises(SourceFile file) {
        return QUESTIONS.matcher(TextBytes.beginning(file.content())).find();
    }

    @Override
    public List<RawQuestion> read(SourceFile file) throws UnreadableFile {
        String text = TextBytes.text(file.content());
        var yaml = parse(file.name(), text);
        Optional<YamlMap> root = yaml.root();
        if (root.isEmpty()) {
            int line = yaml.mistakes().isEmpty() ? 1 : yaml.mistakes().get(0).line();
            throw new UnreadableFile("bank.intake.keyed.broken", line);
        }
        String law = root.get().optionalText("law", LONGEST).orElse("");
        var questions = new TreeMap<Integer, KeyedQuestion>();
        root.get().maps("questions", 0, MOST).forEach(map -> questions.put(place(map.path()), question(map)));
        yaml.mistakes().forEach(mistake -> note(mistake, questions));
        return questions.values().stream().map(question -> question.raw(law)).toList();
    }

    private static int place(String path) {
        Matcher item = ITEM.matcher(path);
        return item.matches() ? Integer.parseInt(item.group(1)) : 0;
    }

    /** What the file says in the wrong way is not lost without a word, even where a question is no map at all. */
    private static void note(Mistake mistake, Map<Integer, KeyedQuestion> questions) {
        Matcher item = ITEM.matcher(mistake.field());
        if (item.matches()) {
            questions.computeIfAbsent(Integer.parseInt(item.group(1)), place -> new KeyedQuestion(mistake.line()))
                    .unknown(item.group(2).isEmpty() ? mistake.field() : item.group(2).substring(1));
        }
    }

    private static YamlFile parse(String name, String text) throws UnreadableFile {
        if (NESTED.matcher(text).find()) {
            throw new UnreadableFile("bank.intake.keyed.broken", 1);
        }
        return YamlFile.read(name, text);
    }

    private static KeyedQuestion question(YamlMap map) {
        var question = new KeyedQuestion(map.line());
        for (String key : map.names()) {
            if (KeyedQuestion.TEXTS.contains(key)) {
                map.optionalText(key, LONGEST).ifPresent(text -> question.text(key, text));
            } else if (key.equals(KeyedQuestion.ANSWER)) {
                map.texts(key, LONGEST).forEach(question::answer);
            } else if (key.equals(KeyedQuestion.OPTIONS)) {
                options(map, question);
            } else if (key.equals(KeyedQuestion.PICTURES)) {
                map.maps(key, 0, MOST_PICTURES).forEach(picture -> picture(picture, question));
            } else {
                question.unknown(key);
            }
        }
        return question;
    }

    private static void picture(YamlMap picture, KeyedQuestion question) {
        var keys = new LinkedHashMap<String, String>();
        picture.names().forEach(key -> keys.put(key, picture.optionalText(key, LONGEST_DATA).orElse("")));
        question.picture(keys);
    }

    private static void options(YamlMap map, KeyedQuestion question) {
        if (map.isMap(KeyedQuestion.OPTIONS)) {
            map.optionalMap(KeyedQuestion.OPTIONS).ifPresent(options -> options.names()
                    .forEach(letter -> question.option(letter, options.optionalText(letter, LONGEST).orElse(""))));
        } else {
            map.texts(KeyedQuestion.OPTIONS, LONGEST).forEach(text -> question.option("", text));
        }
    }
}
