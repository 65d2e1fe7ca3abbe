package org.pufa.outreach.console;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.pufa.outreach.Activity;
import org.pufa.outreach.ActivityCheck;
import org.pufa.outreach.ActivityKind;
import org.pufa.outreach.Audience;
import org.pufa.outreach.Catalogue;
import org.pufa.outreach.Counted;
import org.pufa.outreach.Figure;
import org.pufa.outreach.Measure;
import org.pufa.outreach.Title;
import org.pufa.outreach.signin.Gathering;
import org.pufa.web.FormFields;

/** Reads an activity from the fields of its form; what is wrong is reported to the fields. */
final class ActivityForm {

    /** How many titles one form can hand out. */
    static final int GIVEN = 4;
    static final int LONGEST_TITLE = 80;
    static final int LONGEST_PLACE = 80;
    static final int LONGEST_LIST = 20;
    static final int LONGEST_WORD = 60;
    static final int LONGEST_NOTES = 2000;

    private final FormFields form;
    private final Catalogue catalogue;
    private final Map<Long, Title> titles = new LinkedHashMap<>();
    private final List<String> campaigns;
    private final Optional<Gathering> gathering;

    /**
     * @param offer what can be chosen
     * @param gathering whose sign-in is counted
     */
    ActivityForm(FormFields form, EntryView.Offer offer, Optional<Gathering> gathering) {
        this.form = form;
        this.catalogue = offer.catalogue();
        offer.titles().forEach(title -> this.titles.put(title.id(), title));
        this.campaigns = offer.slugs();
        this.gathering = gathering;
    }

    /** Nothing where the fields have errors. */
    Optional<Activity> read() {
        var kind = catalogue.kind(form.raw("kind"));
        if (kind.isEmpty()) {
            form.refuse("kind", "outreach.form.kind");
            return Optional.empty();
        }
        String title = form.text("title").required().atMost(LONGEST_TITLE).get();
        var starts = day("starts");
        var ends = form.raw("ends").isBlank() ? starts : day("ends");
        if (starts.isEmpty() && form.raw("starts").isBlank()) {
            form.refuse("starts", "web.form.required");
        } else if (starts.isPresent() && ends.isPresent() && ends.get().isBefore(starts.get())) {
            form.refuse("ends", "outreach.form.ends");
        }
        String place = form.text("place").atMost(LONGEST_PLACE).get();
        String district = form.text("district").atMost(LONGEST_WORD).get();
        String notes = form.text("notes").atMost(LONGEST_NOTES).get();
        var laws = words("laws").stream().map(law -> law.replaceAll("[《》]", "")).toList();
        var partners = words("partners");
        var figures = figures(kind.get());
        return form.errors().isEmpty() ? Optional.of(new Activity(kind.get(), title, starts.orElseThrow(),
                ends.orElseThrow(), place, district, laws, known(form.many("audience").get(), catalogue.audiences()
                .stream().map(Audience::code).toList()), partners, known(form.many("campaign").get(), campaigns), notes,
                figures)) : Optional.empty();
    }

    private static List<String> known(List<String> sent, List<String> known) {
        return known.stream().filter(sent::contains).toList();
    }

    private Optional<LocalDate> day(String name) {
        String text = form.text(name).get();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.replaceAll("[./年月]", "-").replace("日", "")));
        } catch (DateTimeParseException e) {
            form.refuse(name, "outreach.form.day", text);
            return Optional.empty();
        }
    }

    /** Several words in one field. */
    private List<String> words(String name) {
        var words = Arrays.stream(form.text(name).atMost(LONGEST_NOTES).get().split("[、，,;；\\n]")).map(String::strip)
                .filter(word -> !word.isEmpty()).distinct().toList();
        if (words.size() > LONGEST_LIST) {
            form.refuse(name, "web.form.too-many", LONGEST_LIST);
        }
        words.stream().filter(word -> word.length() > LONGEST_WORD).findFirst()
                .ifPresent(word -> form.refuse(name, "outreach.form.word", LONGEST_WORD));
        return words;
    }

    private List<Figure> figures(ActivityKind kind) {
        var figures = new ArrayList<Figure>();
        kind.measures().stream().filter(measure -> !measure.byTitle())
                .forEach(measure -> figure(measure).ifPresent(figures::add));
        if (kind.measures().stream().anyMatch(Measure::byTitle)) {
            figures.addAll(given());
        }
        gathering.ifPresent(one -> figures.addAll(signedIn(catalogue, one)));
        return figures;
    }

    /** What a gathering counted: people, and participations where there were several sessions. */
    static List<Figure> signedIn(Catalogue catalogue, Gathering gathering) {
        var figures = new ArrayList<Figure>();
        if (gathering.heads() > 0) {
            figures.add(Figure.signedIn(catalogue.measure("heads").orElseThrow(), gathering.heads(), gathering.id()));
        }
        if (gathering.sessions().size() > 1 && gathering.turns() > 0) {
            figures.add(Figure.signedIn(catalogue.measure("turns").orElseThrow(), gathering.turns(), gathering.id()));
        }
        return figures;
    }

    private Optional<Figure> figure(Measure measure) {
        return amount(ActivityCheck.field(measure), form.number(ActivityCheck.field(measure)).optional())
                .map(amount -> Figure.typed(measure, amount, Counted.parse(form.raw("counted." + measure.code()))
                        .filter(Counted::isTyped).orElse(measure.counted())));
    }

    private Optional<Long> amount(String field, OptionalLong typed) {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        long amount = typed.getAsLong();
        if (amount < 1) {
            form.refuse(field, "outreach.form.nothing", Long.toString(amount));
        } else if (amount > Figure.MOST) {
            form.refuse(field, "outreach.form.absurd", amount, Figure.MOST);
        } else {
            return Optional.of(amount);
        }
        return Optional.empty();
    }

    private List<Figure> given() {
        var figures = new ArrayList<Figure>();
        for (int line = 1; line <= GIVEN; line++) {
            String field = "given." + line;
            var amount = amount(field, form.number(field).optional());
            var title = title(form.raw(field + ".title"));
            if (amount.isPresent() && title.isEmpty()) {
                form.refuse(field, "outreach.form.no-title");
            } else if (amount.isEmpty() && title.isPresent() && form.raw(field).isBlank()) {
                form.refuse(field, "outreach.form.no-amount");
            } else if (amount.isPresent() && figures.stream().anyMatch(one -> one.title().get() == title.get().id())) {
                form.refuse(field, "outreach.form.twice", title.get().name());
            } else if (amount.isPresent()) {
                figures.add(Figure.handedOut(title.get().measure(), amount.get(), title.get().id()));
            }
        }
        return figures;
    }

    private Optional<Title> title(String id) {
        return id.matches("\\d{1,18}") ? Optional.ofNullable(titles.get(Long.valueOf(id))) : Optional.empty();
    }
}
