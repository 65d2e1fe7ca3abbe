/** The one door to PostgreSQL: an embedded or external server, schema changes, the pool, transactions and rows. */
package org.pufa.db;
