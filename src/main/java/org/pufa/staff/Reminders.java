package org.pufa.staff;

import io.vertx.core.Future;
import java.util.List;
import java.util.Objects;
import org.pufa.i18n.Lang;

/** What a feature has to say on the first page after signing in; it says nothing when nothing waits. */
public interface Reminders {

    /** For that person, and only of what they may reach. */
    Future<List<Reminder>> of(SignedIn who, Lang lang);

    /** One thing that waits. @param tone class of its tag */
    record Reminder(String title, String href, String tag, String tone, String sentence) {

        public Reminder {
            Objects.requireNonNull(title);
            Objects.requireNonNull(href);
            Objects.requireNonNull(tag);
            Objects.requireNonNull(tone);
            Objects.requireNonNull(sentence);
        }
    }
}
