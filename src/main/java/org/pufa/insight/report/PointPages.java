package org.pufa.insight.report;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Problem;
import org.pufa.staff.Doors;
import org.pufa.staff.ErrorLine;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.FormFields;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The form in which the points of a report are written: in which order, of what, in which words. */
final class PointPages implements Routes {

    private static final String PATH = ReportConsole.ONE + "/points";
    private static final int LONGEST_HEADING = 40;
    private static final int LONGEST_TITLE = 60;

    private final Doors doors;
    private final Reports reports;
    private final ReportWords words;

    PointPages(Doors doors, Reports reports) {
        this.doors = doors;
        this.reports = reports;
        this.words = reports.words();
    }

    /** Model of {@code insight/report/points}. @param choices sources for a further point */
    record PointsPage(String title, String path, String report, int revision, String name, List<Field> points,
            List<Choice> choices, List<ErrorLine> errors) {
    }

    /**
     * One point.
     *
     * @param number from 1, as its fields are named
     * @param place what it is sorted by
     * @param names what its sentence may use, each with what it is now
     * @param outreach whether its records can be narrowed by words
     */
    record Field(int number, int place, String heading, String source, String label, String words, boolean outreach,
            String sentence, List<String> names) {
    }

    record Choice(String value, String label) {
    }

    /** What was typed of a point. */
    private record Typed(int place, String heading, Source source, String sentence) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH, Permission.WRITE_REPORTS, request -> reports.get(ReportPages.id(request)).compose(report ->
                page(request, report, report.title(), report.revision(), typed(report), List.of())));
        doors.post(router, PATH, Permission.WRITE_REPORTS, this::save);
    }

    private static List<Typed> typed(Report report) {
        var typed = new ArrayList<Typed>();
        report.points().forEach(point -> typed.add(new Typed((typed.size() + 1) * 10, point.heading(), point.source(),
                point.sentence())));
        return typed;
    }

    private Future<View> page(Request request, Report report, String title, int revision, List<Typed> typed,
            List<ErrorLine> errors) {
        return reports.facts(report, typed.stream().map(Typed::source).toList()).map(facts -> {
            var fields = new ArrayList<Field>();
            typed.forEach(one -> fields.add(field(fields.size() + 1, one, facts)));
            var choices = facts.entrySet().stream().map(one -> new Choice(one.getKey().code(),
                    one.getKey().sort() == Source.Sort.NONE ? words.say(request.lang(), "source.none")
                            : one.getValue().label())).toList();
            return View.page("insight/report/points", new PointsPage(words.say(request.lang(), "points"),
                    Report.path(report.id()), report.title(), revision, title, fields, choices, errors));
        });
    }

    private static Field field(int number, Typed one, Map<Source, Facts> facts) {
        Facts of = facts.getOrDefault(one.source(), new Facts(one.source().code(), Map.of(), List.of(), Map.of()));
        var names = new ArrayList<String>();
        of.words().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(word -> names.add("【" + word.getKey() + "】" + word.getValue()));
        of.figures().forEach(fact -> names.add("【" + fact.name() + "】" + SectionWriter.exact(fact.value(), fact.unit())));
        return new Field(number, one.place(), one.heading(), one.source().code(), of.label(), one.source().words(),
                one.source().sort() == Source.Sort.OUTREACH, one.sentence(), names);
    }

    /** Empty sentences fall away; the rest stand in the order of their places. */
    private Future<View> save(Request request) {
        FormFields form = request.form();
        String title = form.text("title").required().atMost(LONGEST_TITLE).get();
        int revision = (int) form.number("revision").required().between(1, Integer.MAX_VALUE).optional().orElse(0);
        List<Typed> typed = typed(form);
        return reports.get(ReportPages.id(request)).compose(report -> {
            if (request.form().raw("act").equals("add")) {
                return reports.templates().compose(templates -> page(request, report, title, revision,
                        with(typed, form, templates), List.of()));
            }
            return reports.facts(report, typed.stream().map(Typed::source).toList()).compose(facts -> {
                List<Point> points = points(form, typed, facts);
                return form.errors().isEmpty() ? reports.change(report.id(), revision, title, points,
                        SignedIn.of(request).actor()).map(changed -> View.seeOther(Report.path(report.id())))
                        : page(request, report, title, revision, typed, ErrorLine.of(words.messages(), request.lang(),
                                form.errors())).map(view -> view.status(422));
            });
        });
    }

    private static List<Typed> typed(FormFields form) {
        var typed = new ArrayList<Typed>();
        for (int number = 1; number <= Reports.MOST_POINTS && !form.raw("source." + number).isEmpty(); number++) {
            int at = number;
            Source.parse(form.raw("source." + number)).map(source -> source.sort() == Source.Sort.OUTREACH
                    ? Source.outreach(source.name(), cut(form.raw("words." + at))) : source).ifPresent(source ->
                    typed.add(new Typed(place(form.raw("place." + at), at * 10), form.raw("heading." + at).strip(), source,
                            form.raw("sentence." + at).replaceAll("\\s*\\R\\s*", "").strip())));
        }
        return typed.stream().sorted(Comparator.comparingInt(Typed::place)).collect(Collectors.toList());
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), Source.LONGEST_WORDS)).replace("/", "");
    }

    private static int place(String text, int otherwise) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
    }

    private List<Typed> with(List<Typed> typed, FormFields form, Templates templates) {
        var more = new ArrayList<>(typed);
        Source.parse(form.raw("more")).ifPresent(source -> more.add(new Typed((more.size() + 1) * 10, "", source,
                templates.sentence(source.sort(), reports.kind(source)))));
        return more;
    }

    private static List<Point> points(FormFields form, List<Typed> typed, Map<Source, Facts> facts) {
        var points = new ArrayList<Point>();
        int number = 0;
        for (Typed one : typed) {
            number++;
            if (one.heading().length() > LONGEST_HEADING) {
                form.refuse("heading." + number, "web.field.long", LONGEST_HEADING);
            }
            if (one.sentence().isEmpty()) {
                continue;
            }
            try {
                Map<String, String> names = new LinkedHashMap<>(facts.containsKey(one.source())
                        ? facts.get(one.source()).names() : Map.of());
                Sentence.parse("sentence." + number, one.sentence(), names);
            } catch (Problem problem) {
                problem.errors().forEach(error -> form.refuse(error.field(), error.key(), error.args().toArray()));
            }
            points.add(new Point(one.heading(), one.source(), one.sentence()));
        }
        return points;
    }
}
