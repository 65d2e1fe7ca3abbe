/** Rows of spreadsheets: found by their headings, kept until somebody has looked at them, and judged one by one. */
package org.pufa.outreach.sheet;
