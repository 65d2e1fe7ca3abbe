package org.pufa.outreach.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be counted, by code. */
public final class Gauges {

    private final Map<String, Gauge> all = new LinkedHashMap<>();

    public Gauges(List<Gauge> gauges) {
        gauges.forEach(gauge -> all.put(gauge.code(), gauge));
    }

    public List<Gauge> all() {
        return List.copyOf(all.values());
    }

    /** Nothing for what nobody counts any more. */
    public Optional<Gauge> find(String code) {
        return Optional.ofNullable(all.get(code));
    }
}
