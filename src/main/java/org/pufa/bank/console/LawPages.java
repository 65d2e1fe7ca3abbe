package org.pufa.bank.console;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pufa.bank.law.Article;
import org.pufa.bank.law.Flagged;
import org.pufa.bank.law.Law;
import org.pufa.bank.law.LawVersion;
import org.pufa.bank.law.Laws;
import org.pufa.db.Database;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.kernel.Problem;
import org.pufa.staff.Doors;
import org.pufa.staff.Navigation;
import org.pufa.staff.Permission;
import org.pufa.staff.SignedIn;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** The laws that questions rest on, their versions and texts, and the questions that wait to be confirmed. */
final class LawPages implements Routes {

    static final String PATH = "/console/laws";

    private final Doors doors;
    private final Laws laws;
    private final Database database;
    private final BankWords words;

    LawPages(Doors doors, Laws laws, Database database, BankWords words) {
        this.doors = doors;
        this.laws = laws;
        this.database = database;
        this.words = words;
        doors.place(new Navigation.Place(Navigation.Group.CONTENT, "bank.console.laws.title", PATH,
                Permission.SEE_BANKS));
    }

    /** Model of {@code bank/console/laws}. */
    record LawsPage(String title, boolean mayChange, List<LawRow> rows, List<FlagRow> flagged) {
    }

    record LawRow(String name, String href, String title, String version, String articles, String text,
            String flagged) {
    }

    record FlagRow(String id, String href, String stem, String law, String cited, String current, boolean mayConfirm) {
    }

    /** Model of {@code bank/console/law}. */
    record LawPage(String title, String fullTitle, boolean mayChange, List<VersionRow> versions, List<FlagRow> flagged,
            String addHref) {
    }

    record VersionRow(String label, String href, String date, String articles, boolean inForce, boolean withText) {
    }

    /** Model of {@code bank/console/law-version}. */
    record VersionPage(String title, String law, String lawHref, String label, String meta, boolean mayChange,
            String action, List<ArticleView> articles) {
    }

    record ArticleView(String anchor, String number, String chapter, List<String> lines) {
    }

    @Override
    public void mount(Router router) {
        doors.get(router, PATH, Permission.SEE_BANKS, this::all);
        doors.get(router, PATH + "/:law", Permission.SEE_BANKS, this::law);
        doors.get(router, PATH + "/:law/versions/:version", Permission.SEE_BANKS, this::version);
    }

    /** Address of a law, whose name is Chinese. */
    static String path(String law) {
        return PATH + '/' + URLEncoder.encode(law, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String path(String law, long version) {
        return path(law) + "/versions/" + version;
    }

    /** The id in the address of a version. @throws Problem NOT_FOUND for anything that is no number */
    static long versionId(Request request) {
        String id = request.path("version");
        if (!id.matches("[1-9]\\d{0,17}")) {
            throw Problem.notFound("bank.law.no-version");
        }
        return Long.parseLong(id);
    }

    private Future<View> all(Request request) {
        Lang lang = request.lang();
        return database.read(tx -> laws.all(tx).compose(all -> laws.versions(tx).compose(versions ->
                laws.flagged(tx, Optional.empty(), SignedIn.of(request).unit()).map(flagged -> View.page("bank/console/laws", new LawsPage(
                        words.say(lang, "laws.title"), SignedIn.of(request).may(Permission.EDIT_LAWS),
                        rows(lang, all, versions, flagged),
                        flags(flagged, SignedIn.of(request).may(Permission.LOAD_BANKS))))))));
    }

    private List<LawRow> rows(Lang lang, List<Law> all, List<LawVersion> versions, List<Flagged> flagged) {
        var inForce = versions.stream().filter(LawVersion::inForce)
                .collect(Collectors.toMap(LawVersion::law, Function.identity()));
        Map<String, Long> waiting = flagged.stream().collect(Collectors.groupingBy(Flagged::law, Collectors.counting()));
        return all.stream().map(law -> {
            var version = Optional.ofNullable(inForce.get(law.name()));
            return new LawRow(law.name(), path(law.name()), law.title(),
                    version.map(LawVersion::label).orElse(words.say(lang, "laws.none-in-force")),
                    version.map(one -> Format.number(one.articles())).orElse("–"),
                    words.say(lang, version.filter(LawVersion::withText).isPresent() ? "laws.text.yes" : "laws.text.no"),
                    Format.number(waiting.getOrDefault(law.name(), 0L)));
        }).toList();
    }

    private static List<FlagRow> flags(List<Flagged> flagged, boolean mayConfirm) {
        return flagged.stream().map(one -> new FlagRow(one.question(),
                BankPages.PATH + '/' + one.bank() + "/questions/" + one.question(), one.stem(),
                "《" + one.law() + "》" + one.article(), one.citedVersion(), one.newLabel(),
                mayConfirm)).toList();
    }

    private Future<View> law(Request request) {
        String name = request.path("law");
        return database.read(tx -> laws.all(tx).map(all -> all.stream().filter(law -> law.name().equals(name))
                .findFirst().orElseThrow(() -> Problem.notFound("bank.console.laws.unknown", name)))
                .compose(law -> laws.versions(tx).compose(versions -> laws.flagged(tx, Optional.of(name), SignedIn.of(request).unit())
                        .map(flagged -> View.page("bank/console/law", new LawPage(law.name(), law.title(),
                                SignedIn.of(request).may(Permission.EDIT_LAWS), versions.stream()
                                        .filter(version -> version.law().equals(name)).map(LawPages::row).toList(),
                                flags(flagged, SignedIn.of(request).may(Permission.LOAD_BANKS)), PATH + "/new?law=" + path(name).substring(PATH.length() + 1)))))));
    }

    private static VersionRow row(LawVersion version) {
        return new VersionRow(version.label(), path(version.law(), version.id()), version.date().toString(),
                Format.number(version.articles()), version.inForce(), version.withText());
    }

    private Future<View> version(Request request) {
        long id = versionId(request);
        return database.read(tx -> laws.version(tx, id).compose(version -> laws.articles(tx, id)
                .map(articles -> page(request, version, articles))));
    }

    private View page(Request request, LawVersion version, List<Article> articles) {
        Lang lang = request.lang();
        return View.page("bank/console/law-version", new VersionPage("《" + version.law() + "》", version.law(),
                path(version.law()), version.label(), words.say(lang, version.inForce() ? "laws.in-force.meta"
                : "laws.past.meta", version.label(), version.articles()),
                SignedIn.of(request).may(Permission.EDIT_LAWS), path(version.law(), version.id()) + "/text",
                articles.stream().map(article -> new ArticleView("a" + article.number().number() + "-"
                        + article.number().inserted(), article.number().toString(), article.chapter(),
                        article.lines())).toList()));
    }
}
