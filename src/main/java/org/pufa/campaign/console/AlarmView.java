package org.pufa.campaign.console;

import java.util.List;
import org.pufa.campaign.watch.Alarm;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;

/**
 * An alarm as pages show it.
 *
 * @param sentence what is so and what to look at
 * @param when since when, or from when to when
 */
record AlarmView(String kind, String sentence, String when, boolean open) {

    static AlarmView of(ConsoleWords words, Lang lang, Alarm alarm) {
        String when = alarm.ended().map(end -> words.say(lang, "alarm.from-to", alarm.began(), end))
                .orElseGet(() -> words.say(lang, "alarm.since", Format.moment(lang, alarm.began())));
        String key = "alarm." + alarm.kind().code();
        String cause = alarm.cause().isEmpty() ? "" : cause(words, lang, alarm.cause());
        return new AlarmView(words.say(lang, key), words.say(lang, key + ".sentence", alarm.figure(), alarm.usual(), cause),
                when, alarm.ended().isEmpty());
    }

    private static String cause(ConsoleWords words, Lang lang, String cause) {
        String key = "campaign.console.alarm.cause." + cause;
        return words.messages().has(lang, key) ? words.messages().get(lang, key) : cause;
    }

    static List<AlarmView> all(ConsoleWords words, Lang lang, List<Alarm> alarms) {
        return alarms.stream().map(alarm -> of(words, lang, alarm)).toList();
    }
}
