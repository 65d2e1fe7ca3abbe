/** What the counts of the house say: figures that can be traced to their rows, for dashboards, exports and reports. */
package org.pufa.insight;
