package org.pufa.insight.report;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pufa.insight.stats.Period;

/**
 * A publicity section (普法宣传一节) in the making.
 *
 * @param unit of which it tells; nothing: of the whole house
 * @param revision grows with every change of its points
 */
public record Report(long id, String title, Period period, Optional<String> unit, int revision, List<Point> points,
        Optional<Finish> finish, String createdBy, Instant createdAt) {

    /** That somebody else found it right. @param snapshot on which it rests */
    public record Finish(int snapshot, String by, Instant at) {
    }

    public Report {
        Objects.requireNonNull(title);
        Objects.requireNonNull(period);
        Objects.requireNonNull(unit);
        points = List.copyOf(points);
        Objects.requireNonNull(finish);
    }

    /** Its page. */
    public static String path(long id) {
        return "/console/reports/" + id;
    }
}
