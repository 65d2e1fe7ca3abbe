package org.pufa.bank.preview;

/**
 * What confirming a file did: each item that was taken counts once.
 *
 * @param added drafts that the bank did not have
 * @param changed questions that have one more revision, and are drafts again
 * @param unchanged questions that stand in the bank word for word
 * @param retired items whose question is retired; they were not taken
 */
public record Saved(int added, int changed, int unchanged, int retired) {
}
