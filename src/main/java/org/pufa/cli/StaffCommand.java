package org.pufa.cli;

import java.io.PrintWriter;
import org.pufa.staff.Staff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes accounts and resets passwords, each by a one-time link. */
@Command(name = "staff", mixinStandardHelpOptions = true, description = "人员 · Accounts.")
final class StaffCommand {

    @Spec
    private CommandSpec spec;

    @Command(name = "add", mixinStandardHelpOptions = true,
            description = "新建帐号 · Make an account and print the one-time link that sets its password.")
    int add(@Parameters(paramLabel = "USERNAME") String username,
            @Option(names = "--name", description = "name that colleagues see; the user name when left out") String name,
            @Option(names = "--role", defaultValue = "editor,manager,reviewer", description = "admin, editor, manager,"
                    + " reviewer, statistician, auditor; or several with commas between") String role) {
        return Session.withStaff((staff, url) -> print(url,
                Session.await(staff.addAccount(username, name == null ? username : name, role))));
    }

    @Command(name = "reset", mixinStandardHelpOptions = true,
            description = "重设密码 · Print a one-time link that sets a new password.")
    int reset(@Parameters(paramLabel = "USERNAME") String username,
            @Option(names = "--second-factor", description = "also take the second factor away, for somebody who has"
                    + " lost phone and recovery codes") boolean secondFactor) {
        return Session.withStaff((staff, url) -> {
            if (secondFactor) {
                Session.await(staff.dropSecondFactor(username));
            }
            return print(url, Session.await(staff.reset(username)));
        });
    }

    private int print(String url, String path) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(url + path);
        out.flush();
        return PufaCommand.OK;
    }

    /** What is done with the accounts, given the address under which people reach the platform. */
    interface Work {

        int with(Staff staff, String url);
    }
}
