package org.pufa.bank.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text of a law, line by line: 第十九条 opens an article, 第二章 a chapter, every further line is a paragraph
 * or an item. What stands before the first article, a table of contents among it, is left out.
 */
public final class LawText {

    private static final int LONGEST_LINE = 5000;
    /** The number, then a blank: a wrapped line that begins with 第四十条规定的情形 opens no article. */
    private static final Pattern ARTICLE = Pattern.compile("第([" + Numerals.CHARACTERS + "]{1,9})条(?:之(["
            + Numerals.CHARACTERS + "]{1,4}))?(?:[\\s\\u3000:：]+(.*))?");
    private static final Pattern CHAPTER = Pattern.compile("第[" + Numerals.CHARACTERS + "]{1,4}(编|分编|章|节)[\\s\\u3000].*");
    private static final Pattern MARKS = Pattern.compile("^#+\\s*|\\*\\*|^\\s*>.*$");

    private final TreeMap<ArticleNumber, Article> articles = new TreeMap<>();
    private final List<ArticleNumber> twice = new ArrayList<>();
    private String chapter = "";
    private String section = "";
    private ArticleNumber number;
    private List<String> lines = new ArrayList<>();

    private LawText() {
    }

    /**
     * What a text holds.
     *
     * @param articles in their order
     * @param twice articles of which a second text was met; the first one stands
     * @param missing numbers between the first article and the last that are not there
     */
    public record Reading(List<Article> articles, List<ArticleNumber> twice, List<Integer> missing) {

        public Reading {
            articles = List.copyOf(articles);
            twice = List.copyOf(twice);
            missing = List.copyOf(missing);
        }

        /** Number of the last article; 0 when there is none. */
        public int last() {
            return articles.stream().mapToInt(article -> article.number().number()).max().orElse(0);
        }
    }

    public static Reading read(String text) {
        var reading = new LawText();
        text.lines().map(LawText::plain).filter(line -> !line.isEmpty()).forEach(reading::line);
        reading.close();
        return new Reading(List.copyOf(reading.articles.values()), reading.twice, reading.missing());
    }

    private static String plain(String line) {
        String cut = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
        return MARKS.matcher(cut).replaceAll("").replaceAll("^[\\s\\u3000\\uFEFF]+|[\\s\\u3000]+$", "");
    }

    private void line(String line) {
        Matcher opening = ARTICLE.matcher(line);
        if (opening.matches()) {
            close();
            open(opening);
        } else if (CHAPTER.matcher(line).matches()) {
            close();
            heading(line);
        } else if (number != null) {
            lines.add(line);
        }
    }

    private void open(Matcher opening) {
        int main = Numerals.parse(opening.group(1)).orElse(0);
        int inserted = Optional.ofNullable(opening.group(2)).map(Numerals::parse).map(read -> read.orElse(0)).orElse(0);
        number = main == 0 ? null : new ArticleNumber(main, inserted);
        lines = new ArrayList<>();
        if (opening.group(3) != null && !opening.group(3).isBlank()) {
            lines.add(opening.group(3).strip());
        }
    }

    private void heading(String line) {
        String title = line.replaceAll("[\\s\\u3000]+", " ");
        Matcher kind = CHAPTER.matcher(line);
        if (kind.matches() && kind.group(1).equals("节")) {
            section = title;
        } else {
            chapter = title;
            section = "";
        }
    }

    private void close() {
        if (number != null && !lines.isEmpty()) {
            var article = new Article(number, (chapter + ' ' + section).strip(), lines);
            if (articles.putIfAbsent(number, article) != null) {
                twice.add(number);
            }
        }
        number = null;
        lines = new ArrayList<>();
    }

    private List<Integer> missing() {
        var missing = new ArrayList<Integer>();
        int last = articles.isEmpty() ? 0 : articles.lastKey().number();
        for (int each = 1; each < last; each++) {
            if (!articles.containsKey(new ArticleNumber(each, 0))) {
                missing.add(each);
            }
        }
        return missing;
    }
}
