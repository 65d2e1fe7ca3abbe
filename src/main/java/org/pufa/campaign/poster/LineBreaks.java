package org.pufa.campaign.poster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Cuts a Chinese title into lines of about the same length. No line begins with a closing mark or ends with an opening
 * one, numbers and Latin words stay whole, and lines rather end between phrases than inside a word of this field.
 */
final class LineBreaks {

    private static final String CLOSING = "”’》〉）】」』、，。；：？！…—·%％°℃,.;:?!)]}";
    private static final String OPENING = "“‘《〈（【「『([{￥¥$#№";
    private static final Set<String> WORDS = Set.of("人力资源", "社会保障", "社会保险", "劳动合同", "劳动争议", "劳动关系", "公积金",
            "农民工", "调解仲裁", "仲裁", "就业促进", "安全生产", "工伤保险", "养老保险", "失业保险", "医疗保险", "职业病", "普法",
            "知识", "竞赛", "答题", "问卷", "调查", "评选", "投票", "活动", "单位", "成绩", "突出", "行动", "宣传", "法律", "法规",
            "条例", "工资", "支付", "权益", "保障", "保护", "企业", "职工", "职业", "技能", "培训", "学习", "月", "日", "年", "周",
            "有奖", "网上", "全市", "全国", "杭州", "公示", "征集", "意见", "建议", "满意度", "服务", "窗口", "优秀", "先进", "个人",
            "集体", "案例", "十大", "最美", "我的", "有话说", "小时工", "女职工", "未成年", "青年", "妇女", "儿童", "消费者", "宪法",
            "民法典", "劳动法", "就业", "创业", "人才", "主题", "专题", "系列", "网络", "线上", "无欠薪", "欠薪", "根治", "治理");
    private static final int LONGEST_WORD = 4;
    private static final double INSIDE_WORD = 0.35;
    /** The name of a law or a saying between marks; a long one may be cut. */
    private static final double INSIDE_NAME = 0.8;
    private static final int LONGEST_NAME = 14;
    private static final double BETWEEN_PHRASES = -0.06;
    private static final double SHORT_END = 0.3;

    private final String text;
    private final int[] at;
    private final ToDoubleFunction<String> width;

    private LineBreaks(String text, ToDoubleFunction<String> width) {
        this.text = text;
        this.at = text.codePoints().toArray();
        this.width = width;
    }

    /**
     * @param width how wide a piece of the text is
     * @param widest no line is wider, unless a single character is
     */
    static List<String> of(String text, double widest, ToDoubleFunction<String> width) {
        String plain = text.strip().replaceAll("\\s+", " ");
        return plain.isEmpty() ? List.of() : new LineBreaks(plain, width).lines(widest);
    }

    private List<String> lines(double widest) {
        int n = at.length;
        var cost = new double[n + 1];
        var from = new int[n + 1];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        cost[0] = 0;
        double even = even(widest);
        for (int end = 1; end <= n; end++) {
            for (int begin = end - 1; begin >= 0; begin--) {
                double wide = width.applyAsDouble(piece(begin, end));
                if (wide > widest && begin < end - 1) {
                    break;
                }
                double total = cost[begin] + 1 + raggedness(wide, even, end == n) + penalty(end);
                if (total < cost[end]) {
                    cost[end] = total;
                    from[end] = begin;
                }
            }
        }
        var lines = new ArrayList<String>();
        for (int end = n; end > 0; end = from[end]) {
            lines.add(0, piece(from[end], end));
        }
        return lines;
    }

    /** The length that all lines would have if the text could be cut anywhere. */
    private double even(double widest) {
        double all = width.applyAsDouble(text);
        return all / Math.max(1, Math.ceil(all / widest - 1e-9));
    }

    private static double raggedness(double wide, double even, boolean last) {
        double off = (wide - even) / even;
        return off * off * (last && off < 0 ? 0.5 : 1) + (last && wide < even * 0.25 ? SHORT_END : 0);
    }

    private String piece(int begin, int end) {
        return new String(at, begin, end - begin).strip();
    }

    /** What it costs to end a line there: 1000 where it must not be unless there is no other way. */
    private double penalty(int end) {
        if (end == at.length) {
            return 0;
        }
        int before = at[end - 1];
        int after = at[end];
        if (isIn(CLOSING, after) || isIn(OPENING, before) || joins(before) && joins(after) || isMark(after)
                || before == 0x200D) {
            return 1000;
        }
        if (isIn(CLOSING, before) || isIn(OPENING, after) || before == ' ' || after == ' ') {
            return BETWEEN_PHRASES;
        }
        return (insideName(end) ? INSIDE_NAME : 0) + (insideWord(end) || isDigit(before) ? INSIDE_WORD : 0);
    }

    private boolean insideName(int end) {
        for (int begin = end - 1; begin >= Math.max(0, end - LONGEST_NAME); begin--) {
            if (isIn(CLOSING, at[begin])) {
                return false;
            } else if (isIn(OPENING, at[begin])) {
                return closes(begin, end);
            }
        }
        return false;
    }

    private boolean closes(int begin, int end) {
        for (int i = end; i < Math.min(at.length, begin + LONGEST_NAME); i++) {
            if (isIn(CLOSING, at[i])) {
                return true;
            }
        }
        return false;
    }

    /** Whether a mark of the line has its partner in another line. */
    static boolean cutsName(String line) {
        return line.chars().filter(c -> "“《".indexOf(c) >= 0).count() != line.chars().filter(c -> "”》".indexOf(c) >= 0).count();
    }

    /** Whether the line begins with a mark that leaves its left half white. */
    static boolean hangs(String line) {
        return !line.isEmpty() && "“‘《〈（【「『".indexOf(line.charAt(0)) >= 0;
    }

    private static boolean isIn(String marks, int c) {
        return marks.indexOf(c) >= 0;
    }

    /** Letters and digits of a number, a word or an address. */
    private static boolean joins(int c) {
        return c < 0x2E80 && c != ' ' && (Character.isLetterOrDigit(c) || "./-_+@:%&'’–~".indexOf(c) >= 0);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.FORMAT || type == Character.ENCLOSING_MARK
                || type == Character.MODIFIER_SYMBOL;
    }

    private boolean insideWord(int end) {
        for (int begin = Math.max(0, end - LONGEST_WORD + 1); begin < end; begin++) {
            for (int stop = end + 1; stop <= Math.min(at.length, begin + LONGEST_WORD); stop++) {
                if (WORDS.contains(new String(at, begin, stop - begin))) {
                    return true;
                }
            }
        }
        return false;
    }
}
