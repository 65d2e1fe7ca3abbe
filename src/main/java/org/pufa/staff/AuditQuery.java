package org.pufa.staff;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.pufa.audit.AuditFilter;
import org.pufa.kernel.Days;
import org.pufa.web.PlainText;
import org.pufa.web.Request;

/**
 * Which events the address of the audit log asks for. What cannot be understood asks for nothing.
 *
 * @param before the number of the event after which the page begins
 */
record AuditQuery(String actor, String action, String subject, Optional<LocalDate> from, Optional<LocalDate> to,
        String words, long before) {

    private static final int LONGEST = 100;

    static AuditQuery of(Request request) {
        return new AuditQuery(text(request, "actor"), text(request, "action"), text(request, "subject"),
                day(request, "from"), day(request, "to"), text(request, "words"),
                request.query("before").filter(text -> text.matches("\\d{1,18}")).map(Long::parseLong)
                        .orElse(Long.MAX_VALUE));
    }

    private static String text(Request request, String name) {
        return request.query(name).flatMap(PlainText::of).map(String::strip)
                .filter(text -> text.length() <= LONGEST).orElse("");
    }

    private static Optional<LocalDate> day(Request request, String name) {
        try {
            return request.query(name).filter(text -> text.matches("\\d{4}-\\d{2}-\\d{2}")).map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** @param labels what the words may mean besides, given them */
    AuditFilter filter(AuditWords labels) {
        return new AuditFilter(some(actor), some(action), some(subject), from.map(Days::startOf),
                to.map(day -> day.plusDays(1)).map(Days::startOf), some(words).map(labels::meant));
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(one -> !one.isEmpty());
    }

    boolean isNewest() {
        return before == Long.MAX_VALUE;
    }

    boolean asksForAll() {
        return parts().isEmpty();
    }

    /** What was asked for, as the audit log keeps it of an export. */
    Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        put(parts, "actor", actor);
        put(parts, "action", action);
        put(parts, "subject", subject);
        put(parts, "from", from.map(LocalDate::toString).orElse(""));
        put(parts, "to", to.map(LocalDate::toString).orElse(""));
        put(parts, "words", words);
        return parts;
    }

    private static void put(Map<String, String> parts, String name, String value) {
        if (!value.isEmpty()) {
            parts.put(name, value);
        }
    }

    /** The same query on another page: {@code ?actor=…}, or "" when nothing is asked for. */
    String query() {
        var query = new StringBuilder();
        parts().forEach((name, value) -> query.append(query.isEmpty() ? '?' : '&').append(name).append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return query.toString();
    }

    /** The query of the page that follows the event of that number. */
    String after(long seq) {
        String query = query();
        return query + (query.isEmpty() ? '?' : '&') + "before=" + seq;
    }
}
