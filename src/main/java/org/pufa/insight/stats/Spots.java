package org.pufa.insight.stats;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was counted of one campaign, day by day.
 *
 * @param byChannel by code, in the order of codes
 */
record Spots(Map<String, List<Spot>> byChannel) {

    static final Spots NONE = new Spots(Map.of());

    static Spots of(Collection<Spot> spots) {
        return new Spots(spots.stream().collect(Collectors.groupingBy(Spot::channel, TreeMap::new, Collectors.toList())));
    }

    long sum(Selection selection) {
        return selection.channel().map(code -> byChannel.getOrDefault(code, List.of()).stream())
                .orElseGet(this::all).filter(spot -> spot.isIn(selection)).mapToLong(Spot::n).sum();
    }

    private Stream<Spot> all() {
        return byChannel.values().stream().flatMap(List::stream);
    }

    /** Codes of the channels by which anything came. */
    Set<String> channels() {
        return byChannel.keySet();
    }

    /** Names of the units that spread those channels; "" where none is known. */
    Set<String> districts() {
        return byChannel.values().stream().map(spots -> spots.get(0).district()).collect(Collectors.toSet());
    }
}
