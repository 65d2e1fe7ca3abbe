package org.pufa.outreach.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pufa.outreach.ActivityCheck;
import org.pufa.outreach.Catalogue;
import org.pufa.outreach.Measure;
import org.pufa.outreach.sheet.Headings;

/** The columns that a spreadsheet of outreach can have. */
final class Columns {

    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry("kind", List.of("类型", "活动类型", "类别", "形式", "方式", "kind")),
            Map.entry("title", List.of("名称", "活动名称", "主题", "活动主题", "标题", "项目", "内容", "活动内容", "事项", "name", "title")),
            Map.entry("starts", List.of("日期", "时间", "开始日期", "开始时间", "活动日期", "活动时间", "举办时间", "date", "start")),
            Map.entry("ends", List.of("结束日期", "结束时间", "截止日期", "lastday", "end")),
            Map.entry("place", List.of("地点", "活动地点", "场所", "place")),
            Map.entry("district", List.of("区县", "区县市", "所在区县", "地区", "区域", "district")),
            Map.entry("laws", List.of("法律法规", "法律", "法规", "普法内容", "宣传内容", "laws")),
            Map.entry("audience", List.of("普法对象", "对象", "受众", "参加对象", "audience")),
            Map.entry("partners", List.of("合作单位", "协办单位", "联合单位", "承办单位", "partners")),
            Map.entry("given", List.of("资料名称", "宣传资料名称", "发放资料", "发放的资料", "materials")),
            Map.entry("counted", List.of("统计方式", "怎么数的", "数据来源", "计数方式", "howcounted")),
            Map.entry("notes", List.of("备注", "说明", "notes", "remarks")));

    private Columns() {
    }

    /** The headings with those of everything that is counted; full names come before other words. */
    static Headings of(Catalogue catalogue) {
        var names = new ArrayList<>(NAMES.entrySet());
        catalogue.measures().forEach(measure -> names.add(Map.entry(ActivityCheck.field(measure), List.of(
                measure.name().zh() + measure.unit().name().zh(), measure.name().en() + measure.unit().name().en()))));
        catalogue.measures().forEach(measure -> names.add(Map.entry(ActivityCheck.field(measure),
                others(measure, catalogue))));
        return new Headings(names, found -> found.contains("title") && found.contains("starts")
                && found.stream().anyMatch(field -> field.startsWith("amount.")), "outreach.load.headings");
    }

    private static List<String> others(Measure measure, Catalogue catalogue) {
        var all = new ArrayList<>(measure.aliases());
        if (catalogue.measures().stream().filter(other -> other.name().equals(measure.name())).count() == 1) {
            all.add(measure.name().zh());
        }
        return all;
    }
}
