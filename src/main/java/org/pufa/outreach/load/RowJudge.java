package org.pufa.outreach.load;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.pufa.bank.intake.Reason;
import org.pufa.kernel.Problem.FieldError;
import org.pufa.outreach.Activity;
import org.pufa.outreach.ActivityCheck;
import org.pufa.outreach.ActivityKind;
import org.pufa.outreach.Audience;
import org.pufa.outreach.Catalogue;
import org.pufa.outreach.Counted;
import org.pufa.outreach.Figure;
import org.pufa.outreach.Listing.Twin;
import org.pufa.outreach.Measure;
import org.pufa.outreach.Title;
import org.pufa.outreach.sheet.Headings;
import org.pufa.outreach.sheet.JudgedRow;
import org.pufa.outreach.sheet.JudgedRow.Finding;
import org.pufa.outreach.sheet.Period;
import org.pufa.outreach.sheet.SheetRow;
import org.pufa.web.PlainText;

/** Judges the rows of one file in their order, each knowing what those before it hand out. */
final class RowJudge {

    private static final Pattern NUMBER = Pattern.compile("(-?\\d{1,12})(?:\\.0+)?");
    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST_WORD = 60;
    private static final int MOST_WORDS = 20;

    private final Catalogue catalogue;
    private final List<Title> titles;
    private final List<Twin> registered;
    private final LocalDate today;
    private final Map<String, Counted> ways;
    private final Map<Long, Long> left = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private List<Finding> findings = new ArrayList<>();

    /**
     * @param titles that can be handed out
     * @param registered records that start on the days of the file
     * @param ways what ways of counting are called
     */
    RowJudge(Catalogue catalogue, List<Title> titles, List<Twin> registered, LocalDate today, Map<String, Counted> ways) {
        this.catalogue = catalogue;
        this.titles = titles;
        this.registered = registered;
        this.today = today;
        this.ways = ways;
        titles.forEach(title -> left.put(title.id(), title.left()));
    }

    JudgedRow<Activity> judge(SheetRow row) {
        findings = new ArrayList<>();
        row.reasons().forEach(reason -> findings.add(new Finding(reason.level() == Reason.Level.REFUSAL, reason.key(),
                reason.args())));
        var activity = read(row);
        boolean doubtful = activity.map(this::check).orElse(false);
        var taken = activity.filter(found -> findings.stream().noneMatch(Finding::refusal));
        boolean known = taken.map(found -> isKnown(row, found)).orElse(false);
        boolean leftOut = row.leftOut().orElse(known);
        if (!leftOut && taken.isPresent() && !handOut(taken.get())) {
            taken = Optional.empty();
        }
        findings.sort((one, other) -> Boolean.compare(other.refusal(), one.refusal()));
        return new JudgedRow<>(row, taken, findings, doubtful, leftOut);
    }

    private void refuse(String key, Object... args) {
        findings.add(new Finding(true, key, List.of(args)));
    }

    private void warn(String key, Object... args) {
        findings.add(new Finding(false, key, List.of(args)));
    }

    private Optional<Activity> read(SheetRow row) {
        var kind = kind(row);
        var days = days(row);
        String title = text(row, "title", LONGEST_TITLE);
        if (title.isEmpty() && row.cell("title").isEmpty()) {
            refuse("outreach.load.no-title");
        }
        String place = text(row, "place", LONGEST_TITLE);
        String district = text(row, "district", LONGEST_WORD);
        var laws = words(row, "laws").stream().map(law -> law.replaceAll("[《》]", "")).toList();
        var partners = words(row, "partners");
        String notes = text(row, "notes", 2000);
        var audiences = audiences(row);
        if (kind.isEmpty() || days.isEmpty()) {
            return Optional.empty();
        }
        var figures = figures(row, kind.get());
        return Optional.of(new Activity(kind.get(), title, days.get().starts(), days.get().ends(), place, district, laws,
                audiences, partners, List.of(), notes, figures));
    }

    private String text(SheetRow row, String field, int longest) {
        var plain = PlainText.of(row.cell(field));
        if (plain.isEmpty()) {
            refuse("web.form.characters");
        } else if (plain.get().length() > longest) {
            refuse("outreach.load.too-long", row.cell(field).substring(0, 10), longest);
        }
        return plain.orElse("");
    }

    /** By its column or, where there is none, by the name of the sheet. */
    private Optional<ActivityKind> kind(SheetRow row) {
        String word = Headings.bare(row.cell("kind").isEmpty() ? row.sheet() : row.cell("kind"));
        var kind = catalogue.kinds().stream().filter(one -> Headings.bare(one.name().zh()).equals(word)
                || Headings.bare(one.name().en()).equals(word)
                || one.aliases().stream().anyMatch(alias -> Headings.bare(alias).equals(word))).findFirst();
        if (kind.isEmpty()) {
            refuse(row.cell("kind").isEmpty() ? "outreach.load.no-kind" : "outreach.load.kind", row.cell("kind"));
        }
        return kind;
    }

    private Optional<Period> days(SheetRow row) {
        String starts = row.cell("starts");
        if (starts.isEmpty()) {
            refuse("outreach.load.no-day");
            return Optional.empty();
        }
        var first = Period.of(starts);
        var last = row.cell("ends").isEmpty() ? first : Period.of(row.cell("ends"));
        if (first.isEmpty() || last.isEmpty()) {
            refuse("outreach.form.day", first.isEmpty() ? starts : row.cell("ends"));
            return Optional.empty();
        } else if (last.get().ends().isBefore(first.get().starts())) {
            refuse("outreach.form.ends");
            return Optional.empty();
        }
        return Optional.of(new Period(first.get().starts(), last.get().ends()));
    }

