package org.pufa.outreach;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.pufa.db.Tx;

/** The lists from which a record is described: kinds, measures, audiences. They are rows, so they can grow. */
public record Catalogue(List<ActivityKind> kinds, List<Measure> measures, List<Audience> audiences) {

    public Catalogue {
        kinds = List.copyOf(kinds);
        measures = List.copyOf(measures);
        audiences = List.copyOf(audiences);
    }

    /** As the lists are now. */
    public static Future<Catalogue> read(Tx tx) {
        return CatalogueStore.read(tx);
    }

    public Optional<ActivityKind> kind(String code) {
        return find(kinds, ActivityKind::code, code);
    }

    public Optional<Measure> measure(String code) {
        return find(measures, Measure::code, code);
    }

    public Optional<Audience> audience(String code) {
        return find(audiences, Audience::code, code);
    }

    private static <T> Optional<T> find(List<T> all, Function<T, String> key, String code) {
        return all.stream().filter(one -> key.apply(one).equals(code)).findFirst();
    }
}
