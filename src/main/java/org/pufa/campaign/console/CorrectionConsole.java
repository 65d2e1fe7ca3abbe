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

/** Corrects the words of a launched campaign or moves its end, with a reason that everybody sees. */
final class CorrectionConsole implements Routes {

    private static final String PATH = StaffCampaign.ALL + "/:slug/correction";
    private static final Map<String, Integer> WORDS = words();
    private static final int LONGEST_REASON = 300;

    private final Doors doors;
    private final CampaignShelf shelf;
    private final CampaignDesk desk;
    private final Campaigns campaigns;
    private final ConsoleWords words;

    CorrectionConsole(Doors doors, CampaignShelf shelf, CampaignDesk desk, Campaigns campaigns, ConsoleWords words) {
        this.doors = doors;
        this.shelf = shelf;
        this.desk = desk;
        this.campaigns = campaigns;
        this.words = words;
    }

    /** The texts that may be corrected and how long each may be. */
    private static Map<String, Integer> words() {
        var words = new LinkedHashMap<String, Integer>();
        words.put("title.zh", 60);
        words.put("lead.zh", 200);
        words.put("summary.zh", 100);
        words.put("phone", 30);
        return words;
    }

    /** Model of {@code campaign/console/correction}. */
    record CorrectionPage(String title, String campaign, String path, List<Field> fields, String closes, String reason,
            List<ErrorLine> errors) {
    }

    record Field(String name, String label, String value) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH, Permission.RUN_CAMPAIGNS, request -> shelf.launched(request.path("slug"))
                .map(campaign -> page(request, campaign, stored(campaign), closes(campaign), "", List.of())));
        doors.post(router, PATH, Permission.RUN_CAMPAIGNS, this::correct);
    }

    private static Map<String, String> stored(StaffCampaign campaign) {
        var tree = YamlTree.parse(campaign.row().source()).orElseGet(YamlTree::empty);
        var texts = new LinkedHashMap<String, String>();
        WORDS.keySet().forEach(name -> texts.put(name, tree.text(name)));
        return texts;
    }

    private static String closes(StaffCampaign campaign) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").format(LocalDateTime.ofInstant(
                campaign.launched().map(Campaign::window).orElseThrow().closes(), Days.ZONE));
    }

    private Future<View> correct(Request request) {
        FormFields form = request.form();
        var texts = new LinkedHashMap<String, String>();
        WORDS.forEach((name, longest) -> {
            var field = form.text(name).atMost(longest);
            texts.put(name, (name.equals("phone") ? field : field.required()).get());
        });
        String reason = form.text("reason").required().atMost(LONGEST_REASON).get();
        return shelf.launched(request.path("slug")).compose(campaign -> {
            Instant closes = closes(form, campaign);
            if (!form.errors().isEmpty()) {
                return Future.succeededFuture(refused(request, campaign, texts, form.errors()));
            }
            return desk.correct(campaign.slug(), new Correction(texts, closes, reason), SignedIn.of(request).actor())
                    .compose(done -> campaigns.renew(campaign.slug()))
                    .map(renewed -> View.seeOther(campaign.path() + "/definition"))
                    .recover(failure -> failure instanceof Problem problem && problem.sort() == Problem.Sort.INVALID
                            ? Future.succeededFuture(refused(request, campaign, texts, problem.errors()))
                            : Future.failedFuture(failure));
        });
    }

    private static Instant closes(FormFields form, StaffCampaign campaign) {
        try {
            String typed = form.raw("closes").isEmpty() ? closes(campaign) : form.raw("closes");
            var window = campaign.launched().orElseThrow().window();
            return typed.equals(closes(campaign)) ? window.closes()
                    : LocalDateTime.parse(typed).atZone(Days.ZONE).toInstant();
        } catch (DateTimeParseException e) {
            form.refuse("closes", "campaign.file.moment", form.raw("closes"));
            return Instant.EPOCH;
        }
    }

    private View refused(Request request, StaffCampaign campaign, Map<String, String> texts,
            List<Problem.FieldError> errors) {
        return page(request, campaign, texts, request.form().raw("closes"), request.form().raw("reason"),
                ErrorLine.of(words.messages(), request.lang(), errors)).status(422);
    }

    private View page(Request request, StaffCampaign campaign, Map<String, String> texts, String closes, String reason,
            List<ErrorLine> errors) {
        var fields = new ArrayList<Field>();
        texts.forEach((name, text) -> fields.add(new Field(name,
                words.say(request.lang(), "correction." + name.split("\\.")[0]), text)));
        return View.page("campaign/console/correction", new CorrectionPage(words.say(request.lang(), "correction"),
                campaign.title(request.lang()), campaign.path(), fields, closes, reason, errors));
    }
}
