package org.pufa.outreach.load;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pufa.bank.format.table.TableRow;
import org.pufa.outreach.ActivityCheck;
import org.pufa.outreach.Catalogue;
import org.pufa.outreach.Measure;

/** The row that says what the columns hold, in whatever order they stand. */
final class Columns {

    /** Titles and instructions stand above the headings, but no more rows than this. */
    private static final int ROWS_SEARCHED = 30;
    private static final Pattern ASIDE = Pattern.compile("[\\s*:_/、,.()\\[\\]【】《》“”\"-]");
    /** Columns that say nothing of what happened. */
    private static final List<String> IGNORED = List.of("序号", "编号", "no", "合计");
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

    private final int line;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<String> unknown = new ArrayList<>();

    private Columns(TableRow row, Map<String, String> fields) {
        this.line = row.number();
        for (int i = 0; i < row.cells().size(); i++) {
            String heading = bare(row.cell(i));
            String field = fields.get(heading);
            if (field != null && !places.containsKey(field)) {
                places.put(field, i);
            } else if (!heading.isEmpty() && !IGNORED.contains(heading)) {
                unknown.add(row.cell(i).strip());
            }
        }
    }

    /** The heading row among the first rows: the one that names most; nothing when none names enough. */
    static Optional<Columns> in(List<TableRow> rows, Catalogue catalogue) {
        var fields = fields(catalogue);
        return rows.stream().limit(ROWS_SEARCHED).map(row -> new Columns(row, fields)).filter(Columns::suffice)
                .reduce((best, other) -> other.places.size() > best.places.size() ? other : best);
    }

    private boolean suffice() {
        return places.containsKey("title") && places.containsKey("starts")
                && places.keySet().stream().anyMatch(field -> field.startsWith("amount."));
    }

    /** Every heading that is known, to the field under which its cells are kept. */
    private static Map<String, String> fields(Catalogue catalogue) {
        var fields = new HashMap<String, String>();
        for (Measure measure : catalogue.measures()) {
            String field = ActivityCheck.field(measure);
            measure.aliases().forEach(alias -> fields.putIfAbsent(bare(alias), field));
            List.of(measure.name().zh() + measure.unit().name().zh(), measure.name().en() + measure.unit().name().en())
                    .forEach(name -> fields.put(bare(name), field));
            if (catalogue.measures().stream().filter(other -> other.name().equals(measure.name())).count() == 1) {
                fields.putIfAbsent(bare(measure.name().zh()), field);
            }
        }
        NAMES.forEach((field, names) -> names.forEach(name -> fields.put(bare(name), field)));
        return fields;
    }

    static String bare(String heading) {
        return heading.length() > 40 ? "" : ASIDE.matcher(Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)).replaceAll("");
    }

    /** The number of the row. */
    int line() {
        return line;
    }

    /** Headings that nobody knows, so that what stands under them is not taken. */
    List<String> unknown() {
        return unknown;
    }

    /** Field to what stands in the row; empty cells are left out. */
    Map<String, String> cells(TableRow row) {
        var cells = new LinkedHashMap<String, String>();
        places.forEach((field, place) -> {
            if (!row.cell(place).isBlank()) {
                cells.put(field, row.cell(place).strip());
            }
        });
        return cells;
    }
}
