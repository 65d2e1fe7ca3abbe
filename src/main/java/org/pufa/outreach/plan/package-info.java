/** The yearly plan: tasks that somebody approved, what fulfils them, and which of them are behind. */
package org.pufa.outreach.plan;
