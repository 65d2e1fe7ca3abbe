/** The question banks as staff see them: what they hold, each question with its article, and loading files. */
package org.pufa.bank.console;
