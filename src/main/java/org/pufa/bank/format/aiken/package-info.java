/** Questions in Aiken, a plain text format for single choice. */
package org.pufa.bank.format.aiken;
