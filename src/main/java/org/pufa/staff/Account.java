package org.pufa.staff;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A staff member's account.
 *
 * @param unit code of the unit to which their work is bound, if any
 * @param passwordHash nothing until the invitation was used
 * @param signedIn when last
 * @param disabled since when, if it is
 */
record Account(long id, Username username, String displayName, Set<Role> roles, Optional<String> unit,
        Optional<String> passwordHash, String createdBy, Instant created, Optional<Instant> signedIn, Optional<Instant> disabled) {

    Account {
        Objects.requireNonNull(username);
        Objects.requireNonNull(displayName);
        roles = Set.copyOf(roles);
        Objects.requireNonNull(unit);
    }

    Post post() {
        return new Post(displayName, roles, unit);
    }

    boolean mayAct() {
        return passwordHash.isPresent() && disabled.isEmpty();
    }
}
