package org.pufa.outreach.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Days;
import org.pufa.kernel.Slug;
import org.pufa.outreach.Activity;
import org.pufa.outreach.Catalogue;
import org.pufa.outreach.Figure;
import org.pufa.outreach.Revision;

/** How a record and its revisions are told. */
final class RecordView {

    /** One line of what is known. */
    record Fact(String label, String text) {
    }

    record FigureRow(String label, String amount, String way) {
    }

    record CampaignLink(String slug, String href) {
    }

    /** @param changes what is other than in the revision before */
    record RevisionRow(String number, String status, String tone, String entered, String reason, boolean assured,
            String decided, String note, List<Fact> changes) {
    }

    private final OutreachWords words;
    private final Lang lang;
    private final Catalogue catalogue;
    private final Map<Long, String> titles;

    /** @param titles names of what was handed out */
    RecordView(OutreachWords words, Lang lang, Catalogue catalogue, Map<Long, String> titles) {
        this.words = words;
        this.lang = lang;
        this.catalogue = catalogue;
        this.titles = titles;
    }

    List<Fact> facts(Activity is) {
        return lines(is).stream().filter(fact -> !fact.text().isEmpty()).toList();
    }

    /** Every line, also those that are empty. */
    private List<Fact> lines(Activity is) {
        return List.of(fact("kind", is.kind().name().in(lang)), fact("title", is.title()),
                fact("days", OutreachWords.days(lang, is.starts(), is.ends())), fact("place", is.place()),
                fact("district", is.district()), fact("laws", is.laws().stream().map(law -> '《' + law + '》')
                        .collect(Collectors.joining())),
                fact("audience", is.audiences().stream().map(code -> catalogue.audience(code)
                        .map(one -> one.name().in(lang)).orElse(code)).collect(Collectors.joining("、"))),
                fact("partners", String.join("、", is.partners())), fact("notes", is.notes()));
    }

    private Fact fact(String field, String text) {
        return new Fact(words.say(lang, "field." + field), text);
    }

    List<FigureRow> figures(Activity is) {
        return is.figures().stream().map(figure -> new FigureRow(label(figure),
                OutreachWords.amount(lang, figure.measure(), figure.amount()), words.counted(lang, figure.counted())))
                .toList();
    }

    private String label(Figure figure) {
        return figure.measure().name().in(lang) + figure.title().map(id -> words.say(lang, "figure.title",
                titles.getOrDefault(id, ""))).orElse("");
    }

    static List<CampaignLink> campaigns(Activity is) {
        return is.campaigns().stream().filter(slug -> Slug.parse(slug).isPresent())
                .map(slug -> new CampaignLink(slug, "/console/campaigns/" + slug)).toList();
    }

    List<RevisionRow> revisions(List<Revision> all) {
        var rows = new ArrayList<RevisionRow>();
        for (int i = 0; i < all.size(); i++) {
            rows.add(row(all.get(i), i + 1 < all.size() ? all.get(i + 1) : null));
        }
        return rows;
    }

    /** @param before null for the first */
    private RevisionRow row(Revision is, Revision before) {
        return new RevisionRow(Integer.toString(is.number()), words.status(lang, is.status(), is.withdrawn()),
                OutreachWords.tone(is.status()), words.say(lang, "revision." + is.origin().via(), is.enteredBy(),
                        Format.fullDay(lang, Days.of(is.enteredAt())), Format.time(is.enteredAt()),
                        is.origin().source()), is.reason(), is.origin().assured(), is.decision().map(made -> words.say(lang,
                        made.confirmed() ? "revision.confirmed" : "revision.returned", made.by(),
                        Format.fullDay(lang, Days.of(made.at())), Format.time(made.at()))).orElse(""),
                is.decision().map(made -> made.note()).orElse(""), before == null ? List.of() : changes(is, before));
    }

    private List<Fact> changes(Revision is, Revision before) {
        var changes = new ArrayList<Fact>();
        if (is.withdrawn() != before.withdrawn()) {
            changes.add(fact("withdrawn", words.say(lang, is.withdrawn() ? "change.withdrawn" : "change.restored")));
        }
        var now = lines(is.activity());
        var then = lines(before.activity());
        for (int i = 0; i < now.size(); i++) {
            if (!Objects.equals(now.get(i).text(), then.get(i).text())) {
                changes.add(new Fact(now.get(i).label(), change(then.get(i).text(), now.get(i).text())));
            }
        }
        String figures = told(is.activity());
        if (!figures.equals(told(before.activity()))) {
            changes.add(fact("figures", change(told(before.activity()), figures)));
        }
        return changes;
    }

    private String told(Activity is) {
        return is.figures().stream().map(figure -> label(figure) + ' '
                + OutreachWords.amount(lang, figure.measure(), figure.amount()) + words.say(lang, "figure.way",
                words.counted(lang, figure.counted()))).collect(Collectors.joining(lang == Lang.ZH ? "；" : "; "));
    }

    private String change(String then, String now) {
        return words.say(lang, "change", then.isEmpty() ? "–" : then, now.isEmpty() ? "–" : now);
    }
}
