/** Questions written out for people to read on paper, in words that the reader of free text understands. */
package org.pufa.bank.format.print;
