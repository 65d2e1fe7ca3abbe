package org.pufa.bank.format.table;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a column holds, by what its heading means. */
enum Column {
    CODE("题号", "编号", "试题编号", "题目编号", "试题id", "id", "no", "number", "questionid"),
    TYPE("题型", "题目类型", "试题类型", "类型", "题类", "type", "questiontype"),
    STEM("题干", "题目", "试题", "题面", "问题", "内容", "试题内容", "题目内容", "题干内容", "试题题干", "题目题干", "试题题目", "题目名称",
            "试题名称", "题目描述", "题干描述", "试题正文", "question", "questiontext", "questiontitle", "stem"),
    OPTIONS("选项", "备选项", "候选项", "备选答案", "全部选项", "所有选项", "选项内容", "试题选项", "题目选项", "options", "choices"),
    ANSWER("答案", "正确答案", "标准答案", "参考答案", "试题答案", "题目答案", "正确选项", "答案选项", "answer", "answers", "correctanswer",
            "correct", "rightanswer", "key"),
    EXPLANATION("解析", "答案解析", "试题解析", "题目解析", "答案说明", "解释", "解答", "说明", "分析", "详解", "explanation", "explain",
            "analysis", "feedback"),
    CITATION("依据", "法条", "出处", "法律依据", "条文依据", "法条依据", "法规依据", "依据条文", "依据条款", "条文", "条款", "法律条文", "来源",
            "答案依据", "出题依据", "命题依据", "答案出处", "citation", "cite", "article", "reference", "source"),
    QUOTE("法条原文", "条文原文", "原文", "条文内容", "法条内容", "法律原文", "依据原文", "quote"),
    DIFFICULTY("难度", "难易度", "难易程度", "难度系数", "难度等级", "试题难度", "题目难度", "difficulty", "level"),
    TOPIC("知识点", "分类", "专题", "类别", "题目分类", "试题分类", "知识分类", "所属分类", "所属专题", "章节", "考点", "主题", "标签",
            "topic", "category", "tag", "tags"),
    /** Holds pictures and no words. */
    PICTURE("题图", "图片", "配图", "插图", "附图", "试题图片", "题目图片", "题干图片", "picture", "image", "figure"),
    /** Says nothing about the question itself. */
    ASIDE("序号", "分值", "分数", "得分", "本题分值", "每题分值", "默认分值", "题目分值", "score", "points", "point", "seq"),
    /** One option. */
    OPTION;

    private static final Pattern ONE = Pattern.compile("(?:选项|备选项|备选答案|候选项|option|choice|答案)?([a-j])(?:选项|项)?"
            + "|(?:选项|备选项|候选项|备选答案|option|choice)(10|[1-9]|[一二三四五六七八九十])");
    private static final String CHINESE = "一二三四五六七八九十";
    private static final Pattern ASIDE_WORDS = Pattern.compile("[(（\\[【].*?[)）\\]】]|[\\s*＊:：_/、.-]");

    private final List<String> names;

    Column(String... names) {
        this.names = List.of(names);
    }

    /** What a column with that heading holds; nothing for a heading that nobody here knows. */
    static Optional<Column> of(String heading) {
        String bare = bare(heading);
        if (option(heading).isPresent()) {
            return Optional.of(OPTION);
        }
        return Arrays.stream(values()).filter(column -> column.names.contains(bare)).findFirst();
    }

    /** Which option stands in a column with that heading, from 0. */
    static OptionalInt option(String heading) {
        Matcher one = ONE.matcher(bare(heading));
        if (!one.matches()) {
            return OptionalInt.empty();
        }
        if (one.group(1) != null) {
            return OptionalInt.of(one.group(1).charAt(0) - 'a');
        }
        int chinese = CHINESE.indexOf(one.group(2));
        return OptionalInt.of(chinese >= 0 ? chinese : Integer.parseInt(one.group(2)) - 1);
    }

    private static String bare(String heading) {
        if (heading.length() > 40) {
            return "";
        }
        String plain = Normalizer.normalize(heading, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return ASIDE_WORDS.matcher(plain).replaceAll("");
    }
}
