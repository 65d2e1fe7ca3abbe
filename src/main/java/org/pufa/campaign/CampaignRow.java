package org.pufa.campaign;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.pufa.kernel.CampaignId;
import org.pufa.kernel.Slug;

/**
 * A campaign as it is stored, launched or not.
 *
 * @param state the last that staff brought about
 * @param unit code of the unit to which it belongs; nothing: to the whole house
 * @param source the file that defines the current version
 * @param pinned what the kind fixed at launch; nothing before
 */
public record CampaignRow(CampaignId id, Slug slug, String kind, State state, int version, Optional<String> unit,
        String source, Optional<JsonObject> pinned, String createdBy, Instant createdAt) {
}
