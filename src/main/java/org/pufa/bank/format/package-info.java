/** How a bank is written in files, a class for each format. */
package org.pufa.bank.format;
