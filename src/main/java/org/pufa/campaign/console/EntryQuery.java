package org.pufa.campaign.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
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
record EntryQuery(Optional<LocalDate> day, Optional<String> channel, Optional<Place> before) {

    static EntryQuery of(Request request) {
        return new EntryQuery(request.query("day").flatMap(EntryQuery::day),
                request.query("ch").filter(Channel::isCode), request.query("before").flatMap(EntryQuery::place));
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
        return tallies.byDayAndChannel().entrySet().stream()
                .filter(one -> day.isEmpty() || one.getKey().startsWith(day.get() + "/"))
                .filter(one -> channel.isEmpty() || one.getKey().endsWith('/' + channel.get()))
                .mapToLong(java.util.Map.Entry::getValue).sum();
    }

    /**
     * Where to look for the next {@code rows} entries: as many days back as the tallies say are needed, so that a page
     * of a ledger of any size reads only a few days of it.
     */
    Span span(Tallies tallies, int rows) {
        Place place = before.orElse(Place.NEWEST);
        if (day.isPresent()) {
            return new Span(Days.startOf(day.get()), Days.startOf(day.get().plusDays(1)), channel, place);
        }
        long found = 0;
        LocalDate last = before.map(one -> Days.of(one.acceptedAt())).orElse(LocalDate.MAX);
        LocalDate from = last;
        var counts = new TreeMap<LocalDate, Long>();
        tallies.byDayAndChannel().forEach((key, n) -> {
            if (channel.isEmpty() || key.endsWith('/' + channel.get())) {
                counts.merge(LocalDate.parse(key.substring(0, key.indexOf('/'))), n, Long::sum);
            }
        });
        for (var one : counts.headMap(last, true).descendingMap().entrySet()) {
            from = one.getKey();
            // the last day may be used up already
            found += one.getKey().equals(last) ? 0 : one.getValue();
            if (found >= rows) {
                break;
            }
        }
        Instant to = before.map(one -> one.acceptedAt().plusSeconds(1)).orElse(Place.NEWEST.acceptedAt());
        return new Span(from.equals(LocalDate.MAX) ? Instant.EPOCH : Days.startOf(from), to, channel, place);
    }

    /** The query of this list, from its newest entry. */
    String newest() {
        var query = new StringBuilder();
        day.ifPresent(one -> query.append("&day=").append(one));
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
