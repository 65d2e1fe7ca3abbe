/** Shows staff the figures of a selection, with their rows, and takes them out of the house as files. */
package org.pufa.insight.console;
