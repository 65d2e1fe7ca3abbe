package org.pufa.outreach.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pufa.campaign.CampaignDesk;
import org.pufa.campaign.CampaignRow;
import org.pufa.i18n.Lang;
import org.pufa.outreach.ActivityCheck;
import org.pufa.outreach.ActivityKind;
import org.pufa.outreach.Catalogue;
import org.pufa.outreach.Counted;
import org.pufa.outreach.Measure;
import org.pufa.outreach.Title;
import org.pufa.outreach.signin.Gathering;

/** The parts of the form in which one record is entered or corrected. */
final class EntryView {

    /** One thing to choose. */
    record Choice(String value, String label, boolean chosen) {
    }

    /** @param kinds codes of the kinds of which it is counted, with spaces between */
    record AmountRow(String field, String label, String value, String way, String kinds, boolean shown,
            List<Choice> ways) {
    }

    /** One title to hand out. @param first whether it stands there without being asked for */
    record GivenRow(int number, String field, String value, boolean first, List<Choice> titles) {
    }

    /** What can be chosen. @param gathering whose sign-in is counted */
    record Offer(Catalogue catalogue, List<Title> titles, List<CampaignRow> campaigns, List<String> districts,
            List<String> laws, Optional<Gathering> gathering) {

        Offer {
            Objects.requireNonNull(gathering);
            titles = List.copyOf(titles);
            campaigns = List.copyOf(campaigns);
            districts = List.copyOf(districts);
            laws = List.copyOf(laws);
        }

        List<String> slugs() {
            return campaigns.stream().map(row -> row.slug().value()).toList();
        }
    }

    private final OutreachWords words;
    private final CampaignDesk desk;
    private final Lang lang;
    private final Offer offer;
    private final Typed typed;
    private final ActivityKind kind;

    EntryView(OutreachWords words, CampaignDesk desk, Lang lang, Offer offer, Typed typed) {
        this.words = words;
        this.desk = desk;
        this.lang = lang;
        this.offer = offer;
        this.typed = typed;
        this.kind = offer.catalogue().kind(typed.get("kind")).orElse(offer.catalogue().kinds().get(0));
    }

    /** What signed in at the gathering, in words. */
    List<String> signed() {
        return offer.gathering().map(one -> ActivityForm.signedIn(offer.catalogue(), one).stream().map(figure ->
                OutreachWords.figure(lang, figure.measure(), figure.amount())).toList()).orElse(List.of());
    }

    List<Choice> kinds() {
        return offer.catalogue().kinds().stream()
                .map(one -> new Choice(one.code(), one.name().in(lang), one.equals(kind))).toList();
    }

    List<AmountRow> amounts() {
        return offer.catalogue().measures().stream().filter(measure -> !measure.byTitle()).map(this::amount).toList();
    }

    private AmountRow amount(Measure measure) {
        String field = ActivityCheck.field(measure);
        String way = Counted.parse(typed.get("counted." + measure.code())).orElse(measure.counted()).code();
        return new AmountRow(field, measure.label(lang), typed.get(field),
                "counted." + measure.code(), kindsOf(measure), kind.counts(measure), Arrays.stream(Counted.values())
                .filter(Counted::isTyped)
                .map(one -> new Choice(one.code(), words.counted(lang, one), one.code().equals(way))).toList());
    }

    private String kindsOf(Measure measure) {
        return offer.catalogue().kinds().stream().filter(one -> one.counts(measure)).map(ActivityKind::code)
                .collect(Collectors.joining(" "));
    }

    /** Codes of the kinds of which something is handed out by title. */
    String givingKinds() {
        return offer.catalogue().kinds().stream().filter(EntryView::gives).map(ActivityKind::code)
                .collect(Collectors.joining(" "));
    }

    private static boolean gives(ActivityKind one) {
        return one.measures().stream().anyMatch(Measure::byTitle);
    }

    boolean gives() {
        return gives(kind);
    }

    List<GivenRow> given() {
        var rows = new ArrayList<GivenRow>();
        for (int line = 1; line <= ActivityForm.GIVEN; line++) {
            String field = "given." + line;
            String chosen = typed.get(field + ".title");
            rows.add(new GivenRow(line, field, typed.get(field), line == 1, offer.titles().stream().map(title -> new Choice(
                    Long.toString(title.id()), words.say(lang, "form.title-left", title.name(), title.left(),
                            title.measure().unit().name()), Long.toString(title.id()).equals(chosen))).toList()));
        }
        return rows;
    }

    /** Whether more than the first title is handed out. */
    boolean givesMore() {
        return !typed.get("given.2").isEmpty();
    }

    List<Choice> audiences() {
        return offer.catalogue().audiences().stream().map(one -> new Choice(one.code(), one.name().in(lang),
                typed.has("audience", one.code()))).toList();
    }

    List<Choice> campaigns() {
        return offer.campaigns().stream().map(row -> new Choice(row.slug().value(),
                desk.definitionOf(row).title().in(lang), typed.has("campaign", row.slug().value()))).toList();
    }
}
