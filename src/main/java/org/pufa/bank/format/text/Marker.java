package org.pufa.bank.format.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A word that says what follows: 答案：, 【解析】, 难度系数：.
 *
 * @param from where it begins, brackets included
 * @param end where what it announces begins
 */
record Marker(Kind kind, String name, int from, int end) {

    enum Kind { ANSWER, IGNORED, EXPLANATION, CITATION, QUOTE, CODE, DIFFICULTY, TOPIC, SECTION_TOPIC, TYPE }

    private record Name(String text, Kind kind, boolean inline) {
    }

    /** Longer names before those that they begin with. */
    private static final List<Name> NAMES = Stream.of(
            names(Kind.IGNORED, true, "你的答案", "你的选项", "您的答案", "我的答案", "考生答案", "作答结果"),
            names(Kind.EXPLANATION, true, "答案解析", "试题解析", "题目解析", "参考解析", "答案分析", "explanation", "解析", "详解"),
            names(Kind.QUOTE, false, "法条原文", "条文原文", "原文"),
            names(Kind.CODE, false, "题目编号", "编号"),
            names(Kind.CITATION, false, "答案依据", "法律依据", "法条依据", "条文依据", "政策依据", "依据", "法条", "出处"),
            names(Kind.ANSWER, true, "参考答案", "正确答案", "标准答案", "正确选项", "标准选项", "正确的答案", "答案", "正解",
                    "correct answer", "answer"),
            names(Kind.ANSWER, false, "答"),
            names(Kind.EXPLANATION, false, "分析", "解释", "说明", "analysis"),
            names(Kind.DIFFICULTY, false, "难度系数", "难易程度", "难易度", "难度"),
            names(Kind.TOPIC, false, "知识点", "考点", "标签", "主题"),
            names(Kind.SECTION_TOPIC, false, "分类", "章节", "所属章节"),
            names(Kind.IGNORED, false, "分值", "得分", "题号", "序号"),
            names(Kind.TYPE, false, "试题类型", "题目类型", "题型")).flatMap(List::stream).toList();

    private static List<Name> names(Kind kind, boolean inline, String... texts) {
        return Stream.of(texts).map(text -> new Name(text, kind, inline)).toList();
    }

    /** The marker with which the text begins at this place. */
    static Optional<Marker> at(String text, int from) {
        int start = Scan.skipSpaces(text, from);
        return name(text, start, false).flatMap(name -> closed(text, start, start, name)
                .or(() -> loose(text, start, name)))
                .or(() -> bracketed(text, start));
    }

    /** The first marker within the text from this place on that cuts it; one in round brackets belongs to the stem. */
    static Optional<Marker> within(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            int at = i;
            if (isInBrackets(text, i)) {
                continue;
            }
            var found = Scan.isOneOf(text, i, "【[〔") ? bracketed(text, i)
                    : name(text, i, true).flatMap(name -> closed(text, at, at, name));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The marker at this very place that has a colon or brackets of its own. */
    static Optional<Marker> plainly(String text, int at) {
        return name(text, at, true).flatMap(name -> closed(text, at, at, name)).or(() -> bracketed(text, at));
    }

    private static boolean isInBrackets(String text, int at) {
        int before = at - 1;
        while (before >= 0 && at - before < 4 && Scan.isSpace(text, before)) {
            before--;
        }
        return Scan.isOneOf(text, before, "（(");
    }

    private static Optional<Name> name(String text, int at, boolean inline) {
        if (at >= text.length() || "你您我考作答试题参解详法条原编政依出正标难知主分所得序说aeAEcC".indexOf(text.charAt(at)) < 0) {
            return Optional.empty();
        }
        return NAMES.stream().filter(name -> (name.inline() || !inline)
                && text.regionMatches(true, at, name.text(), 0, name.text().length())).findFirst();
    }

    /** With a colon behind it. */
    private static Optional<Marker> closed(String text, int from, int start, Name name) {
        int colon = Scan.skipSpaces(text, start + name.text().length());
        return Scan.isOneOf(text, colon, ":：")
                ? Optional.of(new Marker(name.kind(), name.text(), from, Scan.skipSpaces(text, colon + 1)))
                : Optional.empty();
    }

    /** At the beginning of a line only: 答案是A, 答案　A, 答案A. */
    private static Optional<Marker> loose(String text, int start, Name name) {
        int end = start + name.text().length();
        if (name.kind() != Kind.ANSWER || name.text().length() == 1
                || name.text().toLowerCase(Locale.ROOT).startsWith("c")) {
            return Optional.empty();
        }
        int value = Scan.isOneOf(text, end, "是为") ? end + 1 : end;
        String rest = text.substring(value);
        boolean fits = rest.isBlank() || Scan.isAnswer(rest)
                || Scan.isSpace(text, value) && AnswerValue.end(rest, Scan.skipSpaces(rest, 0)) > 0;
        return fits ? Optional.of(new Marker(name.kind(), name.text(), start, Scan.skipSpaces(text, value)))
                : Optional.empty();
    }

    private static Optional<Marker> bracketed(String text, int open) {
        if (!Scan.isOneOf(text, open, "【[〔")) {
            return Optional.empty();
        }
        int start = Scan.skipSpaces(text, open + 1);
        return name(text, start, false).flatMap(name -> {
            int close = Scan.skipSpaces(text, start + name.text().length());
            if (!Scan.isOneOf(text, close, "】]〕")) {
                return Scan.isOneOf(text, close, ":：") && Scan.closing(text, open, 30).isPresent()
                        ? Optional.of(new Marker(name.kind(), name.text(), open, close + 1)) : Optional.empty();
            }
            int value = Scan.skipSpaces(text, close + 1);
            return Optional.of(new Marker(name.kind(), name.text(), open,
                    Scan.isOneOf(text, value, ":：") ? Scan.skipSpaces(text, value + 1) : value));
        });
    }
}
