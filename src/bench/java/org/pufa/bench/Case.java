package org.pufa.bench;

import io.vertx.core.json.JsonObject;

/**
 * One thing that is measured in every round.
 *
 * @param order for the {@link Generator}
 * @param attempts where the platform gives out the tokens that the requests need, or empty when they need none
 * @param stores what must have as many more rows afterwards as good replies were seen, or null
 * @param steps how many requests make one of what is counted
 */
record Case(String name, int port, int connections, JsonObject order, String attempts, RowCount stores, int steps) {

    /** Counts rows. */
    interface RowCount {

        long now() throws java.io.IOException;
    }

    static Case page(String name, int port, int connections, JsonObject order) {
        return new Case(name, port, connections, order, "", null, 1);
    }

    Case storing(RowCount rows) {
        return new Case(name, port, connections, order, attempts, rows, steps);
    }

    Case withAttemptsFrom(String path) {
        return new Case(name, port, connections, order, path, stores, steps);
    }

    Case ofSteps(int number) {
        return new Case(name, port, connections, order, attempts, stores, number);
    }
}
