package org.pufa.insight.stats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pufa.campaign.Channel;
import org.pufa.i18n.LocalText;

/** Sets a reading out day by day and channel by channel. */
final class DayCounts {

    private DayCounts() {
    }

    static List<DayCount> of(Reading reading) {
        var all = new ArrayList<DayCount>();
        reading.campaigns().forEach(one -> add(all, reading.selection(), one));
        return all;
    }

    private static void add(List<DayCount> all, Selection selection, CampaignCount one) {
        var codes = new TreeSet<>(one.entries().channels());
        codes.addAll(one.landings().channels());
        codes.addAll(one.opened().channels());
        Map<LocalDate, List<DayCount>> byDay = new TreeMap<>();
        for (String code : codes) {
            var entries = byDay(one.entries(), code, selection);
            var landings = byDay(one.landings(), code, selection);
            var opened = byDay(one.opened(), code, selection);
            var days = new TreeSet<>(entries.keySet());
            days.addAll(landings.keySet());
            days.addAll(opened.keySet());
            days.forEach(day -> byDay.computeIfAbsent(day, key -> new ArrayList<>()).add(count(one, day, code,
                    entries.getOrDefault(day, 0L), landings.getOrDefault(day, 0L), opened.getOrDefault(day, 0L))));
        }
        byDay.values().forEach(all::addAll);
    }

    private static Map<LocalDate, Long> byDay(Spots spots, String code, Selection selection) {
        var days = new HashMap<LocalDate, Long>();
        spots.byChannel().getOrDefault(code, List.of()).stream().filter(spot -> spot.isIn(selection))
                .forEach(spot -> days.merge(spot.day(), spot.n(), Long::sum));
        return days;
    }

    private static DayCount count(CampaignCount one, LocalDate day, String code, long entries, long landings,
            long opened) {
        var channel = one.campaign().definition().channel(code);
        return new DayCount(one.slug(), one.campaign().definition().title(), one.kind(), one.unit(), day, code,
                channel.map(Channel::name).orElse(LocalText.of("")), channel.map(Channel::unit).orElse(""), entries,
                landings, opened);
    }
}
