package org.pufa.outreach.plan.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pufa.i18n.Lang;
import org.pufa.outreach.Catalogue;
import org.pufa.outreach.plan.Gauges;
import org.pufa.outreach.plan.Plan;
import org.pufa.outreach.plan.PlanTask;
import org.pufa.outreach.plan.Task;

/** The rows of a plan in the words of the official table, which is Chinese whoever asks for it. */
public final class PlanTable {

    /** The columns, as bureaus usually have them. */
    public static final List<String> HEADINGS = List.of("序号", "责任单位", "普法内容（法律法规）", "普法对象", "普法目标", "方式措施",
            "时间节点", "责任科室", "联系人");
    /** Where targets stand in what a task is to reach. */
    static final Pattern TARGETS = Pattern.compile("（指标：([^）]*)）");

    private final Catalogue catalogue;
    private final TargetWords words;

    public PlanTable(Catalogue catalogue, Gauges gauges) {
        this.catalogue = Objects.requireNonNull(catalogue);
        this.words = new TargetWords(gauges);
    }

    /** The cells of a row; its number is its place among the rows that are shown. */
    public List<String> cells(int number, PlanTask row, int year) {
        Task is = row.task();
        var cells = new ArrayList<String>();
        cells.add(Integer.toString(number));
        cells.add(is.office());
        cells.add(is.contents());
        cells.add(audiences(Lang.ZH, is));
        cells.add(goal(is));
        cells.add(is.means());
        cells.add(is.timing().say(Lang.ZH, year));
        cells.add(is.section());
        cells.add(is.contact());
        return cells;
    }

    /** 农民工、老年人 and others in free words. */
    public String audiences(Lang lang, Task task) {
        return Stream.concat(task.audiences().stream().map(code -> catalogue.audience(code)
                .map(one -> one.name().in(lang)).orElse(code)), Stream.of(task.others())).filter(text -> !text.isEmpty())
                .collect(Collectors.joining(lang == Lang.ZH ? "、" : ", "));
    }

    private String goal(Task task) {
        return task.targets().isEmpty() ? task.goal()
                : task.goal() + "（指标：" + words.say(Lang.ZH, task.targets()) + "）";
    }

    /** What stands above the table. */
    public static String title(Plan plan) {
        return plan.issuer() + plan.year() + "年普法责任清单";
    }
}
