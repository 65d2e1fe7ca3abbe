package org.pufa.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.pufa.House;
import org.pufa.insight.report.ReportFile;
import org.pufa.insight.report.Reports;
import org.pufa.insight.stats.Period;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Drafts reports and writes them to files. */
@Command(name = "report", mixinStandardHelpOptions = true, description = "普法报告 · The publicity section of a report.")
final class ReportCommand {

    @Spec
    private CommandSpec spec;

    @Command(name = "draft", mixinStandardHelpOptions = true, description = "取数，写初稿 · Count a period, keep a draft that"
            + " the console shows, and write it to FILE (.docx, .xlsx, .csv or .json)")
    int draft(@Option(names = "--from", required = true, description = "first day, such as 2019-01-01") LocalDate from,
            @Option(names = "--until", required = true, description = "last day, such as 2019-12-31") LocalDate until,
            @Option(names = "--title", description = "title of the report") String title,
            @Option(names = "--unit", description = "code of a unit; the whole house when left out") String unit,
            @Parameters(paramLabel = "FILE") Path file) {
        Period period = Period.between(from.toString(), until.toString())
                .orElseThrow(() -> new CommandFailure("The period ends before it begins: " + from + " to " + until + "."));
        ReportFile kind = kind(file);
        return Session.with(house -> {
            Session.await(house.campaigns().load());
            String called = title == null ? from.getYear() + "年普法宣传工作情况" : title;
            long id = Session.await(house.reports().begin(called, period, Optional.ofNullable(unit), BankCommand.ACTOR));
            return write(house, id, kind, file);
        });
    }

    @Command(name = "export", mixinStandardHelpOptions = true, description = "导出 · Write a report that there is, by the"
            + " number in its address, to FILE (.docx, .xlsx, .csv or .json)")
    int export(@Parameters(paramLabel = "NUMBER") long id, @Parameters(paramLabel = "FILE") Path file) {
        ReportFile kind = kind(file);
        return Session.with(house -> {
            Session.await(house.campaigns().load());
            return write(house, id, kind, file);
        });
    }

    private static ReportFile kind(Path file) {
        String name = file.getFileName().toString();
        return ReportFile.of(name.substring(name.lastIndexOf('.') + 1)).orElseThrow(() -> new CommandFailure(
                "A report is written to .docx, .xlsx, .csv or .json, not to " + name + "."));
    }

    private int write(House house, long id, ReportFile kind, Path file) {
        Reports.Page page = Session.await(house.reports().taken(id, kind.ending(), BankCommand.ACTOR));
        try {
            java.nio.file.Files.write(file, kind.write(page, House.messages(), ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        spec.commandLine().getOut().println(file + " (" + page.section().annex().size() + ", /console/reports/" + id + ")");
        return PufaCommand.OK;
    }
}
