/** Devices at events on which one person after the other takes part in a campaign, each a new participant. */
package org.pufa.outreach.kiosk;
