/** The words everything shares: typed ids, problems, windows and days, hashing and receipt codes; the JDK only. */
package org.pufa.kernel;
