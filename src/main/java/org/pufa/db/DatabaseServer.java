package org.pufa.db;

/** The PostgreSQL the application works on. Whoever starts one stops it, after everything that uses it. */
public interface DatabaseServer {

    /** Where it is: {@code postgresql://user:password@host:port/database?…}. Holds a password; not for logs. */
    String url();

    /** Shuts down what was started for the application and waits until it is down. Repeating it does nothing. */
    void stop();

    /**
     * A server that others run. Makes sure that it answers, lets the user in, and is fit for use.
     *
     * @param url {@code postgresql://user:password@host:port/database}, with {@code ?sslmode=…} where wanted
     * @throws StartFailure when it is unreachable, refuses the login, or is too old
     */
    static DatabaseServer external(String url) {
        return ExternalServer.reach(url);
    }

    /**
     * A server of the application's own, listening on 127.0.0.1 alone. Recovers from whatever an earlier run left
     * behind, and comes back by itself on the same port should it die while the application runs.
     *
     * @throws StartFailure when it cannot be started, or another application already uses the directory
     */
    static DatabaseServer embedded(EmbeddedSettings settings) {
        return EmbeddedServer.start(settings);
    }

    /**
     * The application's own PostgreSQL, for a command that may run beside it: the one that is running when the
     * application runs, else started for the command alone.
     *
     * @throws StartFailure when it cannot be had
     */
    static DatabaseServer besideApplication(EmbeddedSettings settings) {
        return BorrowedServer.of(settings).orElseGet(() -> embedded(settings));
    }
}
