package org.pufa.bank.law;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads citations as people write them: with the full title or the short name, with or without 《》, in Chinese or
 * Arabic numerals, 之一, 第（三）项, 第三项 or 第3项, and several one after the other.
 */
public final class CitationText {

    private static final int LONGEST = 500;
    private static final String NUMBER = "([" + Numerals.CHARACTERS + "]{1,9})";
    private static final Pattern PART = Pattern.compile("《([^《》]{1,80})》|第?" + NUMBER + "条(?:之" + NUMBER + ")?|第?"
            + NUMBER + "款|第?\\(" + NUMBER + "\\)项?|第?" + NUMBER + "项");
    private static final int LAW = 1;
    private static final int ARTICLE = 2;
    private static final int INSERTED = 3;
    private static final int PARAGRAPH = 4;
    private static final int BRACKETED_ITEM = 5;
    private static final int ITEM = 6;
    private static final Pattern LEAD = Pattern.compile(
            "^(?:法律依据|条文依据|法条依据|依据|出处|来源|根据|依照|按照|参见|参考|详见|见|和|及|与|以及|或者|或)+");
    /** A name without 《》 stands right before its article. */
    private static final Pattern BARE_NAME = Pattern.compile(
            "(\\p{IsHan}{1,40}(?:法|法典|条例|规定|办法|解释|细则|决定|通知|意见))(?:\\([^()]{1,40}\\))?$");

    private final List<Cited> cited = new ArrayList<>();
    private String law = "";
    private ArticleNumber article;
    private int paragraph;
    private int item;

    private CitationText() {
    }

    /** Every place that the text cites, in its order; none when it names no article. */
    public static List<Cited> read(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String plain = Normalizer.normalize(cut, Normalizer.Form.NFKC).replaceAll("\\s+", "")
                .replace('〈', '《').replace('〉', '》');
        var reading = new CitationText();
        reading.parts(plain);
        reading.finish();
        return List.copyOf(reading.cited);
    }

    private void parts(String plain) {
        Matcher part = PART.matcher(plain);
        int end = 0;
        while (part.find()) {
            if (part.group(ARTICLE) != null) {
                bareName(plain.substring(end, part.start()));
            }
            part(part);
            end = part.end();
        }
    }

    private void bareName(String before) {
        var name = BARE_NAME.matcher(before);
        if (name.find()) {
            finish();
            law = LEAD.matcher(name.group(1)).replaceFirst("");
        }
    }

    private void part(Matcher part) {
        if (part.group(LAW) != null) {
            finish();
            law = part.group(LAW);
        } else if (part.group(ARTICLE) != null) {
            finish();
            article(part.group(ARTICLE), part.group(INSERTED));
        } else if (article != null && part.group(PARAGRAPH) != null) {
            paragraph(part.group(PARAGRAPH));
        } else if (article != null) {
            item(part.group(BRACKETED_ITEM) != null ? part.group(BRACKETED_ITEM) : part.group(ITEM));
        }
    }

    private void article(String number, String inserted) {
        int read = positive(number);
        if (read > 0) {
            article = new ArticleNumber(read, inserted == null ? 0 : positive(inserted));
        }
    }

    /** A second 款 or 项 is a place of its own in the same article. */
    private void paragraph(String number) {
        if (paragraph > 0 || item > 0) {
            add();
        }
        paragraph = positive(number);
        item = 0;
    }

    private void item(String number) {
        if (item > 0) {
            add();
        }
        item = positive(number);
    }

    private static int positive(String number) {
        OptionalInt read = Numerals.parse(number);
        return read.orElse(0);
    }

    private void add() {
        cited.add(new Cited(law, article, paragraph, item));
    }

    private void finish() {
        if (article != null) {
            add();
        }
        article = null;
        paragraph = 0;
        item = 0;
    }
}
