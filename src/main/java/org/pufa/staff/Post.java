package org.pufa.staff;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What administrators decide about an account: the person's name, what they are there for, and for whom.
 *
 * @param unit code of the unit to which their work is bound, if any; never an administrator's
 */
record Post(String displayName, Set<Role> roles, Optional<String> unit) {

    Post {
        Objects.requireNonNull(displayName);
        roles = Set.copyOf(roles);
        if (roles.isEmpty() || roles.contains(Role.ADMIN) && unit.isPresent()) {
            throw new IllegalArgumentException("no such post: " + roles + " " + unit);
        }
    }

    /** The roles as the audit log keeps them. */
    String roleCodes() {
        return String.join(",", Role.codes(roles));
    }
}
