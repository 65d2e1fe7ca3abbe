/** What a bureau does away from the screen: entered by one person, confirmed by another, never deleted. */
package org.pufa.outreach;
