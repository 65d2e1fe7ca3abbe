package org.pufa.staff;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pufa.kernel.Problem;
import org.pufa.web.Request;

/**
 * Who is signed in; every request behind a guarded door carries it.
 *
 * @param unit code of the unit to which their work is bound; nothing for those who see the whole house
 */
public record SignedIn(long account, Username username, String displayName, Set<Role> roles, Optional<String> unit,
        UUID session) {

    public SignedIn {
        Objects.requireNonNull(username);
        roles = Set.copyOf(roles);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(session);
    }

    /** Who sent this request. */
    public static SignedIn of(Request request) {
        return request.get(SignedIn.class);
    }

    /** The name under which the audit log keeps what they do. */
    public String actor() {
        return username.value();
    }

    /** Whether one of their roles allows it; what concerns the whole house, never to those bound to one unit. */
    public boolean may(Permission permission) {
        return roles.stream().anyMatch(role -> role.may(permission)) && (unit.isEmpty() || !permission.isOfHouse());
    }

    /** Whether what belongs to that unit (nothing: to the whole house) is theirs to see. */
    public boolean mayReach(Optional<String> owner) {
        return unit.isEmpty() || unit.equals(owner);
    }

    /** @throws Problem FORBIDDEN when their role does not allow it */
    public void require(Permission permission) {
        requireAny(Set.of(permission));
    }

    /** @throws Problem FORBIDDEN when their role allows none of them */
    void requireAny(Set<Permission> permissions) {
        if (permissions.stream().noneMatch(this::may)) {
            throw Problem.forbidden("staff.forbidden");
        }
    }
}
