package org.pufa.staff;

import org.pufa.i18n.Messages;
import org.pufa.web.Request;
import org.pufa.web.View;

/** Model of {@code staff/link}: a one-time link, shown once. */
record LinkPage(String title, String sentence, String link, String back) {

    /** Makes the page. It is the one answer to a form that is a page: the link is kept nowhere, so it is shown now. */
    record Maker(Messages messages, LinkAddress address) {

        View page(Request request, String displayName, String link) {
            return View.page("staff/link", new LinkPage(messages.get(request.lang(), "staff.link.title"),
                    messages.get(request.lang(), "staff.link.sentence", displayName, Invitations.LIFE.toHours()),
                    address.of(request, link), StaffConsole.PATH));
        }
    }
}
