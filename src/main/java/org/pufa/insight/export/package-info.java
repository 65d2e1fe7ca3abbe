/** Writes figures as files that other systems and spreadsheets read, with a codebook. */
package org.pufa.insight.export;
