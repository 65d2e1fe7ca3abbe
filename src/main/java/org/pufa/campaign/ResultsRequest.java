package org.pufa.campaign;

import java.time.Instant;
import org.pufa.ledger.Tallies;
import org.pufa.web.Request;

/** What a kind needs to show the public results. */
public record ResultsRequest(Request request, Campaign campaign, Tallies tallies, Instant now) {
}
