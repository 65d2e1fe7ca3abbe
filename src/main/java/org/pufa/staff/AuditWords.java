package org.pufa.staff;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.pufa.audit.AuditEvent;
import org.pufa.audit.AuditFilter;
import org.pufa.audit.AuditLog;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.kernel.Days;

/** Says events of the audit log in plain words of one language, and finds events by such words. */
final class AuditWords {

    private static final String ACTION = "staff.audit.action.";
    private static final String GROUP = "staff.audit.group.";
    private static final String DETAIL = "staff.audit.detail.";

    /** So many parts of a list are shown. */
    private static final int MOST = 12;

    private final Messages messages;
    private final Lang lang;
    private final Map<String, String> names;

    /** @param names of people by their user names */
    AuditWords(Messages messages, Lang lang, Map<String, String> names) {
        this.messages = messages;
        this.lang = lang;
        this.names = names;
    }

    /** One event as the page shows it. */
    record EventRow(String seq, String when, String actor, String name, String action, String subject,
            String details) {
    }

    /** One thing to choose. */
    record Choice(String value, String label, boolean chosen) {
    }

    /** Actions of one sort, and the value that stands for all of them. */
    record Group(String label, List<Choice> choices) {
    }

    EventRow row(AuditEvent event) {
        return new EventRow(Format.number(event.seq()), Format.fullDay(lang, Days.of(event.at())) + ' '
                + Format.time(event.at()), event.actor(), name(event.actor()), action(event.action()),
                event.subject(), details(event.details()));
    }

    /** The name of whoever has that user name, or "". */
    String name(String actor) {
        return actor.equals(AuditLog.SYSTEM) ? messages.get(lang, "staff.audit.system")
                : names.getOrDefault(actor, "");
    }

    /** 暂停活动, or the bare code of an action that has no words. */
    String action(String code) {
        return messages.has(lang, ACTION + code) ? messages.get(lang, ACTION + code) : code;
    }

    /** 原因：…；文件：…. What is empty is left out. */
    private String details(String json) {
        return new JsonObject(json).stream().filter(detail -> !said(detail.getKey(), detail.getValue()).isEmpty())
                .map(detail -> messages.get(lang, "staff.audit.detail",
                        messages.has(lang, DETAIL + detail.getKey())
                                ? messages.get(lang, DETAIL + detail.getKey()) : detail.getKey(),
                        said(detail.getKey(), detail.getValue())))
                .collect(Collectors.joining(messages.get(lang, "staff.audit.detail.and")));
    }

    /** Codes that have words of their own are said by them. */
    private String said(String detail, Object value) {
        if (value instanceof Boolean yes) {
            return messages.get(lang, yes ? "staff.audit.yes" : "staff.audit.no");
        } else if (value instanceof JsonArray list) {
            String first = list.stream().limit(MOST).map(one -> said(detail, one))
                    .collect(Collectors.joining(messages.get(lang, "staff.role.and")));
            return list.size() <= MOST ? first : messages.get(lang, "staff.audit.more", first, list.size());
        } else if (value instanceof JsonObject map) {
            return map.stream().map(one -> one.getKey() + " " + said(one.getKey(), one.getValue()))
                    .collect(Collectors.joining(messages.get(lang, "staff.role.and")));
        }
        return List.of(DETAIL + detail + '.' + value, detail + '.' + value).stream()
                .filter(key -> messages.has(lang, key)).findFirst().map(key -> messages.get(lang, key))
                .orElseGet(() -> String.valueOf(value));
    }

    /** Everybody who can have acted. */
    List<Choice> people(String chosen) {
        var people = new ArrayList<Choice>();
        people.add(new Choice(AuditLog.SYSTEM, messages.get(lang, "staff.audit.system"),
                chosen.equals(AuditLog.SYSTEM)));
        names.forEach((username, name) -> people.add(new Choice(username,
                messages.get(lang, "staff.audit.person", name, username), username.equals(chosen))));
        return people;
    }

    /** Everything that can have been done, by what it was done to. */
    List<Group> actions(String chosen) {
        var groups = new LinkedHashMap<String, List<Choice>>();
        codes().forEach(code -> groups.computeIfAbsent(code.substring(0, code.indexOf('.') + 1),
                prefix -> new ArrayList<>(List.of(new Choice(prefix, messages.get(lang, "staff.audit.group.all",
                        group(prefix)), prefix.equals(chosen)))))
                .add(new Choice(code, action(code), code.equals(chosen))));
        return groups.entrySet().stream().map(one -> new Group(group(one.getKey()), one.getValue())).toList();
    }

    private String group(String prefix) {
        String key = GROUP + prefix.substring(0, prefix.length() - 1);
        return messages.has(lang, key) ? messages.get(lang, key) : prefix;
    }

    private List<String> codes() {
        return messages.keys(lang).stream().filter(key -> key.startsWith(ACTION))
                .map(key -> key.substring(ACTION.length())).toList();
    }

    /** What somebody may mean who types that: also the words and names that pages show instead of codes. */
    AuditFilter.Words meant(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return new AuditFilter.Words(text,
                codes().stream().filter(code -> action(code).toLowerCase(Locale.ROOT).contains(small)).toList(),
                names.keySet().stream().filter(name -> names.get(name).toLowerCase(Locale.ROOT).contains(small))
                        .toList());
    }
}
