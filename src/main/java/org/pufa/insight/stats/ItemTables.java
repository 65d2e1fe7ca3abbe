package org.pufa.insight.stats;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pufa.campaign.Campaign;
import org.pufa.campaign.State;
import org.pufa.i18n.LocalText;
import org.pufa.insight.stats.FigureTable.Column;
import org.pufa.insight.stats.FigureTable.Row;
import org.pufa.outreach.UnitOfMeasure;

/** Sets out how the questions of a campaign were answered: question by question, and article by article. */
final class ItemTables {

    static final String PREFIX = "item.";
    static final String CAMPAIGN = "campaign";
    static final String OF = "of";
    /** Too few answers to suggest anything from. */
    private static final long FEW = 30;
    private static final int MOST_MISSED = 5;
    private static final double WELL_KNOWN = 0.8;

    private final Campaign campaign;
    private final List<ItemCount> items;
    private final Instant at;
    private final long drawn;
    private final long papers;

    /** @param drawn of so many {@code papers} the indices are made */
    ItemTables(Campaign campaign, List<ItemCount> items, Instant at, long drawn, long papers) {
        this.campaign = campaign;
        this.items = items.stream().sorted(ItemCount.hardest()).toList();
        this.at = at;
        this.drawn = drawn;
        this.papers = papers;
    }

    List<FigureTable> all() {
        return List.of(missed(), articles(), laws(), items());
    }

    private FigureTable table(String code, List<String> columns, List<Row> rows, List<Label> notes) {
        boolean open = campaign.stateAt(at) != State.CLOSED && campaign.stateAt(at) != State.CERTIFIED;
        return new FigureTable(code, Label.of("table." + code), Label.of("table." + code + ".row"), columns.stream()
                .map(name -> new Column(name, Label.of("way.item." + name), Optional.of(unit(name)))).toList(), rows,
                columns.stream().map(name -> "insight.definition.item." + name).toList(),
                open ? Optional.of(at) : Optional.empty(), notes);
    }

    private static UnitOfMeasure unit(String column) {
        return switch (column) {
            case "answered", "right" -> Units.TIMES;
            case "discrimination" -> Units.NONE;
            default -> Units.PERCENT;
        };
    }

    /** A percentage, or nothing. */
    private static Optional<BigDecimal> percent(OptionalDouble value) {
        return value.isEmpty() ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(value.getAsDouble()).setScale(4, RoundingMode.HALF_UP));
    }

    private Optional<Figure> figure(String name, String of, Optional<BigDecimal> value, String href) {
        return value.map(number -> new Figure("campaign." + campaign.slug() + '.' + of + '.' + name,
                Label.of("way.item." + name), number, unit(name), href, "insight.definition.item." + name,
                new Query(PREFIX + name, new JsonObject().put(CAMPAIGN, campaign.slug().value()).put(OF, of))));
    }

    private String rows() {
        return "/console/campaigns/" + campaign.slug() + "/entries";
    }

    private FigureTable items() {
        var rows = new ArrayList<Row>();
        for (ItemCount item : items) {
            String of = "item." + item.question().id();
            boolean known = item.answered() > 0;
            var about = new ArrayList<Label>();
            about.add(Label.text(item.question().stem()));
            item.hints().forEach(hint -> about.add(Label.of("hint." + hint)));
            rows.add(new Row(of, Label.text(item.question().code()), about, item.question().href(), List.of(
                    figure("answered", of, Optional.of(BigDecimal.valueOf(item.answered())), rows()),
                    figure("facility", of, known ? percent(OptionalDouble.of(100 * item.shares() / item.answered()))
                            : Optional.empty(), ""),
                    figure("discrimination", of, percent(item.joint().discrimination()), ""),
                    figure("efficiency", of, percent(item.joint().efficiency()), ""))));
        }
        var notes = new ArrayList<Label>();
        notes.add(drawn < papers ? Label.of("note.drawn", drawn, papers) : Label.of("note.all-papers", papers));
        notes.add(Label.of("note.several-papers"));
        return table("items", List.of("answered", "facility", "discrimination", "efficiency"), rows, notes);
    }

    /** Answers to the questions that rest on the same article, or on the same law. */
    private record Group(String of, String name, long answered, long right) {

        Group plus(Group other) {
            return new Group(of, name, answered + other.answered, right + other.right);
        }

        double share() {
            return (double) right / answered;
        }
    }

    private List<Group> groups(boolean byArticle) {
        Map<String, Group> groups = new TreeMap<>();
        for (ItemCount item : items) {
            if (!item.question().law().isEmpty() && item.answered() > 0) {
                String name = '《' + item.question().law() + '》' + (byArticle ? item.question().article() : "");
                String of = byArticle ? "article." + item.question().law() + '.' + item.question().article()
                        : "law." + item.question().law();
                groups.merge(of, new Group(of, name, item.answered(), item.right()), Group::plus);
            }
        }
        return groups.values().stream().sorted(Comparator.comparingDouble(Group::share).thenComparing(Group::of)).toList();
    }

    private FigureTable articles() {
        return table("articles", List.of("answered", "right", "awareness", "low", "high"),
                groups(true).stream().map(this::row).toList(), List.of(Label.of("note.voluntary"),
                        Label.of("note.answers-of-one")));
    }

    private FigureTable laws() {
        return table("laws", List.of("answered", "right", "awareness", "low", "high"),
                groups(false).stream().map(this::row).toList(), List.of(Label.of("note.voluntary")));
    }

    private Row row(Group group) {
        var interval = Wilson.of(group.right(), group.answered());
        return new Row(group.of(), Label.text(LocalText.of(group.name())), List.of(), "", List.of(
                figure("answered", group.of(), Optional.of(BigDecimal.valueOf(group.answered())), rows()),
                figure("right", group.of(), Optional.of(BigDecimal.valueOf(group.right())), rows()),
                figure("awareness", group.of(), Optional.of(Way.percent(group.right(), group.answered())), ""),
                figure("low", group.of(), percent(OptionalDouble.of(100 * interval.low())), ""),
                figure("high", group.of(), percent(OptionalDouble.of(100 * interval.high())), "")));
    }

    /** What the next round should speak of: articles that are surely known by less than they should be. */
    private FigureTable missed() {
        var missed = groups(true).stream().filter(group -> group.answered() >= FEW)
                .filter(group -> Wilson.of(group.right(), group.answered()).high() < WELL_KNOWN).limit(MOST_MISSED)
                .map(group -> {
                    var row = row(group);
                    return new Row(row.key(), row.label(), List.of(Label.of("suggestion")), "", row.cells());
                }).toList();
        return table("missed", List.of("answered", "right", "awareness", "low", "high"), missed,
                List.of(Label.of("note.missed")));
    }

    /** The number of each query. */
    Map<String, BigDecimal> numbers() {
        return all().stream().flatMap(FigureTable::figures).collect(Collectors.toMap(figure -> figure.query().text(),
                Figure::value, (one, other) -> one));
    }
}
