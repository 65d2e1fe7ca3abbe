/** Watches campaigns while they run and raises alarms about what somebody should look at. */
package org.pufa.campaign.watch;
