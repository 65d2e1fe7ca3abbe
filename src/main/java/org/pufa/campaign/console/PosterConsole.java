package org.pufa.campaign.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.List;
import org.pufa.campaign.Channel;
import org.pufa.campaign.poster.Format;
import org.pufa.campaign.poster.PosterText;
import org.pufa.campaign.poster.Posters;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Problem;
import org.pufa.staff.Doors;
import org.pufa.staff.Permission;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** Posters and codes of the channels, one by one or all together. They are in Chinese, or in English on demand. */
final class PosterConsole implements Routes {

    private static final String PATH = StaffCampaign.ALL + "/:slug/channels";
    private static final String ZIP = "zip";

    private final Doors doors;
    private final CampaignShelf shelf;
    private final ConsoleWords words;
    private final PublicAddress address;
    private final Posters posters;

    PosterConsole(Doors doors, CampaignShelf shelf, ConsoleWords words, PublicAddress address, Posters posters) {
        this.doors = doors;
        this.shelf = shelf;
        this.words = words;
        this.address = address;
        this.posters = posters;
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH + "/_all/files", Permission.SEE_CAMPAIGNS, this::all);
        doors.get(router, PATH + "/:channel/files/:file", Permission.SEE_CAMPAIGNS, this::one);
    }

    private Future<View> one(Request request) {
        Format format = format(request.path("file"));
        return shelf.get(request.path("slug")).compose(campaign -> {
            String code = request.path("channel");
            PosterText text = text(request, campaign, code);
            return posters.draw(text, format).map(file -> View.shown(format.type().contentType(),
                    campaign.slug() + "-" + code + "-" + format.code(), file));
        });
    }

    private Future<View> all(Request request) {
        Format format = format(request.query("as").orElse(""));
        boolean zip = request.query("pack").orElse(ZIP).equals(ZIP);
        return shelf.get(request.path("slug")).map(campaign -> {
            var named = named(request, campaign);
            String name = campaign.slug() + "-" + format.sheet().code();
            return zip ? View.download("application/zip", name + ".zip", out -> posters.zip(named, format, out))
                    : View.download("application/pdf", name + ".pdf",
                            out -> posters.pdf(campaign.title(Lang.ZH), named, format.sheet(), out));
        });
    }

    private List<Posters.Named> named(Request request, StaffCampaign campaign) {
        var named = new ArrayList<Posters.Named>();
        for (Channel channel : campaign.definition().channels()) {
            if (!channel.retired()) {
                named.add(new Posters.Named(channel.code() + '-' + safe(channel.name().zh()),
                        text(request, campaign, channel.code())));
            }
        }
        return named.isEmpty() ? List.of(new Posters.Named(Channel.DIRECT, text(request, campaign, Channel.DIRECT)))
                : named;
    }

    /** A name that every file system takes. */
    private static String safe(String name) {
        return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
    }

    private static Format format(String code) {
        return Format.parse(code).orElseThrow(() -> Problem.notFound("web.problem.not-found"));
    }

    private PosterText text(Request request, StaffCampaign campaign, String code) {
        Lang lang = request.query("in").flatMap(Lang::parse).orElse(Lang.ZH);
        var definition = campaign.definition();
        boolean direct = code.equals(Channel.DIRECT);
        String channel = direct ? "" : definition.channel(code).map(known -> known.name().in(lang))
                .orElseThrow(() -> Problem.notFound("campaign.channel.unknown", code));
        String link = address.of(request, campaign.slug(), code);
        String kind = campaign.row().kind();
        return new PosterText(words.kind(lang, kind), campaign.title(lang), definition.summary().in(lang),
                words.window(lang, campaign), definition.organizer().in(lang), phone(lang, definition.phone()),
                words.say(lang, "poster.call"), go(lang, kind), words.say(lang, "poster.note"), link,
                link.replaceFirst("^https?://", ""), channel, direct ? "" : code);
    }

    private String go(Lang lang, String kind) {
        String own = "campaign.go." + kind;
        return words.messages().get(lang, words.messages().has(lang, own) ? own : "campaign.go");
    }

    private String phone(Lang lang, String phone) {
        return phone.isEmpty() ? "" : words.say(lang, "poster.phone", phone);
    }
}
