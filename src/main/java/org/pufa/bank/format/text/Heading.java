package org.pufa.bank.format.text;

import java.util.List;
import java.util.Optional;
import org.pufa.bank.intake.CleanText;
import org.pufa.bank.intake.TypeWord;

/**
 * A line that stands over questions: 一、单选题（每题 2 分）, 判断题, 第二章 劳动合同.
 *
 * @param typeWord the type it names; "" for a chapter
 * @param topic the chapter it names; "" for a type
 * @param style how it is numbered, so that chapters within a section are told from sections
 * @param key whether it stands over answers, not questions
 * @param end where the text behind it begins; a question may be glued to it
 */
record Heading(String typeWord, String topic, String style, boolean key, int end) {

    private static final String NUMERALS = "一二三四五六七八九十百";
    private static final int LONGEST_TYPE = 12;
    private static final int LONGEST_CHAPTER = 24;
    private static final int LONGEST_KEY = 24;
    private static final List<String> NO_TYPES = List.of("问题", "主题", "课题", "标题", "难题", "议题", "试题", "习题", "例题");
    private static final List<String> KEYS = List.of("答案", "答案及解析", "答案与解析", "答案和解析", "答案解析", "答案部分");

    static Optional<Heading> of(String text) {
        int start = Scan.skipSpaces(text, 0);
        int name = prefixEnd(text, start);
        String style = style(text, start, name);
        return type(text, name, style).or(() -> name > start ? chapter(text, name, style) : Optional.empty());
    }

    /** Behind 一、（一） 第一章 第二部分; where the line begins when there is none of them. */
    private static int prefixEnd(String text, int start) {
        boolean bracket = Scan.isOneOf(text, start, "（(");
        boolean ordinal = text.startsWith("第", start);
        int numeral = bracket || ordinal ? start + 1 : start;
        int end = numeral;
        while (Scan.isOneOf(text, end, NUMERALS)) {
            end++;
        }
        if (end == numeral || end - numeral > 4) {
            return start;
        } else if (bracket) {
            return Scan.isOneOf(text, end, "）)") ? skip(text, end + 1, "、.．") : start;
        } else if (ordinal) {
            int unit = List.of("部分", "大题", "章", "节", "编", "篇").stream().filter(one -> text.startsWith(one, numeralEnd(text,
                    numeral))).mapToInt(String::length).findFirst().orElse(0);
            return unit == 0 ? start : skip(text, end + unit, "、.．:：");
        }
        return Scan.isOneOf(text, end, "、.．,，:：") ? skip(text, end + 1, "") : start;
    }

    private static int numeralEnd(String text, int from) {
        int end = from;
        while (Scan.isOneOf(text, end, NUMERALS)) {
            end++;
        }
        return end;
    }

    private static int skip(String text, int from, String signs) {
        int at = Scan.skipSpaces(text, from);
        return Scan.isOneOf(text, at, signs) ? Scan.skipSpaces(text, at + 1) : at;
    }

    private static String style(String text, int start, int name) {
        return name == start ? "" : Scan.isOneOf(text, start, "（(") ? "(" : text.startsWith("第", start) ? "第" : "、";
    }

    private static Optional<Heading> type(String text, int from, String style) {
        int start = style.isEmpty() ? numbered(text, from) : from;
        String word = typeWord(text, start);
        if (word.isEmpty() || !isType(word, style)) {
            return Optional.empty();
        }
        int end = start + word.length();
        String rest = CleanText.trim(text.substring(end));
        boolean key = rest.length() <= LONGEST_KEY && KEYS.stream().anyMatch(one -> bareKey(rest).equals(one));
        int glued = glued(text, end);
        boolean closed = rest.isEmpty() || key || "（(【[:：。,，、.-—/+".indexOf(rest.charAt(0)) >= 0
                || rest.startsWith("共") || rest.startsWith("每") || rest.startsWith("本") || glued == Scan.skipSpaces(text, end);
        return closed && (start == from || glued < 0)
                ? Optional.of(new Heading(word, "", style, key, key || glued < 0 ? text.length() : glued))
                : Optional.empty();
    }

    /** Behind "1." where the rest of the line is nothing but the name of a type. */
    private static int numbered(String text, int from) {
        return NumberMark.at(text, from).filter(mark -> mark.style() == NumberMark.Style.DOT)
                .map(mark -> Scan.skipSpaces(text, mark.end())).orElse(from);
    }

    /** Up to the first 题, or the whole of a short line without one. */
    private static String typeWord(String text, int from) {
        int end = from;
        while (end < text.length() && end < from + LONGEST_TYPE && "（(【[:：。,，、 \t　".indexOf(text.charAt(end)) < 0) {
            end++;
            if (text.charAt(end - 1) == '题' && !(end < text.length() && "库目干型".indexOf(text.charAt(end)) >= 0)) {
                return text.substring(from, end);
            }
        }
        return end - from <= 6 ? text.substring(from, end) : "";
    }

    private static boolean isType(String word, String style) {
        if (!word.endsWith("题")) {
            return (word.endsWith("选") || word.endsWith("选择") || word.endsWith("判断") || word.equals("是非")
                    || word.equals("填空") || word.equals("简答")) && TypeWord.isOne(word);
        }
        return word.length() > 1 && TypeWord.isOne(word)
                || !style.isEmpty() && word.length() > 2 && NO_TYPES.stream().noneMatch(word::endsWith);
    }

    /** Where the first question begins that stands in the same line, behind what brackets say of marks; −1 if none. */
    private static int glued(String text, int from) {
        int at = from;
        while (at < text.length()) {
            at = Scan.skipSpaces(text, at);
            var close = Scan.isOneOf(text, at, Scan.OPENING) ? Scan.closing(text, at, 60) : Optional.<Integer>empty();
            if (NumberMark.at(text, at).filter(mark -> mark.sure() && mark.number() == 1).isPresent()) {
                return at;
            } else if (close.isPresent()) {
                at = close.get() + 1;
            } else if (Scan.isOneOf(text, at, ":：。,，.、")) {
                at++;
            } else {
                return -1;
            }
        }
        return -1;
    }

    private static Optional<Heading> chapter(String text, int from, String style) {
        String name = CleanText.trim(text.substring(from));
        boolean plain = name.length() <= LONGEST_CHAPTER && (!name.isEmpty() || style.equals("("))
                && name.chars().noneMatch(c -> "。？?！!；;_（）()：:，".indexOf(c) >= 0);
        return plain ? Optional.of(new Heading("", name, style, false, text.length())) : Optional.empty();
    }

    /** 参考答案, 答案及解析：, 附：参考答案: what may stand over a table of answers. */
    static boolean isKey(String text) {
        String bare = bareKey(CleanText.trim(text));
        return bare.length() <= LONGEST_KEY && KEYS.stream().anyMatch(bare::endsWith)
                && !Scan.isDigit(bare, 0) && bare.chars().noneMatch(c -> "。？?".indexOf(c) >= 0);
    }

    private static String bareKey(String text) {
        var bare = new StringBuilder();
        text.codePoints().filter(point -> "【】[]:： 　#*参考标准正确（）()".indexOf(point) < 0).forEach(bare::appendCodePoint);
        return bare.toString();
    }
}
