package org.pufa.insight.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.PresetColor;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFChart;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/**
 * Bars of what a section counts in 人, drawn by whichever program opens the file, from numbers that lie in it.
 *
 * @param names what each bar is
 */
record SectionChart(List<String> names, List<Double> numbers) {

    private static final String PEOPLE = "人";
    private static final int MOST_BARS = 20;
    private static final double WIDTH_CM = 15;
    private static final double BAR_CM = 0.8;
    private static final double FRAME_CM = 3;

    /** Nothing where there are not two to compare. */
    static Optional<SectionChart> people(Section section) {
        var people = section.annex().stream().filter(source -> source.unit().equals(PEOPLE)).limit(MOST_BARS).toList();
        return people.size() < 2 ? Optional.empty() : Optional.of(new SectionChart(people.stream()
                .map(Section.Source::label).toList(), people.stream().map(source -> source.value().doubleValue()).toList()));
    }

    /** Puts it at the end of a Word file. */
    void draw(XWPFDocument file, String title) {
        try {
            var chart = file.createChart((int) (WIDTH_CM * Units.EMU_PER_CENTIMETER),
                    (int) ((FRAME_CM + BAR_CM * names.size()) * Units.EMU_PER_CENTIMETER));
            bars(chart, title);
        } catch (IOException | InvalidFormatException e) {
            throw new UncheckedIOException(e instanceof IOException io ? io : new IOException(e));
        }
    }

    private void bars(XDDFChart chart, String title) {
        chart.setTitleText(title);
        chart.setTitleOverlay(false);
        var down = chart.createCategoryAxis(AxisPosition.LEFT);
        var across = chart.createValueAxis(AxisPosition.BOTTOM);
        across.setMinimum(0);
        across.setCrossBetween(AxisCrossBetween.BETWEEN);
        var names = XDDFDataSourcesFactory.fromArray(this.names.toArray(String[]::new),
                chart.formatRange(new CellRangeAddress(1, this.names.size(), 0, 0)), 0);
        var numbers = XDDFDataSourcesFactory.fromArray(this.numbers.toArray(Double[]::new),
                chart.formatRange(new CellRangeAddress(1, this.numbers.size(), 1, 1)), 1);
        var data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, down, across);
        data.setBarDirection(BarDirection.BAR);
        var series = data.addSeries(names, numbers);
        series.setTitle(title, chart.setSheetTitle(title, 1));
        series.setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(PresetColor.DIM_GRAY)));
        data.setGapWidth(60);
        chart.plot(data);
    }
}
