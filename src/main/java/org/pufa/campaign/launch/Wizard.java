package org.pufa.campaign.launch;

import io.vertx.core.Future;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pufa.campaign.CampaignDesk;
import org.pufa.campaign.DefinitionReader;
import org.pufa.campaign.Step;
import org.pufa.campaign.StepTaken;
import org.pufa.db.Database;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.i18n.Messages;
import org.pufa.kernel.Slug;
import org.pufa.staff.Doors;
import org.pufa.staff.UnitChoice;
import org.pufa.web.Request;
import org.pufa.yaml.YamlTree;

/** What the pages of the wizard share: the steps of each kind, the problems, and the words. */
final class Wizard {

    private final Map<String, ContentStep> contents;
    private final BasicSteps basics;
    private final Drafts drafts;
    private final DefinitionReader reader;
    private final CampaignDesk desk;
    private final Database database;
    private final Messages messages;

    Wizard(List<ContentStep> contents, Drafts drafts, DefinitionReader reader, CampaignDesk desk, Database database,
            Messages messages) {
        this.contents = contents.stream().collect(Collectors.toMap(ContentStep::kind, Function.identity(),
                (one, other) -> one, java.util.LinkedHashMap::new));
        this.basics = new BasicSteps(messages);
        this.drafts = drafts;
        this.reader = reader;
        this.desk = desk;
        this.database = database;
        this.messages = messages;
    }

    List<String> kinds() {
        return List.copyOf(contents.keySet());
    }

    boolean knows(String kind) {
        return contents.containsKey(kind);
    }

    String say(Lang lang, String key, Object... args) {
        return messages.get(lang, "campaign.launch." + key, args);
    }

    /** To which a draft may belong; none for those who are bound to a unit. */
    Future<List<UnitChoice>> units(Doors doors, Request request, String chosen) {
        return UnitChoice.of(doors, database, request, chosen, messages);
    }

    /** The sentence, or "" where there is none. */
    String sayIfKnown(Lang lang, String key) {
        return messages.has(lang, "campaign.launch." + key) ? say(lang, key) : "";
    }

    String sentence(Lang lang, String key) {
        return messages.get(lang, key);
    }

    String sentence(Lang lang, org.pufa.kernel.Problem.FieldError error) {
        return messages.get(lang, error.key(), error.args());
    }

    String kindName(Lang lang, String kind) {
        return messages.has(lang, "campaign.kind." + kind) ? messages.get(lang, "campaign.kind." + kind) : kind;
    }

    /** A new definition of that kind. @param day as addresses may name it, such as 20261201 */
    YamlTree fresh(String kind, String day) {
        return basics.fresh(contents.get(kind), "", day);
    }

    Future<Problems> problems(Draft draft, Lang lang) {
        return Problems.of(draft, reader, drafts, database, messages, lang);
    }

    /** The fields of one step as they stand in the tree. */
    Future<List<FormPart>> parts(Draft draft, YamlTree tree, WizardStep step, Lang lang) {
        return parts(draft.kind(), draft.slug().isPresent(), tree, step, lang);
    }

    /** The fields of all steps, one step after the other. */
    Future<List<FormPart>> allParts(String kind, YamlTree tree, Lang lang) {
        Future<List<FormPart>> all = Future.succeededFuture(List.of());
        for (WizardStep step : WizardStep.values()) {
            all = all.compose(before -> parts(kind, true, tree, step, lang).map(parts ->
                    Stream.concat(before.stream(), parts.stream()).toList()));
        }
        return all;
    }

    private Future<List<FormPart>> parts(String kind, boolean submitted, YamlTree tree, WizardStep step, Lang lang) {
        return switch (step) {
            case BASICS -> Future.succeededFuture(forBrowsers(basics.basics(lang, tree, submitted)));
            case CONTENT -> contents.get(kind).parts(lang, tree);
            case CHANNELS -> Future.succeededFuture(basics.channels(lang, tree));
            case RULES -> Future.succeededFuture(basics.rules(lang, tree));
            case CHECK -> Future.succeededFuture(List.of());
        };
    }

