/**
 * Accepts entries durably, once for each slot, in batches; keeps receipts, tallies and the public log, and recounts.
 * The formats it hashes are written down in {@code src/docs/ledger.md}.
 */
package org.pufa.ledger;
