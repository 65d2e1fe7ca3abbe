/** Questions in GIFT, the plain text format of Moodle. */
package org.pufa.bank.format.gift;
