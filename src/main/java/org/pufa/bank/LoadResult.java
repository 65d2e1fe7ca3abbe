package org.pufa.bank;

/**
 * What loading a bank did: each question counts once.
 *
 * @param added questions the bank did not have; their first revision was made
 * @param changed questions that now have one more revision
 * @param unchanged questions that stand in the bank word for word
 */
public record LoadResult(Bank bank, int added, int changed, int unchanged) {
}
