package org.pufa.outreach.plan.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pufa.bank.intake.Reason;
import org.pufa.outreach.Audience;
import org.pufa.outreach.Catalogue;
import org.pufa.outreach.plan.Gauges;
import org.pufa.outreach.plan.PlanTask;
import org.pufa.outreach.plan.Target;
import org.pufa.outreach.plan.Task;
import org.pufa.outreach.plan.Timing;
import org.pufa.outreach.sheet.Headings;
import org.pufa.outreach.sheet.JudgedRow;
import org.pufa.outreach.sheet.JudgedRow.Finding;
import org.pufa.outreach.sheet.SheetRow;
import org.pufa.web.PlainText;

/** Judges the rows of a list that is to become a plan, in their order. */
final class TaskJudge {

    private static final Pattern LAW = Pattern.compile("《([^《》]{1,80})》");
    private static final Pattern ASIDE = Pattern.compile("[\\s、，,；;及和与]*");
    private static final String REPUBLIC = "中华人民共和国";

    private final Catalogue catalogue;
    private final TargetWords words;
    private final Map<String, String> laws;
    private final int year;
    private final String issuer;
    private final Set<String> known = new HashSet<>();
    private List<Finding> findings = new ArrayList<>();

    /**
     * @param laws every name of a stored law to its short one
     * @param issuer the office of rows that name none
     * @param rows what the plan has already
     */
    TaskJudge(Catalogue catalogue, Gauges gauges, Map<String, String> laws, int year, String issuer, List<PlanTask> rows) {
        this.catalogue = catalogue;
        this.words = new TargetWords(gauges);
        this.laws = laws;
        this.year = year;
        this.issuer = issuer;
        rows.forEach(row -> known.add(key(row.task())));
    }

    /** The columns that such a list can have. */
    static Headings headings() {
        return new Headings(List.of(
                Map.entry("office", List.of("责任单位", "责任主体", "牵头单位", "office")),
                Map.entry("content", List.of("普法内容（法律法规）", "普法内容", "法律法规", "内容清单", "宣传内容", "重点内容", "重点普法内容",
                        "主要内容", "content")),
                Map.entry("audience", List.of("普法对象", "对象", "宣传对象", "重点对象", "audience")),
                Map.entry("goal", List.of("普法目标", "目标", "标准清单", "目标要求", "goal")),
                Map.entry("means", List.of("方式措施", "措施", "措施清单", "普法措施", "主要措施", "工作措施", "方式", "学习宣传载体、方式措施",
                        "重点任务", "measures")),
                Map.entry("when", List.of("时间节点", "完成时限", "时间", "完成时间", "时间安排", "时限", "deadline")),
                Map.entry("section", List.of("责任科室", "责任处室", "责任部门", "承办科室", "科室", "section")),
                Map.entry("contact", List.of("联系人", "责任人", "联系人及电话", "contact")),
                Map.entry("targets", List.of("量化指标", "指标", "任务量", "targets"))),
                found -> found.contains("content") && found.contains("when"), "outreach.plan.load.headings");
    }

    JudgedRow<Task> judge(SheetRow row) {
        findings = new ArrayList<>();
        row.reasons().forEach(reason -> findings.add(new Finding(reason.level() == Reason.Level.REFUSAL, reason.key(),
                reason.args())));
        var task = read(row).filter(read -> findings.stream().noneMatch(Finding::refusal));
        boolean twice = task.map(read -> !known.add(key(read))).orElse(false);
        if (twice) {
            warn("outreach.plan.load.twice");
        }
        findings.sort((one, other) -> Boolean.compare(other.refusal(), one.refusal()));
        return new JudgedRow<>(row, task, findings, false, row.leftOut().orElse(twice));
    }

    private static String key(Task task) {
        return task.contents() + '\n' + task.means() + '\n' + task.timing() + '\n' + task.section();
    }

    private void refuse(String key, Object... args) {
        findings.add(new Finding(true, key, List.of(args)));
    }

    private void warn(String key, Object... args) {
        findings.add(new Finding(false, key, List.of(args)));
    }

