package org.pufa.learn.console;

/** One of several that can be chosen in a form. */
record Choice(String value, String label, boolean chosen) {
}
