/** What people are told of their data, how long which data are kept, and how they are erased. */
package org.pufa.privacy;
