/** The pages on which staff enter, find, confirm and add up outreach, at a desk and on a phone in the field. */
package org.pufa.outreach.console;
