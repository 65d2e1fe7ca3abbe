/** The append-only, hash-chained log of who did what. */
package org.pufa.audit;
