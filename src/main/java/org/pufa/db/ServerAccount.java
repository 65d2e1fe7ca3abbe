package org.pufa.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The account PostgreSQL runs under. It refuses to run as root, so for root it is put into a user namespace, where it
 * is nobody and yet owns root's files; where that is not allowed, it runs as another user that is given the files.
 */
final class ServerAccount {

    private static final int NOBODY = 65_534;

    private final List<String> prefix;
    private final int owner;

    private ServerAccount(List<String> prefix, int owner) {
        this.prefix = prefix;
        this.owner = owner;
    }

    static ServerAccount choose(EmbeddedSettings settings) throws IOException {
        if (uid(Path.of("/proc/self")) != 0) {
            return new ServerAccount(List.of(), -1);
        }
        for (var candidate : candidates(settings)) {
            if (candidate.reaches(settings.home())) {
                return candidate;
            }
        }
        throw new StartFailure("PostgreSQL does not run as root, and no other account can be taken for it that reaches "
                + settings.home() + ": start as an ordinary user, or name an external database.");
    }

    private static List<ServerAccount> candidates(EmbeddedSettings settings) throws IOException {
        var candidates = new ArrayList<ServerAccount>();
        var directory = Files.exists(settings.cluster()) ? settings.cluster() : settings.home();
        if (uid(directory) == 0) {
            candidates.add(new ServerAccount(List.of("unshare", "-U"), 0));
        }
        for (; directory != null; directory = directory.getParent()) {
            if (uid(directory) != 0) {
                candidates.add(user(uid(directory)));
            }
        }
        candidates.add(user(NOBODY));
        return candidates;
    }

    private static ServerAccount user(int uid) {
        return new ServerAccount(List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups"), uid);
    }

    private boolean reaches(Path home) {
        try {
            return Shell.run(command(List.of("test", "-x", home.toString()))).succeeded();
        } catch (IOException e) {
            return false;
        }
    }

    /** The command as this account runs it. What stands before it replaces itself by it, so the process id stays. */
    List<String> command(List<String> command) {
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }

    /** Gives a directory and all in it to this account. */
    void own(Path directory) throws IOException {
        if (owner < 0 || uid(directory) == owner) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.setAttribute(file, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static int uid(Path file) throws IOException {
        return (int) Files.getAttribute(file, "unix:uid");
    }
}
