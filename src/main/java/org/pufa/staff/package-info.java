/** Who works in the console: accounts, roles, sign-in, and the guarded doors that every console page stands behind. */
package org.pufa.staff;
