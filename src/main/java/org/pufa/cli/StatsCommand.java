package org.pufa.cli;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.pufa.House;
import org.pufa.i18n.Lang;
import org.pufa.insight.export.FigureFile;
import org.pufa.insight.export.Sheets;
import org.pufa.insight.stats.Comparison;
import org.pufa.insight.stats.Everything;
import org.pufa.insight.stats.Period;
import org.pufa.insight.stats.Selection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes statistics to files. */
@Command(name = "stats", mixinStandardHelpOptions = true, description = "统计 · Statistics.")
final class StatsCommand {

    @Spec
    private CommandSpec spec;

    @Command(name = "export", mixinStandardHelpOptions = true, description = "导出统计 · Write the figures of a period to"
            + " FILE. Its name ends with figures.csv, days.csv, codebook.csv, .json or .xlsx; --what says so where it does not.")
    int export(@Option(names = "--from", required = true, description = "first day, such as 2019-01-01") LocalDate from,
            @Option(names = "--until", required = true, description = "last day, such as 2019-12-31") LocalDate until,
            @Option(names = "--campaign", description = "short names, set apart by commas") String campaigns,
            @Option(names = "--kind", description = "kinds, set apart by commas") String kinds,
            @Option(names = "--unit", description = "code of a unit") String unit,
            @Option(names = "--district", description = "as channels and outreach name it") String district,
            @Option(names = "--channel", description = "code of a channel") String channel,
            @Option(names = "--compare", description = "before or year") String compare,
            @Option(names = "--what", description = "figures.csv, days.csv, codebook.csv, statistics.json, statistics.xlsx")
            String what,
            @Option(names = "--lang", defaultValue = "zh", description = "zh or en") String lang,
            @Parameters(paramLabel = "FILE") Path file) {
        Map<String, String> query = new HashMap<>();
        query.put("from", from.toString());
        query.put("until", until.toString());
        query.put("campaign", campaigns);
        query.put("kind", kinds);
        query.put("unit", unit);
        query.put("district", district);
        query.put("ch", channel);
        query.values().removeIf(value -> value == null);
        Period period = Period.between(from.toString(), until.toString())
                .orElseThrow(() -> new CommandFailure("The period ends before it begins: " + from + " to " + until + "."));
        var selection = Selection.parse(name -> Optional.ofNullable(query.get(name)), period);
        if (selection.toJson().size() != query.size()) {
            throw new CommandFailure("One of the choices cannot be understood: " + query + ".");
        }
        var comparison = Optional.ofNullable(compare).map(code -> Comparison.parse(code)
                .orElseThrow(() -> new CommandFailure("--compare is before or year, not " + code + ".")));
        var sheets = new Sheets(House.messages(), Lang.parse(lang)
                .orElseThrow(() -> new CommandFailure("--lang is zh or en, not " + lang + ".")));
        FigureFile kind = kind(what, file);
        return Session.with(house -> write(house, selection, comparison, sheets, kind, file));
    }

    private static FigureFile kind(String what, Path file) {
        String name = what == null ? file.getFileName().toString() : what;
        return Arrays.stream(FigureFile.values()).filter(one -> name.endsWith(one.fileName())).findFirst()
                .or(() -> name.endsWith(".json") ? Optional.of(FigureFile.JSON)
                        : name.endsWith(".xlsx") ? Optional.of(FigureFile.WORKBOOK) : Optional.empty())
                .orElseThrow(() -> new CommandFailure("What should be written to " + file + "? See --what."));
    }

    private int write(House house, Selection selection, Optional<Comparison> comparison, Sheets sheets, FigureFile kind,
            Path file) {
        Session.await(house.database().inTx(tx -> house.audit().record(tx, BankCommand.ACTOR, "insight.export",
                selection.query(), Map.of("file", file.getFileName().toString()))));
        say("正在统计 · Counting " + selection.query());
        Session.await(house.campaigns().load());
        Everything all = Session.await(house.statistics().everything(selection, comparison));
        say("正在写入 · Writing " + all.tables().stream().mapToLong(table -> table.figures().count()).sum() + " + "
                + all.days().size());
        Session.await(onContext(house.vertx(), kind, all, sheets, file));
        spec.commandLine().getOut().println(file);
        spec.commandLine().getOut().flush();
        return PufaCommand.OK;
    }

    private static Future<Void> onContext(Vertx vertx, FigureFile kind, Everything all, Sheets sheets, Path file) {
        Promise<Void> done = Promise.promise();
        vertx.runOnContext(there -> vertx.fileSystem().open(file.toString(), new OpenOptions().setRead(false)
                        .setTruncateExisting(true)).compose(out -> written(kind, all, sheets, out))
                .onComplete(done));
        return done.future();
    }

    private static Future<Void> written(FigureFile kind, Everything all, Sheets sheets, AsyncFile out) {
        return kind.writeTo(out, all, sheets).eventually(out::close);
    }

    private void say(String progress) {
        spec.commandLine().getErr().println(progress);
        spec.commandLine().getErr().flush();
    }
}
