/** Questions in Moodle XML, which other learning platforms write too. */
package org.pufa.bank.format.moodle;
