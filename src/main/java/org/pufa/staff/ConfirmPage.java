package org.pufa.staff;

import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.web.Request;
import org.pufa.web.View;

/** Model of {@code staff/confirm}: says what a step will do to an account, and asks once. */
record ConfirmPage(String title, String sentence, String action, String button, String back, boolean stop) {

    /** @param step where below the account's page it is done @param keys what title and sentence begin with */
    static View view(Messages messages, Request request, Account account, String step, String keys, String button) {
        Lang lang = request.lang();
        String page = StaffConsole.PATH + '/' + account.username();
        return View.page("staff/confirm", new ConfirmPage(messages.get(lang, keys + ".title", account.displayName()),
                messages.get(lang, keys + ".sentence"), page + step, messages.get(lang, button), page, true));
    }
}
