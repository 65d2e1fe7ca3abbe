/** Puts the platform together: reads the configuration, builds every object by hand, starts and stops. */
package org.pufa;
