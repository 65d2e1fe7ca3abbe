package org.pufa.staff;

import java.util.Objects;
import java.util.UUID;
import org.pufa.kernel.Problem;
import org.pufa.web.Request;

/** Who is signed in; every request behind a guarded door carries it. */
public record SignedIn(long account, Username username, String displayName, Role role, UUID session) {

    public SignedIn {
        Objects.requireNonNull(username);
        Objects.requireNonNull(role);
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

    public boolean may(Permission permission) {
        return role.may(permission);
    }

    /** @throws Problem FORBIDDEN when their role does not allow it */
    public void require(Permission permission) {
        if (!may(permission)) {
            throw Problem.forbidden("staff.forbidden");
        }
    }
}
