package org.pufa.staff;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A staff member's account.
 *
 * @param passwordHash nothing until the invitation was used
 * @param signedIn when last
 * @param disabled since when, if it is
 */
record Account(long id, Username username, String displayName, Role role, Optional<String> passwordHash,
        String createdBy, Instant created, Optional<Instant> signedIn, Optional<Instant> disabled) {

    Account {
        Objects.requireNonNull(username);
        Objects.requireNonNull(displayName);
        Objects.requireNonNull(role);
    }

    boolean mayAct() {
        return passwordHash.isPresent() && disabled.isEmpty();
    }
}
