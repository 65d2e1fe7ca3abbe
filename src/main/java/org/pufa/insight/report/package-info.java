/** The publicity section of the report: sentences filled with figures, the snapshot they rest on, the files it is handed in as. */
package org.pufa.insight.report;
