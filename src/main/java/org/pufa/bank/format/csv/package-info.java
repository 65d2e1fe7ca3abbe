/** Questions in rows of text: comma, tab or semicolon between cells. */
package org.pufa.bank.format.csv;
