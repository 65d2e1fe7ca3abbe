/** The command line: one class for each command, over the same objects as the server. */
package org.pufa.cli;
