package org.pufa.campaign.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pufa.campaign.Campaign;
import org.pufa.campaign.CampaignDesk;
import org.pufa.campaign.Campaigns;
import org.pufa.campaign.Correction;
import org.pufa.campaign.Wording;
import org.pufa.campaign.Wordings;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Days;
import org.pufa.kernel.Problem;
import org.pufa.staff.Doors;
import org.pufa.staff.ErrorLine;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.FormFields;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;
import org.pufa.yaml.YamlTree;

/** Mends the words of a launched campaign or moves its end, with a reason that everybody sees. */
final class CorrectionConsole implements Routes {

    private static final String PATH = StaffCampaign.ALL + "/:slug/correction";
    private static final int LONGEST_REASON = 300;
    private static final int LONG_TEXT = 40;

    private final Doors doors;
    private final CampaignShelf shelf;
    private final CampaignDesk desk;
    private final Campaigns campaigns;
    private final ConsoleWords words;
    private final Wordings wordings;

    CorrectionConsole(Doors doors, CampaignShelf shelf, CampaignDesk desk, Campaigns campaigns, ConsoleWords words) {
        this.doors = doors;
        this.shelf = shelf;
        this.desk = desk;
        this.campaigns = campaigns;
        this.words = words;
        this.wordings = new Wordings(words.messages());
    }

    /**
     * Model of {@code campaign/console/correction}.
     *
     * @param fields of every campaign
     * @param english their English
     * @param more those of the kind
     * @param version that is corrected
     */
    record CorrectionPage(String title, String campaign, String path, String version, List<Field> fields,
            List<Field> english, List<Field> more, String closes, String reason, List<ErrorLine> errors) {
    }

    /** One text. @param area whether it is a long one @param other what a colleague made of it meanwhile, or "" */
    record Field(String name, String label, String value, boolean area, String other) {
    }

    /** What was typed. */
    private record Typed(Map<String, String> texts, String closes, String reason) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH, Permission.RUN_CAMPAIGNS, request -> shelf.launched(request.path("slug"))
                .map(campaign -> page(request.lang(), campaign,
                        new Typed(stored(request.lang(), campaign), closes(campaign), ""), false, List.of())));
        doors.post(router, PATH, Permission.RUN_CAMPAIGNS, this::correct);
    }

    /** The texts as they are now, those that the campaign does not have left out. */
    private Map<String, String> stored(Lang lang, StaffCampaign campaign) {
        var tree = YamlTree.parse(campaign.row().source()).orElseGet(YamlTree::empty);
        var texts = new LinkedHashMap<String, String>();
        wordings.of(lang, campaign.definition()).stream().map(Wording::path)
                .filter(path -> !tree.text(path).isEmpty()).forEach(path -> texts.put(path, tree.text(path)));
        return texts;
    }

    private static String closes(StaffCampaign campaign) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").format(LocalDateTime.ofInstant(
                campaign.launched().map(Campaign::window).orElseThrow().closes(), Days.ZONE));
    }

    private Future<View> correct(Request request) {
        return shelf.launched(request.path("slug")).compose(campaign -> {
            FormFields form = request.form();
            var texts = new LinkedHashMap<String, String>();
            stored(request.lang(), campaign).keySet().stream().filter(form.names()::contains)
                    .forEach(path -> texts.put(path, form.text(path).required().get()));
            String reason = form.text("reason").required().atMost(LONGEST_REASON).get();
            Instant closes = closes(form, campaign);
            var typed = new Typed(texts, form.raw("closes"), form.raw("reason"));
            if (!form.errors().isEmpty()) {
                return Future.succeededFuture(refused(request, campaign, typed, form.errors()));
            }
            return correct(request, campaign, typed, new Correction(texts, closes, reason));
        });
    }

    private Future<View> correct(Request request, StaffCampaign campaign, Typed typed, Correction correction) {
        return desk.correct(campaign.slug(), version(request), correction, SignedIn.of(request).actor())
                .compose(done -> campaigns.renew(campaign.slug()))
                .map(renewed -> View.seeOther(campaign.path() + "/definition#corrections"))
                .recover(failure -> failure instanceof Problem problem && problem.sort() == Problem.Sort.INVALID
                        ? Future.succeededFuture(refused(request, campaign, typed, problem.errors()))
                        : Future.failedFuture(failure));
    }

    private static int version(Request request) {
        String version = request.form().raw("version");
        return version.matches("[0-9]{1,6}") ? Integer.parseInt(version) : 0;
    }

    private static Instant closes(FormFields form, StaffCampaign campaign) {
        var window = campaign.launched().orElseThrow().window();
        String typed = form.raw("closes");
        try {
            return typed.isEmpty() || typed.equals(closes(campaign)) ? window.closes()
                    : LocalDateTime.parse(typed).atZone(Days.ZONE).toInstant();
        } catch (DateTimeParseException e) {
            form.refuse("closes", "campaign.file.moment", typed);
            return Instant.EPOCH;
        }
    }

    private View refused(Request request, StaffCampaign campaign, Typed typed, List<Problem.FieldError> errors) {
        Lang lang = request.lang();
        var lines = ErrorLine.of(words.messages(), lang, errors).stream().map(line -> {
            String field = typed.texts().containsKey(line.field() + ".zh") ? line.field() + ".zh" : line.field();
            String label = typed.texts().containsKey(field) ? wordings.label(lang, campaign.definition(), field)
                    : words.say(lang, "correction." + field);
            return new ErrorLine(field, label + words.say(lang, "colon") + line.sentence());
        }).toList();
        boolean meanwhile = version(request) != campaign.row().version();
        return page(lang, campaign, typed, meanwhile, lines).status(422);
    }

    /** @param meanwhile whether somebody else corrected it since the form was made */
    private View page(Lang lang, StaffCampaign campaign, Typed typed, boolean meanwhile, List<ErrorLine> errors) {
        var stored = stored(lang, campaign);
        var own = campaign.definition().kind().wordings(campaign.definition().plan(), lang);
        var fields = new ArrayList<Field>();
        var english = new ArrayList<Field>();
        var more = new ArrayList<Field>();
        typed.texts().forEach((path, text) -> {
            boolean ofKind = own.stream().anyMatch(wording -> wording.path().equals(path));
            String now = stored.getOrDefault(path, "");
            (ofKind ? more : path.endsWith(".en") ? english : fields).add(new Field(path, wordings.label(lang, campaign.definition(), path), text,
                    now.length() > LONG_TEXT, meanwhile && !now.equals(text) ? now : ""));
        });
        return View.page("campaign/console/correction", new CorrectionPage(words.say(lang, "correction"),
                campaign.title(lang), campaign.path(), Integer.toString(campaign.row().version()), fields, english,
                more, typed.closes(), typed.reason(), errors));
    }
}
