package org.pufa.staff;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.pufa.db.Tx;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.Problem;

/** A sort of thing that belongs to units, such as campaigns; its feature says how to look its owners up. */
public interface Holdings {

    /** The name of the path's part that names one, as in {@code /console/campaigns/:slug}; also its code elsewhere. */
    String parameter();

    /** Message key of what these things are called. */
    String labelKey();

    /** The unit of one; the outer value is nothing when there is no such thing. */
    Future<Optional<Optional<String>>> unitOf(Tx tx, String id);

    /** What is said of one that does not exist; also to those who must not know of it. */
    Problem unknown(String id);

    /** Makes it belong to a unit or, with nothing, to the whole house. */
    Future<Void> assign(Tx tx, String id, Optional<String> unit);

    /** All of them with their units. */
    Future<List<Holding>> all(Tx tx);

    /** One of them. @param href its page */
    record Holding(String id, LocalText title, String href, Optional<String> unit) {
    }
}
