package org.pufa.campaign.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.pufa.campaign.Channel;
import org.pufa.kernel.Days;
import org.pufa.kernel.ReceiptCode;
import org.pufa.ledger.Entry;
import org.pufa.ledger.EntryList.Place;
import org.pufa.ledger.EntryList.Span;
import org.pufa.ledger.Tallies;
import org.pufa.web.Request;

/** Which entries the address of a list asks for. What cannot be understood asks for nothing. */
record EntryQuery(Optional<LocalDate> day, Optional<LocalDate> from, Optional<LocalDate> until, Optional<Integer> hour,
        Optional<String> channel, Optional<Place> before) {

    /** A day goes before a period. Hours are not counted by channel, so a channel goes before an hour. */
    static EntryQuery of(Request request) {
        var day = request.query("day").flatMap(EntryQuery::day);
        var channel = request.query("ch").filter(Channel::isCode);
        var hour = request.query("hour").filter(text -> text.matches("1?\\d|2[0-3]")).map(Integer::valueOf);
        return new EntryQuery(day, day.isPresent() ? day : request.query("from").flatMap(EntryQuery::day),
                day.isPresent() ? day : request.query("until").flatMap(EntryQuery::day),
                channel.isPresent() ? Optional.empty() : hour, channel,
                request.query("before").flatMap(EntryQuery::place));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.matches("\\d{4}-\\d{2}-\\d{2}") ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Seconds and receipt, as {@link #after} writes them. */
    private static Optional<Place> place(String text) {
        int dash = text.indexOf('-');
        if (dash < 1 || dash > 12 || !text.substring(0, dash).chars().allMatch(Character::isDigit)) {
            return Optional.empty();
        }
        return ReceiptCode.parse(text.substring(dash + 1)).map(receipt ->
                new Place(Instant.ofEpochSecond(Long.parseLong(text.substring(0, dash))), receipt.value()))
                .filter(place -> place.acceptedAt().isBefore(Place.NEWEST.acceptedAt()));
    }

    /** How many entries the list holds in all. */
    long count(Tallies tallies) {
        return counts(tallies).values().stream().mapToLong(Long::longValue).sum();
    }

    /** Entries of each day that are listed. */
    private NavigableMap<LocalDate, Long> counts(Tallies tallies) {
        var counts = new TreeMap<LocalDate, Long>();
        var all = hour.isPresent() ? tallies.byHour() : tallies.byDayAndChannel();
        String ending = hour.map(number -> String.format(Locale.ROOT, "T%02d", number))
                .or(() -> channel.map(code -> '/' + code)).orElse("");
        all.forEach((key, n) -> {
            var date = LocalDate.parse(key.substring(0, 10));
            if (key.endsWith(ending) && from.filter(date::isBefore).isEmpty() && until.filter(date::isAfter).isEmpty()) {
                counts.merge(date, n, Long::sum);
            }
        });
        return counts;
    }

    /**
     * Where to look for the next {@code rows} entries: as many days back as the tallies say are needed, so that a page
     * of a ledger of any size reads only a few days of it.
     */
    Span span(Tallies tallies, int rows) {
        Place place = before.orElse(Place.NEWEST);
        if (day.isPresent()) {
            return new Span(Days.startOf(day.get()), Days.startOf(day.get().plusDays(1)), channel, hour, place);
        }
        long found = 0;
        LocalDate last = before.map(one -> Days.of(one.acceptedAt())).orElse(LocalDate.MAX);
        LocalDate first = last;
        for (var one : counts(tallies).headMap(last, true).descendingMap().entrySet()) {
            first = one.getKey();
            // the last day may be used up already
            found += one.getKey().equals(last) ? 0 : one.getValue();
            if (found >= rows) {
                break;
            }
        }
        Instant to = before.map(one -> one.acceptedAt().plusSeconds(1)).orElseGet(() -> until.map(one ->
                Days.startOf(one.plusDays(1))).orElse(Place.NEWEST.acceptedAt()));
        Instant begin = first.equals(LocalDate.MAX) ? from.map(Days::startOf).orElse(Instant.EPOCH)
                : Days.startOf(first);
        return new Span(begin, to, channel, hour, place);
    }

    /** The query of this list, from its newest entry. */
    String newest() {
        var query = new StringBuilder();
        if (day.isPresent()) {
            query.append("&day=").append(day.get());
        } else {
            from.ifPresent(one -> query.append("&from=").append(one));
            until.ifPresent(one -> query.append("&until=").append(one));
        }
        hour.ifPresent(one -> query.append("&hour=").append(one));
        channel.ifPresent(one -> query.append("&ch=").append(one));
        return query.isEmpty() ? "" : "?" + query.substring(1);
    }

    /** The query of the page that follows that entry. */
    String after(Entry last) {
        String newest = newest();
        return newest + (newest.isEmpty() ? '?' : '&') + "before=" + last.acceptedAt().getEpochSecond() + '-'
                + last.receipt();
    }
}
