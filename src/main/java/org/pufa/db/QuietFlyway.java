package org.pufa.db;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets Flyway's warnings through and lowers its running commentary to debug. */
record QuietFlyway(Logger log) implements Log {

    static void install() {
        LogFactory.setLogCreator(type -> new QuietFlyway(LoggerFactory.getLogger(type)));
    }

    @Override
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public void debug(String message) {
        log.trace(message);
    }

    @Override
    public void info(String message) {
        log.debug(message);
    }

    @Override
    public void warn(String message) {
        log.warn(message);
    }

    @Override
    public void error(String message) {
        log.error(message);
    }

    @Override
    public void error(String message, Exception cause) {
        log.error(message, cause);
    }

    @Override
    public void notice(String message) {
        log.debug(message);
    }
}
