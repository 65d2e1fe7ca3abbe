package org.pufa.bank.format;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.pufa.bank.Album;
import org.pufa.bank.Bank;
import org.pufa.bank.Citation;
import org.pufa.bank.Picture;
import org.pufa.bank.Question;
import org.pufa.bank.Question.Option;
import org.pufa.bank.QuestionPicture;
import org.pufa.bank.QuestionType;
import org.pufa.bank.intake.CleanText;
import org.pufa.bank.picture.Painter;
import org.pufa.support.Painted;

/** Questions whose texts are full of the signs that formats use for themselves. */
public final class Nasty {

    public static final Bank BANK = new Bank("labor-law", "《劳动法》题库：\"试\" #1", "劳动法", "2018-12-29修正");

    private static final List<String> PIECES = List.of("\"", "'", "''", "{", "}", "=", "~", "#", "####", "\\", "\\n", ":",
            "::", "\n", "\t", ",", ";", "；", "，", "|", "｜", "<b>", "</p>", "&amp;", "&", "]]>", "<![CDATA[", "<!--",
            "-->", "->", "%50%", "%", "[html]", "[plain]", "//", "/", "$CATEGORY: x", "A.", "A、", "B) ", "（A）", "(B)",
            "ANSWER: A", "答案：B", "解析：", "依据：《劳动法》第一条", "\n依据：", "\n原文：", "原文：", "难度：1", "@", "+1", "-1", "=1+1",
            "'=2", "＝3", "* ", "- ", "? ", "! ", "_x000A_", "_x005F_", "__", "（　）", "(  )", "1. ", "2、", "一、单选题",
            "对", "错", "√", "×", "TRUE", "null", "yes", "0", "1e3", "2024-01-01", "……", "——", "“", "”", "《", "》", "。", "　",
            " ", "é", "e\u0301", "𠮷", "😀", "\u00AD", "\u200B", "\uFEFF", "\u0085", "\u2028", "用人单位", "劳动者", "试用期",
            "工资", "a", "Z", "12", "${x}", "{{x}}", "%s", "\r\n");

    private static final List<Picture> PICTURES = List.of(painted(Painted.plain("png", 40, 30)),
            painted(Painted.plain("png", 7, 90)), painted(Painted.photograph(300, 200)),
            painted(Painted.noise("jpg", 64, 48)));
    /** Every picture that questions made here show. */
    public static final Album ALBUM = Album.of(PICTURES);

    private Nasty() {
    }

    private static Picture painted(byte[] content) {
        return ((Painter.Painted) new Painter(0).paint(content)).picture();
    }

    /** A text as the bank keeps it, never empty. */
    public static Arbitrary<String> text() {
        return Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(9)
                .map(pieces -> CleanText.of(String.join("", pieces))).filter(text -> !text.isEmpty());
    }

    /** The same, in one line. */
    public static Arbitrary<String> line() {
        return text().map(text -> CleanText.of(text.replace('\n', ' '))).filter(text -> !text.isEmpty());
    }

    public static Arbitrary<List<Question>> questions() {
        return question().list().ofMinSize(1).ofMaxSize(4).map(Nasty::numbered);
    }

    /** Questions most of which have pictures of {@link #ALBUM}, in stem and options. */
    public static Arbitrary<List<Question>> picturedQuestions() {
        return Combinators.combine(question(), shown().list().ofMaxSize(QuestionPicture.MOST)).as(Nasty::pictured)
                .list().ofMinSize(1).ofMaxSize(4).map(Nasty::numbered);
    }

    /** Which picture, in which place, and what is said of it. */
    private record Shown(int picture, int place, String alt) {
    }

    private static Arbitrary<Shown> shown() {
        return Combinators.combine(Arbitraries.integers().between(0, PICTURES.size() - 1),
                Arbitraries.integers().between(0, 7), line()).as(Shown::new);
    }

    private static Question pictured(Question question, List<Shown> shown) {
        var pictures = shown.stream().map(one -> QuestionPicture.of(place(question, one.place()), one.alt(),
                PICTURES.get(one.picture()))).toList();
        return new Question(question.id(), question.type(), question.topic(), question.difficulty(), question.stem(),
                question.options(), question.answer(), question.citation(), question.quote(), question.explanation(),
                pictures);
    }

    private static String place(Question question, int place) {
        boolean option = question.type() != QuestionType.JUDGE && place < question.options().size();
        return option ? question.options().get(place).letter() : QuestionPicture.STEM;
    }

    /** Ids are unique in a bank. */
    private static List<Question> numbered(List<Question> questions) {
        var numbered = new ArrayList<Question>();
        for (Question each : questions) {
            numbered.add(new Question(each.id() + numbered.size(), each.type(), each.topic(), each.difficulty(),
                    each.stem(), each.options(), each.answer(), each.citation(), each.quote(), each.explanation(),
                    each.pictures()));
        }
        return numbered;
    }

    public static Arbitrary<Question> question() {
        var texts = Combinators.combine(text(), text(), text(), line(), line()).as(Texts::new);
        var options = text().list().ofMinSize(2).ofMaxSize(6);
        return Combinators.combine(texts, Arbitraries.of(QuestionType.class), options, Arbitraries.integers().between(1, 3),
                Arbitraries.integers().between(0, 63)).as(Nasty::question);
    }

    private record Texts(String stem, String quote, String explanation, String id, String topic) {
    }

    private static Question question(Texts texts, QuestionType type, List<String> options, int difficulty, int picks) {
        boolean judge = type == QuestionType.JUDGE;
        List<Option> lettered = judge ? Question.JUDGEMENTS : lettered(options);
        return new Question(texts.id, type, texts.topic, difficulty, texts.stem, lettered,
                answer(type, lettered, picks), new Citation("劳动法", BANK.version(), "第二十一条"), texts.quote,
                texts.explanation);
    }

    private static List<Option> lettered(List<String> texts) {
        var options = new ArrayList<Option>();
        texts.forEach(text -> options.add(new Option(RawDraft.letter(options.size()), text)));
        return options;
    }

    private static List<String> answer(QuestionType type, List<Option> options, int picks) {
        if (type != QuestionType.MULTIPLE) {
            return List.of(options.get(picks % options.size()).letter());
        }
        var letters = new ArrayList<>(List.of(options.get(picks % options.size()).letter()));
        for (int i = 0; i < options.size(); i++) {
            if ((picks >> i & 1) == 1 && !letters.contains(options.get(i).letter())) {
                letters.add(options.get(i).letter());
            }
        }
        if (letters.size() == 1) {
            letters.add(options.get((picks + 1) % options.size()).letter());
        }
        return letters;
    }
}