    private static List<FormPart> forBrowsers(List<FormPart> parts) {
        return parts.stream().map(part -> part.with(part.fields().stream().map(field -> field.date()
                ? FormField.moment(field.name(), field.label(), field.hint(), WizardForm.forBrowser(field.value()))
                : field).toList(), false)).toList();
    }

    /** Does what a button says; gives the place to look at next, or "". */
    String act(Draft draft, YamlTree tree, WizardForm form) {
        String place = form.place();
        boolean known = place.matches("[a-z]+([.\\[][a-z0-9.\\[\\]]*)?") && (place.startsWith(draft.kind() + '.')
                || place.startsWith("channels") || place.startsWith("rules") || place.startsWith(PrizeParts.PATH));
        if (!known) {
            return "";
        }
        switch (form.act()) {
            case "add" -> {
                tree.add(place, added(draft, tree, place));
                return place + '[' + tree.size(place) + ']';
            }
            case "with" -> tree.merge(PrizeParts.PATH, PrizeParts.fresh(messages));
            case "remove" -> tree.remove(place);
            case "up" -> tree.move(place, -1);
            case "down" -> tree.move(place, 1);
            default -> other(draft, tree, form);
        }
        return place.contains("[") ? place.replaceAll("\\[\\d+]$", "") : place;
    }

    private Map<String, Object> added(Draft draft, YamlTree tree, String place) {
        return switch (place) {
            case "channels" -> Map.of("code", "c" + (tree.size(place) + 1));
            case "rules", "prizes.items" -> Map.of();
            default -> contents.get(draft.kind()).added(place.replaceAll("\\[\\d+]", ""), tree);
        };
    }

    private void other(Draft draft, YamlTree tree, WizardForm form) {
        if (form.act().equals("bulk") && form.place().equals("channels")) {
            BasicSteps.bulkChannels(tree, form.words().getOrDefault("words", ""));
        } else {
            contents.get(draft.kind()).act(tree, form.act(), form.place(), form.words());
        }
    }

    List<WizardPage.Station> stations(Draft draft, Problems problems, WizardStep current, Lang lang) {
        return Arrays.stream(WizardStep.values()).map(step -> {
            int missing = step == WizardStep.CHECK ? problems.all().size()
                    : problems.at(step, draft.kind()).size();
            return new WizardPage.Station(say(lang, "step." + step.code()), draft.path(step.code()),
                    missing == 0 ? "" : say(lang, "step.missing", missing), step == current, missing == 0);
        }).toList();
    }

    String name(Draft draft, Lang lang) {
        String title = draft.tree().text("title.zh");
        return title.isEmpty() ? say(lang, "untitled", kindName(lang, draft.kind())) : title;
    }

    String last(Draft draft, Lang lang) {
        return say(lang, "saved", Format.moment(lang, draft.changedAt()), draft.changedBy());
    }

    /** What was said of a draft that came back: the reviewer's last words, and all words before. */
    record Review(String comment, List<Said> talk) {

        static final Review NONE = new Review("", List.of());
    }

    Future<Review> review(Draft draft, Lang lang) {
        return draft.slug().flatMap(Slug::parse).map(slug -> desk.find(slug).compose(row -> row.isEmpty()
                ? Future.succeededFuture(Review.NONE) : desk.steps(row.get()).map(taken -> review(taken, lang))))
                .orElse(Future.succeededFuture(Review.NONE));
    }

    private Review review(List<StepTaken> taken, Lang lang) {
        var last = taken.isEmpty() ? null : taken.get(taken.size() - 1);
        return last == null || last.step() != Step.RETURN ? Review.NONE
                : new Review(say(lang, "returned", last.actor(), last.at(), last.reason()), Said.of(this, lang, taken));
    }
}
