/** Keeps what a file would bring into the bank until somebody has looked at it, mended it and confirmed it. */
package org.pufa.bank.preview;
