/** The list of a plan as a table: read from spreadsheets, and written as the official one for Excel and Word. */
package org.pufa.outreach.plan.table;
