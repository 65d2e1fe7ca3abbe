package org.pufa.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.pufa.House;
import org.pufa.audit.AuditCheck;
import org.pufa.audit.AuditHead;
import org.pufa.campaign.Campaign;
import org.pufa.i18n.Lang;
import org.pufa.insight.report.Reports;
import org.pufa.kernel.Slug;
import org.pufa.ledger.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Counts campaigns again from their rows and checks the public log, the audit log and finished reports. */
@Command(name = "verify", mixinStandardHelpOptions = true, description = "逐条重新计数并核对账本 · Recount from the rows"
        + " and check the chains; says what is wrong and where. Exit code 1 when anything is.")
final class VerifyCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "SLUG", description = "one campaign; all when left out")
    private String slug;

    @Option(names = "--audit-head", paramLabel = "NUMBER:HASH", description = "审计日志以前抄下的末尾 · an end of the"
            + " audit log noted earlier; the log must still hold it")
    private String auditHead;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return Session.with(house -> {
            Session.await(house.campaigns().load());
            var campaigns = slug == null ? house.campaigns().all() : java.util.List.of(named(house));
            boolean sound = true;
            for (Campaign campaign : campaigns) {
                sound &= report(campaign, Session.await(house.verifier().verify(campaign.id(),
                        house.words().recount(campaign))));
            }
            sound &= slug != null || auditIsSound(house) & reportsAreSound(house);
            out().flush();
            return sound ? PufaCommand.OK : PufaCommand.FAILED;
        });
    }

    private Campaign named(House house) {
        return Slug.parse(slug).flatMap(house.campaigns()::find).orElseThrow(() -> new CommandFailure(
                "There is no launched campaign called " + slug + "."));
    }

    private boolean report(Campaign campaign, Verification verification) {
        var messages = House.messages();
        out().printf("%s: %d entries, %d participants, %d sheets (%d not sealed yet), %d blocks: %s%n",
                campaign.slug(), verification.entries(), verification.participants(), verification.sheets(),
                verification.unsealed(), verification.blocks(), verification.isSound() ? "all is well" : "WRONG");
        verification.findings().forEach(finding -> {
            out().println("  " + messages.get(Lang.ZH, finding.key(), finding.args()));
            out().println("  " + messages.get(Lang.EN, finding.key(), finding.args()));
        });
        return verification.isSound();
    }

    private boolean auditIsSound(House house) {
        var result = Session.await(house.database().inSnapshot(tx -> AuditCheck.run(tx, noted())));
        out().printf("audit log: %d events: %s%n", result.events(), result.isWhole() ? "all is well" : "WRONG");
        out().println("  its end, to be noted: " + result.head());
        var messages = House.messages();
        result.findings().forEach(finding -> {
            out().println("  " + messages.get(Lang.ZH, finding.key(), finding.args()));
            out().println("  " + messages.get(Lang.EN, finding.key(), finding.args()));
        });
        return result.isWhole();
    }

    /** Of finished reports: the rows of their snapshots, and whether counting again gives the same. */
    private boolean reportsAreSound(House house) {
        boolean sound = true;
        for (Reports.Checked checked : Session.await(house.reports().verify())) {
            boolean right = checked.whole() && checked.differences().isEmpty();
            out().printf("report %d, %s: %s%n", checked.report(), checked.title(), right ? "all is well" : "WRONG");
            if (!checked.whole()) {
                out().println("  快照的行和当时的摘要不符 · the rows of its snapshot are not those that were hashed");
            }
            checked.differences().forEach(one -> out().printf("  %s: %s -> %s%n", one.label(), one.then().toPlainString(),
                    one.now().map(BigDecimal::toPlainString).orElse("-")));
            sound &= right;
        }
        return sound;
    }

    private Optional<AuditHead> noted() {
        return Optional.ofNullable(auditHead).map(text -> AuditHead.parse(text).orElseThrow(() -> new CommandFailure(
                "\"" + text + "\" is no end of an audit log: a number, a colon and 64 hex digits.")));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
