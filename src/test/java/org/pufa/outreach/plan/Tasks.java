package org.pufa.outreach.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Tasks as a bureau plans them for 2026. */
public final class Tasks {

    public static final String ISSUER = "杭州市人力资源和社会保障局";

    private Tasks() {
    }

    public static Task wages() {
        return new Task(ISSUER, List.of("保障农民工工资支付条例", "劳动合同法"), "", List.of("migrant", "employers"), "建筑企业项目部",
                "农民工知道欠薪找谁，企业知道按月足额支付", "春节前进工地集中宣讲，发放维权手册；以案释法",
                Timing.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 16)), "劳动保障监察支队", "陈国平",
                List.of(new Target("event.held", 2), new Target("booklets", 5000)));
    }

    public static Task training() {
        return new Task(ISSUER, List.of("劳动争议调解仲裁法"), "仲裁办案规则", List.of("officials"), "", "办案人员熟悉新规",
                "分四期集中培训", Timing.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)), "调解仲裁管理处", "王敏",
                List.of(new Target("training.held", 4)));
    }

    public static Task constitution() {
        return new Task(ISSUER, List.of("宪法"), "", List.of("officials", "residents"), "", "", "宪法宣传周线上答题",
                Timing.between(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 7)), "法规处", "",
                List.of(new Target("campaign.held", 1), new Target("campaign.turns", 20_000)));
    }

    public static List<Task> all() {
        return List.of(wages(), training(), constitution());
    }

    /** The same as rows of a plan. */
    public static List<PlanTask> rows(List<Task> tasks) {
        var rows = new ArrayList<PlanTask>();
        tasks.forEach(task -> rows.add(new PlanTask(rows.size() + 1, rows.size() + 1, 1, task, "ana",
                Instant.parse("2026-01-05T02:00:00Z"))));
        return rows;
    }
}
