/** Questions in rows under headings, whatever file the rows come from. */
package org.pufa.bank.format.table;
