package org.pufa.outreach.plan;

import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pufa.db.Tx;

/** All sorts of things that fulfil tasks. */
public final class Deeds {

    private final List<DeedSource> sources;

    public Deeds(List<DeedSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** Every sort, in a fixed order. */
    public List<DeedSource> sources() {
        return sources;
    }

    public Optional<DeedSource> source(String kind) {
        return sources.stream().filter(one -> one.kind().equals(kind)).findFirst();
    }

    /** What can be counted, by its code and in a fixed order. */
    public Future<Gauges> gauges(Tx tx) {
        var all = new ArrayList<Gauge>();
        Future<Void> read = Future.succeededFuture();
        for (DeedSource source : sources) {
            read = read.compose(before -> source.gauges(tx)).map(gauges -> {
                all.addAll(gauges);
                return null;
            });
        }
        return read.map(done -> new Gauges(all));
    }

    /** Those to which links lead, by kind and id; what is gone is left out. */
    public Future<Map<String, Deed>> of(Tx tx, List<Link> links) {
        var all = new HashMap<String, Deed>();
        Future<Void> read = Future.succeededFuture();
        for (DeedSource source : sources) {
            var ids = links.stream().filter(link -> link.kind().equals(source.kind())).map(Link::target).distinct()
                    .toList();
            if (!ids.isEmpty()) {
                read = read.compose(before -> source.find(tx, ids)).map(deeds -> {
                    deeds.forEach(deed -> all.put(Link.key(deed.kind(), deed.id()), deed));
                    return null;
                });
            }
        }
        return read.map(done -> all);
    }

    /** What happens between two days, the earliest first. @param unit whose; nothing for all */
    public Future<List<Deed>> between(Tx tx, Optional<String> unit, LocalDate first, LocalDate last) {
        var all = new ArrayList<Deed>();
        Future<Void> read = Future.succeededFuture();
        for (DeedSource source : sources) {
            read = read.compose(before -> source.between(tx, unit, first, last)).map(deeds -> {
                all.addAll(deeds);
                return null;
            });
        }
        return read.map(done -> {
            all.sort(Comparator.comparing(Deed::starts).thenComparing(Deed::title));
            return all;
        });
    }
}
