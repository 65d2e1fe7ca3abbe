package org.pufa.staff;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;

/** One session in a table (template {@code staff/_sessions}). @param ending where the form that ends it is sent, or "" */
record SessionRow(String device, String address, String begun, String seen, boolean current, String ending) {

    /**
     * @param path address below which {@code /sessions/…/ending} is, or "" for whoever may not end them
     * @param current the session that looks
     */
    static List<SessionRow> of(Messages messages, Lang lang, List<Sessions.Listed> sessions, String path,
            UUID current) {
        return sessions.stream().map(one -> new SessionRow(one.whence().device().isEmpty()
                ? messages.get(lang, "staff.session.unknown") : one.whence().device(), one.whence().address(),
                moment(lang, one.begun()), moment(lang, one.seen()), one.id().equals(current),
                path.isEmpty() ? "" : path + "/sessions/" + one.id() + "/ending")).toList();
    }

    private static String moment(Lang lang, Instant time) {
        return Format.moment(lang, time);
    }

    /** What an address named. @throws org.pufa.kernel.Problem NOT_FOUND when it is no id */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw org.pufa.kernel.Problem.notFound("web.problem.not-found");
        }
    }
}
