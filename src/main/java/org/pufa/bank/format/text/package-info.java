/** The grammar of questions in free text, as people type them: lines in, questions out. */
package org.pufa.bank.format.text;
