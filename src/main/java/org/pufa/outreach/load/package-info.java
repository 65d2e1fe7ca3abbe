/** Takes whole years of outreach in from spreadsheets: read, shown row by row, and written at once when confirmed. */
package org.pufa.outreach.load;
