/**
 * Measures the platform against plainer designs on the same machine, database and JVM, and tells ratios; what they
 * mean is written down in {@code src/docs/performance.md}.
 */
package org.pufa.bench;
