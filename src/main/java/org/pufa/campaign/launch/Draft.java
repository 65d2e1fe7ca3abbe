package org.pufa.campaign.launch;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.pufa.yaml.YamlTree;

/**
 * A definition while it is written.
 *
 * @param version counts the savings; {@link Drafts#save} takes only the latest
 * @param slug the campaign it was submitted as; nothing before
 * @param unit to which it belongs; nothing for the whole house
 */
record Draft(long id, String kind, YamlTree tree, int version, Optional<String> slug, Optional<String> unit,
        String createdBy, String changedBy, Instant changedAt) {

    static final String ALL = "/console/drafts";

    Draft {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(tree);
        Objects.requireNonNull(slug);
        Objects.requireNonNull(unit);
    }

    /** The address of one of its steps. */
    String path(String step) {
        return ALL + '/' + id + '/' + step;
    }
}
