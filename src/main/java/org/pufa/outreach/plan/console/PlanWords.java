package org.pufa.outreach.plan.console;

import java.util.Objects;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.outreach.plan.Deed;
import org.pufa.outreach.plan.PlanRevision;
import org.pufa.outreach.plan.PlanRevision.Signed;
import org.pufa.outreach.plan.Progress;

/** The sentences of these pages. */
final class PlanWords {

    private final Messages messages;

    PlanWords(Messages messages) {
        this.messages = Objects.requireNonNull(messages);
    }

    Messages messages() {
        return messages;
    }

    /** The sentence {@code outreach.plan.<key>}. */
    String say(Lang lang, String key, Object... args) {
        return messages.get(lang, "outreach.plan." + key, args);
    }

    String state(Lang lang, Progress progress) {
        String near = progress.state() == Progress.State.BEHIND && progress.near() ? ".near" : "";
        return say(lang, "state." + progress.state().code() + near);
    }

    /** Class of the tag that shows how far a task has come. */
    static String tone(Progress progress) {
        return switch (progress.state()) {
            case FULFILLED -> "ok";
            case BEHIND -> progress.near() ? "warn" : "bad";
            case NOT_BEGUN, UNDER_WAY -> "";
        };
    }

    String stand(Lang lang, PlanRevision revision) {
        return say(lang, "stand." + revision.stand().name().toLowerCase(java.util.Locale.ROOT));
    }

    static String tone(PlanRevision revision) {
        return switch (revision.stand()) {
            case APPROVED -> "ok";
            case SUBMITTED -> "warn";
            case DRAFT -> "";
        };
    }

    String stage(Lang lang, Deed.Stage stage) {
        return say(lang, "stage." + stage.name().toLowerCase(java.util.Locale.ROOT));
    }

    static String tone(Deed.Stage stage) {
        return switch (stage) {
            case COUNTS -> "ok";
            case WAITING -> "warn";
            case AHEAD, VOID -> "";
        };
    }

    /** ana, 2026年1月9日 10:00. */
    String signed(Lang lang, Signed signed) {
        return say(lang, "signed", signed.by(), Format.moment(lang, signed.at()));
    }
}
