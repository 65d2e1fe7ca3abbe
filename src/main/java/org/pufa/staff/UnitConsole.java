package org.pufa.staff;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pufa.audit.AuditLog;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;
import org.pufa.i18n.Messages;
import org.pufa.kernel.Problem;
import org.pufa.web.FormFields;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The list of units, and which campaigns and banks belong to each. */
final class UnitConsole implements Routes {

    private static final String PATH = "/console/units";
    private static final String ONE = PATH + "/:unit";

    private final Doors doors;
    private final Database database;
    private final AuditLog audit;
    private final Messages messages;

    UnitConsole(Doors doors, Database database, AuditLog audit, Messages messages) {
        this.doors = doors;
        this.database = database;
        this.audit = audit;
        this.messages = messages;
        doors.place(new Navigation.Place(Navigation.Group.SYSTEM, "staff.units.title", PATH, Permission.SEE_STAFF));
    }

    /** Model of {@code staff/units}. */
    record UnitsPage(String title, boolean mayChange, List<UnitRow> rows, UnitForm form, List<ErrorLine> errors) {
    }

    record UnitRow(String code, String href, String name, String english) {
    }

    /** What was typed. */
    record UnitForm(String code, String name, String english) {
    }

    /** Model of {@code staff/unit}. @param shelves one for each sort of thing that belongs to units */
    record UnitPage(String title, String path, boolean mayChange, UnitForm form, List<ErrorLine> errors,
            List<Shelf> shelves) {
    }

    /** @param sort code of the sort @param own what belongs to the unit @param free what belongs to none */
    record Shelf(String sort, String label, String path, boolean mayChange, List<Thing> own, List<Thing> free) {
    }

    record Thing(String id, String title, String href) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH, Permission.SEE_STAFF, request -> list(request, new UnitForm("", "", ""), List.of()));
        doors.post(router, PATH, Permission.CHANGE_STAFF, this::add);
        doors.get(router, ONE, Permission.SEE_STAFF, request -> show(request, null, List.of()));
        doors.post(router, ONE, Permission.CHANGE_STAFF, this::rename);
        doors.post(router, ONE + "/holdings", Permission.CHANGE_STAFF, request -> assign(request, true));
        doors.post(router, ONE + "/removals", Permission.CHANGE_STAFF, request -> assign(request, false));
    }

    private Future<View> list(Request request, UnitForm form, List<ErrorLine> errors) {
        Lang lang = request.lang();
        return database.read(doors.units()::all).map(all -> View.page("staff/units", new UnitsPage(
                messages.get(lang, "staff.units.title"), SignedIn.of(request).may(Permission.CHANGE_STAFF),
                all.stream().map(unit -> new UnitRow(unit.code(), PATH + '/' + unit.code(), unit.name().zh(),
                        unit.name().en())).toList(), form, errors)));
    }

    private Future<View> add(Request request) {
        FormFields form = request.form();
        String code = form.text("code").required().between(Unit.SHORTEST_CODE, Unit.LONGEST_CODE)
                .matching(Unit.CODE, "staff.unit.code").get();
        var name = name(form);
        return (form.errors().isEmpty() ? database.inTx(tx -> doors.units().add(tx, new Unit(code, name),
                SignedIn.of(request).actor())) : Future.succeededFuture(true)).compose(added -> {
                    if (!added) {
                        form.refuse("code", "staff.unit.taken", code);
                    }
                    return form.errors().isEmpty() ? Future.succeededFuture(View.seeOther(PATH))
                            : list(request, typed(form), lines(request, form)).map(page -> page.status(422));
                });
    }

    private static LocalText name(FormFields form) {
        return new LocalText(form.text("name").required().atMost(Unit.LONGEST_NAME).get(),
                form.text("english").atMost(Unit.LONGEST_NAME).get());
    }

    private static UnitForm typed(FormFields form) {
        return new UnitForm(form.raw("code"), form.raw("name"), form.raw("english"));
    }

    private List<ErrorLine> lines(Request request, FormFields form) {
        return ErrorLine.of(messages, request.lang(), form.errors());
    }

    /** @param typed null for what is stored */
    private Future<View> show(Request request, UnitForm typed, List<ErrorLine> errors) {
        Lang lang = request.lang();
        return database.read(tx -> doors.units().get(tx, request.path("unit")).compose(unit -> shelves(tx, request, unit)
                .map(shelves -> View.page("staff/unit", new UnitPage(unit.name().in(lang), PATH + '/' + unit.code(),
                        SignedIn.of(request).may(Permission.CHANGE_STAFF), typed != null ? typed
                        : new UnitForm(unit.code(), unit.name().zh(), unit.name().en()), errors, shelves)))));
    }

    private Future<List<Shelf>> shelves(Tx tx, Request request, Unit unit) {
        Lang lang = request.lang();
        boolean mayChange = SignedIn.of(request).may(Permission.CHANGE_STAFF);
        var shelves = new ArrayList<Shelf>();
        Future<Void> all = Future.succeededFuture();
        for (Holdings sort : doors.reach().holdings()) {
            all = all.compose(before -> sort.all(tx)).map(things -> {
                shelves.add(new Shelf(sort.parameter(), messages.get(lang, sort.labelKey()),
                        PATH + '/' + unit.code(), mayChange, things(lang, things, Optional.of(unit.code())), things(lang, things, Optional.empty())));
                return null;
            });
        }
        return all.map(shelves);
    }

    private static List<Thing> things(Lang lang, List<Holdings.Holding> all, Optional<String> unit) {
        return all.stream().filter(one -> one.unit().equals(unit))
                .map(one -> new Thing(one.id(), one.title().in(lang), one.href())).toList();
    }

    private Future<View> rename(Request request) {
        FormFields form = request.form();
        var name = name(form);
        String code = request.path("unit");
        return form.errors().isEmpty() ? database.inTx(tx -> doors.units().get(tx, code).compose(unit ->
                doors.units().rename(tx, new Unit(code, name), SignedIn.of(request).actor())))
                .map(done -> View.seeOther(PATH + '/' + code))
                : show(request, typed(form), lines(request, form)).map(page -> page.status(422));
    }

    /** @param into whether the thing is to belong to the unit from now on, or no more */
    private Future<View> assign(Request request, boolean into) {
        String code = request.path("unit");
        String id = request.form().raw("id");
        Holdings sort = doors.reach().holdings(request.form().raw("sort"))
                .orElseThrow(() -> Problem.notFound("staff.unit.unknown", code));
        return database.inTx(tx -> doors.units().get(tx, code).compose(unit -> sort.unitOf(tx, id)).compose(owner -> {
            if (!owner.orElseThrow(() -> sort.unknown(id)).equals(into ? Optional.empty() : Optional.of(code))) {
                throw Problem.conflict("staff.unit.moved");
            }
            return sort.assign(tx, id, into ? Optional.of(code) : Optional.empty());
        }).compose(done -> audit.record(tx, SignedIn.of(request).actor(), into ? "unit.assign" : "unit.remove", id,
                Map.of("unit", code)))).map(done -> View.seeOther(PATH + '/' + code));
    }
}
