/** Counts what happened in a period and how questions fared; every figure names the query that gives it again. */
package org.pufa.insight.stats;
