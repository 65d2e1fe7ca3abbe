/** The pages on which staff write, approve and follow yearly plans. */
package org.pufa.outreach.plan.console;
