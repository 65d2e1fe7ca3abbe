package org.pufa.bench;

/**
 * What one case brought about in one round.
 *
 * @param server microseconds of processor time of the server's process for each
 * @param database the same of the database's processes
 * @param others share of the processors that was busy with anything else, the load generator left out; 0 to 1
 */
record Sample(LoadResult load, double server, double database, double others) {

    double rate() {
        return load.perSecond();
    }
}
