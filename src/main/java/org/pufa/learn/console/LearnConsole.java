package org.pufa.learn.console;

import io.vertx.ext.web.Router;
import java.util.List;
import org.pufa.bank.Banks;
import org.pufa.bank.law.Laws;
import org.pufa.campaign.CampaignDesk;
import org.pufa.db.Database;
import org.pufa.kernel.Problem;
import org.pufa.learn.LearnShelf;
import org.pufa.learn.LearnWords;
import org.pufa.learn.LessonHoldings;
import org.pufa.learn.Lessons;
import org.pufa.learn.PictureIntake;
import org.pufa.learn.Views;
import org.pufa.learn.pages.LessonView;
import org.pufa.staff.Doors;
import org.pufa.web.Request;
import org.pufa.web.Routes;

/** All console pages of learning pages, put together. */
public final class LearnConsole implements Routes {

    /** The list; every other page lies below it. */
    public static final String PATH = "/console/learn";
    static final String ONE = PATH + "/:" + LessonHoldings.LESSON;

    private final List<Routes> parts;

    /** What staff work with. */
    public record Tools(Doors doors, Lessons lessons, LearnShelf shelf, Views views, LessonView view,
            PictureIntake intake, Laws laws, Banks banks, CampaignDesk desk) {
    }

    public LearnConsole(Tools tools, Database database, LearnWords words) {
        tools.doors().reach().add(new LessonHoldings(tools.lessons()));
        var offers = new Offers(tools);
        // the page of one would match the addresses of the others, so it comes last
        this.parts = List.of(new ListPages(tools, database, words), new NewPages(tools, database, words),
                new WritingPages(tools, offers, database, words), new PreviewPages(tools, database),
                new StepPages(tools, database, words), new LessonPages(tools, database, words));
    }

    /** The page that an address names. @throws Problem NOT_FOUND for an address that names none */
    static long id(Request request) {
        String id = request.path(LessonHoldings.LESSON);
        return LessonHoldings.number(id).orElseThrow(() -> Problem.notFound("learn.unknown", id));
    }

    /** The number of a version as a form sends it; 0 for what is none. */
    static int number(String text) {
        return text.matches("[1-9]\\d{0,8}") ? Integer.parseInt(text) : 0;
    }

    @Override
    public void mount(Router router) {
        parts.forEach(part -> part.mount(router));
    }

    @Override
    public List<BodyLimit> bodyLimits() {
        return parts.stream().flatMap(part -> part.bodyLimits().stream()).toList();
    }
}
