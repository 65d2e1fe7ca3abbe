package org.pufa.bench;

import io.vertx.core.json.JsonObject;

/**
 * One thing that is measured in every round.
 *
 * @param order for the {@link Generator}
 * @param attempts where the platform gives out the tokens that the requests need, or empty when they need none
 * @param stores what must have at least as many more rows afterwards as were completed, or null
 */
record Case(String name, int port, int connections, JsonObject order, String attempts, RowCount stores) {

    /** Counts rows. */
    interface RowCount {

        long now() throws java.io.IOException;
    }

    static Case page(String name, int port, int connections, JsonObject order) {
        return new Case(name, port, connections, order, "", null);
    }

    Case storing(RowCount rows) {
        return new Case(name, port, connections, order, attempts, rows);
    }

    Case withAttemptsFrom(String path) {
        return new Case(name, port, connections, order, path, stores);
    }
}