    private List<String> words(SheetRow row, String field) {
        var words = Arrays.stream(text(row, field, 1000).split("[、，,;；\\n]")).map(String::strip)
                .filter(word -> !word.isEmpty()).distinct().toList();
        if (words.size() > MOST_WORDS || words.stream().anyMatch(word -> word.length() > LONGEST_WORD)) {
            refuse("outreach.form.word", LONGEST_WORD);
        }
        return words;
    }

    private List<String> audiences(SheetRow row) {
        var codes = new ArrayList<String>();
        for (String word : words(row, "audience")) {
            var found = catalogue.audiences().stream().filter(one -> one.name().zh().equals(word)
                    || one.name().en().equalsIgnoreCase(word) || one.aliases().contains(word)).findFirst();
            found.map(Audience::code).filter(code -> !codes.contains(code)).ifPresent(codes::add);
            if (found.isEmpty()) {
                warn("outreach.load.audience", word);
            }
        }
        return codes;
    }

    private List<Figure> figures(SheetRow row, ActivityKind kind) {
        var figures = new ArrayList<Figure>();
        var way = way(row);
        for (Measure measure : catalogue.measures()) {
            String cell = row.cell(ActivityCheck.field(measure));
            var amount = cell.isEmpty() ? Optional.<Long>empty() : amount(measure, cell);
            if (amount.isPresent() && measure.byTitle()) {
                title(row, measure).ifPresent(title -> figures.add(Figure.handedOut(measure, amount.get(), title.id())));
            } else if (amount.isPresent()) {
                figures.add(Figure.typed(measure, amount.get(), way.orElse(measure.counted())));
            }
        }
        if (figures.isEmpty() && findings.stream().anyMatch(Finding::refusal)) {
            return List.of();
        }
        return figures;
    }

    private Optional<Counted> way(SheetRow row) {
        String word = row.cell("counted");
        var way = Optional.ofNullable(ways.get(word)).filter(Counted::isTyped);
        if (!word.isEmpty() && way.isEmpty()) {
            refuse("outreach.load.counted", word);
        }
        return way;
    }

    /** Written with its unit, with thousands separators, or both; 0 and a dash say that there was nothing. */
    private Optional<Long> amount(Measure measure, String cell) {
        String unit = measure.unit().name().zh();
        String plain = Normalizer.normalize(cell, Normalizer.Form.NFKC).replaceAll("[,\\s]", "");
        String bare = plain.endsWith(unit) ? plain.substring(0, plain.length() - unit.length()) : plain;
        if (bare.matches("0|-|–|—|/|无")) {
            return Optional.empty();
        }
        var number = NUMBER.matcher(bare);
        if (!number.matches()) {
            refuse("outreach.load.number", measure.name(), cell.length() > 20 ? cell.substring(0, 20) : cell);
            return Optional.empty();
        }
        long amount = Long.parseLong(number.group(1));
        if (amount < 1) {
            refuse("outreach.form.nothing", Long.toString(amount));
        } else if (amount > Figure.MOST) {
            refuse("outreach.form.absurd", amount, Figure.MOST);
        } else {
            return Optional.of(amount);
        }
        return Optional.empty();
    }

    private Optional<Title> title(SheetRow row, Measure measure) {
        String name = row.cell("given").replaceAll("[《》]", "").strip();
        var title = titles.stream().filter(one -> one.name().equals(name) && one.measure().equals(measure)).findFirst();
        if (title.isEmpty()) {
            refuse(name.isEmpty() ? "outreach.check.no-title" : "outreach.load.given", name.isEmpty() ? measure.name()
                    : name, measure.name());
        }
        return title;
    }

    private boolean check(Activity activity) {
        var check = ActivityCheck.of(activity, Optional.empty(), today);
        for (FieldError fault : check.faults()) {
            if (!(fault.key().equals("outreach.check.no-figure") && findings.stream().anyMatch(Finding::refusal))) {
                refuse(fault.key(), fault.args().toArray());
            }
        }
        check.doubts().forEach(doubt -> warn(doubt.key(), doubt.args().toArray()));
        return !check.doubts().isEmpty();
    }

    private boolean isKnown(SheetRow row, Activity activity) {
        var twin = registered.stream().filter(one -> one.starts().equals(activity.starts())
                && one.title().equals(activity.title()) && one.kind().equals(activity.kind().code())).findFirst();
        boolean again = !seen.add(activity.kind().code() + '\n' + activity.starts() + '\n' + activity.title());
        twin.ifPresent(one -> warn("outreach.load.twin", Long.toString(one.id())));
        if (again) {
            warn("outreach.load.again");
        }
        return twin.isPresent() || again;
    }

    /** Whether there is still enough of what it hands out, after all rows before it. */
    private boolean handOut(Activity activity) {
        var given = activity.figures().stream().filter(figure -> figure.title().isPresent()).toList();
        for (Figure figure : given) {
            long rest = left.get(figure.title().get());
            if (figure.amount() > rest) {
                refuse("outreach.stock.short", titles.stream().filter(one -> one.id() == figure.title().get()).findFirst()
                        .orElseThrow().name(), rest, figure.measure().unit().name(), figure.amount());
                return false;
            }
        }
        given.forEach(figure -> left.merge(figure.title().get(), -figure.amount(), Long::sum));
        return true;
    }
}
