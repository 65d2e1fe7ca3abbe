/** Campaigns as staff see them: what needs attention, filing, review, the steps of a campaign's life, counts, exports. */
package org.pufa.campaign.console;
