package org.pufa.outreach.plan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The plan of one year and unit.
 *
 * @param unit code of the unit to which it belongs; nothing: to the whole house
 * @param programme such as 九五普法, or ""
 * @param issuer whose plan it is
 * @param revisions the newest first; never none
 */
public record Plan(long id, int year, Optional<String> unit, String programme, String issuer,
        List<PlanRevision> revisions) {

    public Plan {
        Objects.requireNonNull(unit);
        Objects.requireNonNull(programme);
        Objects.requireNonNull(issuer);
        revisions = List.copyOf(revisions);
    }

    public PlanRevision latest() {
        return revisions.get(0);
    }

    /** The one that is changed at present. */
    public Optional<PlanRevision> open() {
        return Optional.of(latest()).filter(one -> one.approved().isEmpty());
    }

    /** The one that holds: the last that was approved. */
    public Optional<PlanRevision> holding() {
        return revisions.stream().filter(one -> one.approved().isPresent()).findFirst();
    }

    public Optional<PlanRevision> revision(int number) {
        return revisions.stream().filter(one -> one.number() == number).findFirst();
    }

    /** The address of its page. */
    public String path() {
        return path(id);
    }

    public static String path(long id) {
        return "/console/plans/" + id;
    }
}
