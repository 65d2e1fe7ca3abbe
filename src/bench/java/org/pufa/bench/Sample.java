package org.pufa.bench;

/**
 * What one case brought about in one round.
 *
 * @param rate how many a second
 * @param server microseconds of processor time of the server's process for each
 * @param database the same of the database's processes
 * @param generator the same of the load generator
 * @param rows how many rows were added; -1 where nothing is stored
 */
record Sample(LoadResult load, double rate, double server, double database, double generator, long rows) {
}
