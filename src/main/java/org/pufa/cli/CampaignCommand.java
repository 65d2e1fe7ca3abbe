package org.pufa.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.pufa.House;
import org.pufa.campaign.Definition;
import org.pufa.campaign.State;
import org.pufa.campaign.Step;
import org.pufa.i18n.Lang;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Files and launches campaigns. */
@Command(name = "campaign", mixinStandardHelpOptions = true, description = "活动 · Campaigns.")
final class CampaignCommand {

    @Spec
    private CommandSpec spec;

    @Command(name = "launch", mixinStandardHelpOptions = true, description = "提交活动方案 · File a definition and"
            + " submit it; it is launched at once only where no second person is needed, else approved in the console.")
    int launch(@Parameters(paramLabel = "FILE") Path file) {
        String source = Files.text(file);
        return Session.with(house -> {
            var reading = house.definitions().read(file.getFileName().toString(), source);
            reading.mistakes().forEach(mistake -> out().println(mistake.sentence(House.messages(), Lang.ZH)));
            int code = reading.definition().map(definition -> launch(house, definition, source))
                    .orElse(PufaCommand.FAILED);
            out().flush();
            return code;
        });
    }

    private int launch(House house, Definition definition, String source) {
        var desk = house.desk();
        Session.await(desk.file(definition, source, BankCommand.ACTOR));
        State state = Session.await(desk.take(definition.slug(), Step.SUBMIT, BankCommand.ACTOR, ""));
        if (!desk.needsSecondPerson()) {
            state = Session.await(desk.take(definition.slug(), Step.APPROVE, BankCommand.ACTOR, ""));
        }
        out().println(definition.slug() + ": " + state.code());
        return PufaCommand.OK;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
