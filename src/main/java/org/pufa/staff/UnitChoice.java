package org.pufa.staff;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.web.Request;

/** One unit to choose in a form (template {@code staff/_unit}). @param code "" for the whole house */
public record UnitChoice(String code, String label, boolean chosen) {

    /** All units and the whole house; none for somebody who is bound to one unit, or where there are no units. */
    public static Future<List<UnitChoice>> of(Doors doors, Database database, Request request, String chosen,
            Messages messages) {
        return SignedIn.of(request).unit().isPresent() ? Future.succeededFuture(List.of())
                : database.read(tx -> of(tx, doors.units(), request.lang(), chosen, messages));
    }

    static Future<List<UnitChoice>> of(Tx tx, Units units, Lang lang, String chosen, Messages messages) {
        return units.all(tx).map(all -> {
            var choices = new ArrayList<UnitChoice>();
            if (!all.isEmpty()) {
                choices.add(new UnitChoice("", messages.get(lang, "staff.unit.none"), chosen.isEmpty()));
            }
            all.forEach(unit -> choices.add(new UnitChoice(unit.code(), unit.name().in(lang),
                    unit.code().equals(chosen))));
            return choices;
        });
    }
}