    private Optional<Task> read(SheetRow row) {
        String content = text(row, "content", TaskLimits.CONTENT);
        var named = new ArrayList<String>();
        String rest = withoutLaws(content, named);
        if (content.isEmpty() && row.cell("content").isEmpty()) {
            refuse("outreach.plan.load.no-content");
        }
        var timing = timing(row);
        var others = new ArrayList<String>();
        var audiences = audiences(text(row, "audience", TaskLimits.WORDS), others);
        var targets = new ArrayList<Target>();
        String goal = goal(row, targets);
        String office = text(row, "office", TaskLimits.NAME);
        String means = text(row, "means", TaskLimits.WORDS);
        String section = text(row, "section", TaskLimits.NAME);
        String contact = text(row, "contact", TaskLimits.NAME);
        if (section.isEmpty() && row.cell("section").isEmpty()) {
            warn("outreach.plan.load.no-section");
        }
        return timing.isEmpty() || named.isEmpty() && rest.isEmpty() ? Optional.empty()
                : Optional.of(new Task(office.isEmpty() ? issuer : office, named, rest, audiences,
                String.join("、", others), goal, means, timing.get(), section, contact, targets));
    }

    /** What remains of a text without the stored laws that it names. */
    private String withoutLaws(String content, List<String> named) {
        String rest = LAW.matcher(content).replaceAll(found -> {
            String name = found.group(1).strip();
            var stored = Optional.ofNullable(laws.get(name)).or(() -> Optional.ofNullable(laws.get(name.startsWith(REPUBLIC)
                    ? name.substring(REPUBLIC.length()) : name)));
            if (stored.isEmpty()) {
                warn("outreach.plan.load.law", name);
                return java.util.regex.Matcher.quoteReplacement(found.group());
            } else if (!named.contains(stored.get())) {
                named.add(stored.get());
            }
            return "";
        });
        String plain = rest.strip();
        return ASIDE.matcher(plain).matches() ? "" : plain.replaceAll("^[、，,；;]+|[、，,；;]+$", "");
    }

    private Optional<Timing> timing(SheetRow row) {
        String when = row.cell("when");
        var timing = Timing.parse(when, year);
        if (when.isEmpty()) {
            refuse("outreach.plan.load.no-when");
        } else if (timing.isEmpty()) {
            refuse("outreach.plan.load.when", when.length() > 30 ? when.substring(0, 30) : when);
        } else if (timing.get().ends().getYear() != year) {
            warn("outreach.plan.load.other-year", Integer.toString(timing.get().ends().getYear()), Integer.toString(year));
        }
        return timing;
    }

    private List<String> audiences(String text, List<String> others) {
        var codes = new ArrayList<String>();
        Arrays.stream(text.split("[、，,；;\\n]")).map(String::strip).filter(word -> !word.isEmpty()).forEach(word ->
                audience(word).ifPresentOrElse(code -> {
                    if (!codes.contains(code)) {
                        codes.add(code);
                    }
                }, () -> others.add(word)));
        return catalogue.audiences().stream().map(Audience::code).filter(codes::contains).toList();
    }

    private Optional<String> audience(String word) {
        return catalogue.audiences().stream().filter(one -> one.name().zh().equals(word)
                || one.name().en().equalsIgnoreCase(word) || one.aliases().contains(word)).map(Audience::code).findFirst();
    }

    /** What is to be reached, without the targets that stand in it or beside it. */
    private String goal(SheetRow row, List<Target> targets) {
        String goal = text(row, "goal", TaskLimits.WORDS);
        var inside = PlanTable.TARGETS.matcher(goal);
        String plain = inside.find() ? inside.replaceFirst("").strip() : goal;
        String all = goal.equals(plain) ? row.cell("targets") : PlanTable.TARGETS.matcher(goal).results()
                .map(found -> found.group(1)).collect(Collectors.joining("；")) + '；' + row.cell("targets");
        var read = words.read(all);
        targets.addAll(read.targets().stream().limit(TaskLimits.TARGETS).toList());
        read.unknown().forEach(part -> warn("outreach.plan.load.target", part.length() > 30 ? part.substring(0, 30) : part));
        return plain;
    }

    private String text(SheetRow row, String field, int longest) {
        var plain = PlainText.of(row.cell(field));
        if (plain.isEmpty()) {
            refuse("web.form.characters");
        } else if (plain.get().length() > longest) {
            refuse("outreach.load.too-long", row.cell(field).substring(0, 10), longest);
        } else {
            return plain.get();
        }
        return "";
    }
}
