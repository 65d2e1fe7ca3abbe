package org.pufa.cli;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.pufa.House;
import org.pufa.audit.AuditLog;
import org.pufa.bank.Bank;
import org.pufa.bank.BankFile;
import org.pufa.bank.BankReading;
import org.pufa.bank.Banks;
import org.pufa.bank.format.BankYaml;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.yaml.Mistake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks and loads question banks. */
@Command(name = "bank", mixinStandardHelpOptions = true, description = "题库 · Question banks.")
final class BankCommand {

    /** Who did it, in the audit log. */
    static final String ACTOR = "cli";

    @Spec
    private CommandSpec spec;

    @Command(name = "check", mixinStandardHelpOptions = true,
            description = {"检查题库文件，不入库 · Check files of questions without loading them.",
                "Files that all end in .yaml or .yml are checked together as banks, strictly; any other file is read "
                        + "as staff upload it, and each question in it is accepted, warned or refused. --json shows "
                        + "the questions of a single bank file in both ways.",
                "Exit code 1 when a bank is wrong or a question is refused."})
    int check(@Parameters(arity = "1..*", paramLabel = "FILE") List<Path> files,
            @Option(names = "--json", description = "print the result as JSON") boolean json) {
        if (!files.stream().allMatch(BankCommand::isBank)) {
            return new IntakeCheck(out()).check(files, json) ? PufaCommand.OK : PufaCommand.FAILED;
        }
        var reading = read(new Banks(new BankYaml(), new AuditLog(Clock.systemUTC()), Clock.systemUTC()), files);
        if (json && files.size() == 1) {
            out().println(new IntakeCheck(out()).asJson(files.get(0)).mergeIn(asJson(reading, House.messages()))
                    .encodePrettily());
            out().flush();
        } else {
            print(reading, json);
        }
        return reading.mistakes().isEmpty() ? PufaCommand.OK : PufaCommand.FAILED;
    }

    @Command(name = "import", mixinStandardHelpOptions = true,
            description = {"题库文件入库 · Load files of questions; nothing is saved when one is wrong.",
                "Bank files (.yaml, .yml) are checked strictly and say themselves where they belong; their new questions "
                        + "are in use at once. Any other file (Word, Excel, CSV, text, GIFT, Aiken, Moodle XML, JSON) "
                        + "goes into the bank of --into as drafts, one question after the other.",
                "Exit code 1 when a file is wrong, or a question of it is refused and --partly is not given."})
    int load(@Parameters(arity = "1..*", paramLabel = "FILE") List<Path> files,
            @Option(names = "--into", paramLabel = "BANK", description = "code of the bank") String into,
            @Option(names = "--title", defaultValue = "", description = "its title, where the bank is new") String title,
            @Option(names = "--law", defaultValue = "", description = "short name of its law, where the bank is new")
            String law,
            @Option(names = "--law-version", defaultValue = "", description = "the version of that law") String version,
            @Option(names = "--partly", description = "load what can be taken even when questions are refused")
            boolean partly) {
        if (into != null) {
            return Session.with(house -> new IntakeImport(out(), house).load(files, new Bank(into,
                    title.isBlank() ? into : title, law, version), partly) ? PufaCommand.OK : PufaCommand.FAILED);
        } else if (!files.stream().allMatch(BankCommand::isBank)) {
            throw new CommandFailure("Say with --into which bank the questions go into; only .yaml files say it "
                    + "themselves.");
        }
        return Session.with(house -> loadBanks(house, files));
    }

    private int loadBanks(House house, List<Path> files) {
        var reading = read(house.banks(), files);
        if (!reading.mistakes().isEmpty()) {
            print(reading, false);
            return PufaCommand.FAILED;
        }
        for (var draft : reading.drafts()) {
            var result = Session.await(house.database().inTx(tx -> house.banks().load(tx, draft, ACTOR)));
            out().printf("%s: %d new, %d changed, %d unchanged%n", result.bank().code(), result.added(),
                    result.changed(), result.unchanged());
        }
        out().flush();
        return PufaCommand.OK;
    }

    @Command(name = "export", mixinStandardHelpOptions = true,
            description = {"题库写成文件 · Write a bank into a file.",
                "The format is that of --format, or what the name of the file ends with. Questions that the format "
                        + "cannot carry are named, and the exit code is 1."})
    int export(@Parameters(index = "0", paramLabel = "BANK", description = "code of the bank") String code,
            @Parameters(index = "1", paramLabel = "FILE") Path file,
            @Option(names = "--format", description = "docx, xlsx, csv, text, gift, aiken, moodle, yaml or json")
            String format,
            @Option(names = "--state", description = "only draft, reviewed, in_use or retired questions") String state) {
        var export = BankExports.of(format, file);
        var wanted = BankExports.state(state);
        return Session.with(house -> new BankExports(out(), house).write(code, wanted, export, file) ? PufaCommand.OK
                : PufaCommand.FAILED);
    }

    private static boolean isBank(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    private static BankReading read(Banks banks, List<Path> files) {
        return banks.check(files.stream().map(file -> new BankFile(file.getFileName().toString(), Files.text(file)))
                .toList());
    }

    private void print(BankReading reading, boolean json) {
        var messages = House.messages();
        if (json) {
            out().println(asJson(reading, messages).encodePrettily());
        } else {
            reading.mistakes().forEach(mistake -> out().println(mistake.sentence(messages, Lang.ZH)));
            reading.drafts().forEach(draft -> out().printf("%s: %d questions%n", draft.bank().code(),
                    draft.questions().size()));
        }
        out().flush();
    }

    private static JsonObject asJson(BankReading reading, Messages messages) {
        var mistakes = new JsonArray();
        for (Mistake mistake : reading.mistakes()) {
            mistakes.add(new JsonObject().put("file", mistake.file()).put("line", mistake.line())
                    .put("field", mistake.field()).put("message", messages.get(Lang.ZH, mistake.key(), mistake.args())));
        }
        var banks = new JsonArray();
        reading.drafts().forEach(draft -> banks.add(new JsonObject().put("bank", draft.bank().code())
                .put("questions", draft.questions().size())));
        return new JsonObject().put("banks", banks).put("mistakes", mistakes);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
