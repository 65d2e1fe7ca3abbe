package org.pufa.bank.format.text;

/**
 * The questions under one heading.
 *
 * @param ordinal 0 for those before the first heading
 * @param typeWord as the heading says it; "" where none names a type
 * @param style how the heading is numbered
 */
record Section(int ordinal, String typeWord, String style) {
}
