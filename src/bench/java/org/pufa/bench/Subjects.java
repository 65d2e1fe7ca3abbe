package org.pufa.bench;

import io.vertx.core.json.JsonArray;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is measured and compared: the ready vote and quiz, and the baselines with papers and replies of the same size. */
final class Subjects {

    static final String SMALL = "bench-small";
    static final String LARGE = "bench-large";
    private static final String VOTE = "no-arrears-vote";
    private static final String QUIZ = "labor-contract-quiz";
    private static final int WAYS = 48;
    private static final int PROBE = 100;

    private static final String LANDING = "landing page, 64";
    private static final String BARE_PAGE = "bare GET, 64";
    private static final String BALLOTS = "ballots, ";
    private static final String PLAIN = "plain design, ";
    private static final String BARE = "bare POST, ";
    private static final String FLOW = "quiz flow, 64";
    private static final String RESULTS_SMALL = "results of 1,000, 8";
    private static final String RESULTS_LARGE = "results of 1,000,000, 8";

    private final Platform platform;
    private final LoadGenerator generator;
    private final Rows rows;
    private final JsonArray answers;
    private final String cookies;
    private final int pageBytes;
    private final int replyBytes;
    private final String only;
    private int pool = 24;

    private Subjects(Platform platform, LoadGenerator generator, Rows rows, JsonArray answers, Platform.Visit visit,
            int replyBytes, String only) {
        this.platform = platform;
        this.generator = generator;
        this.rows = rows;
        this.answers = answers;
        this.cookies = visit.cookies();
        this.pageBytes = visit.bytes();
        this.replyBytes = replyBytes;
        this.only = only;
    }

    /** Looks at what the platform answers, so that the baselines can answer with as much. */
    static Subjects prepare(Platform platform, LoadGenerator generator, Rows rows, String only)
            throws IOException, InterruptedException {
        var answers = platform.answers(VOTE, WAYS);
        var visit = platform.visit(landingPath());
        generator.attempts(platform.port(), api(VOTE) + "/attempts", 200);
        double real = generator.run(platform.port(), 1, 20,
                LoadGenerator.ballots(api(VOTE) + "/entries", answers)).bytes();
        double bare = generator.run(platform.baselines(), 1, 0.2,
                generator.madeUp("/bare/" + PROBE, answers)).bytes();
        return new Subjects(platform, generator, rows, answers, visit, (int) Math.round(real - bare + PROBE),
                only);
    }

    private static String landingPath() {
        return "/c/" + VOTE + "?ch=gzh";
    }

    private static String api(String slug) {
        return "/api/v1/campaigns/" + slug;
    }

    void usePool(int connections) {
        pool = connections;
    }

    List<Case> cases() {
        var cases = new ArrayList<Case>();
        cases.add(Case.page(LANDING, platform.port(), 64, LoadGenerator.page(landingPath(), cookies)));
        cases.add(ballots(64));
        cases.add(plain(64, pool));
        cases.add(ballots(256));
        cases.add(plain(256, pool));
        cases.add(Case.page(BARE + 256, platform.baselines(), 256, generator.madeUp("/bare/" + replyBytes, answers)));
        cases.add(Case.page(BARE_PAGE, platform.baselines(), 64, LoadGenerator.page("/page/" + pageBytes, cookies)));
        cases.add(Case.page(FLOW, platform.port(), 64, LoadGenerator.flow(QUIZ))
                .storing(() -> rows.entries(QUIZ)));
        cases.removeIf(one -> !Pattern.compile(only).matcher(one.name()).find());
        return cases;
    }

    private Case ballots(int connections) {
        return Case.page(BALLOTS + connections, platform.port(), connections,
                        LoadGenerator.ballots(api(VOTE) + "/entries", answers))
                .withAttemptsFrom(api(VOTE) + "/attempts").storing(() -> rows.entries(VOTE));
    }

    Case plain(int connections, int poolSize) {
        return Case.page(PLAIN + connections, platform.baselines(), connections,
                generator.madeUp("/plain/" + poolSize + "/" + replyBytes, answers)).storing(rows::plainBallots);
    }

    /** Two more votes, one with {@code ballots} accepted by the platform, one with so many times as many. */
    void fillResults(LoadGenerator load, int ballots, int times) throws IOException, InterruptedException {
        rows.copyCampaign(VOTE, SMALL);
        rows.copyCampaign(VOTE, LARGE);
        platform.awaitCampaign(api(SMALL));
        platform.awaitCampaign(api(LARGE));
        load.discardTokens();
        load.attempts(platform.port(), api(SMALL) + "/attempts", ballots);
        load.run(platform.port(), 32, 60, LoadGenerator.ballots(api(SMALL) + "/entries", answers));
        rows.multiply(SMALL, LARGE, times);
    }

    List<Case> results() {
        return List.of(Case.page(RESULTS_SMALL, platform.port(), 8, LoadGenerator.get(api(SMALL) + "/results")),
                Case.page(RESULTS_LARGE, platform.port(), 8, LoadGenerator.get(api(LARGE) + "/results")));
    }

    List<Ratio> ratios() {
        return List.of(Ratio.ofRates("landing page / bare GET of as many bytes, 64 connections", LANDING, BARE_PAGE, 0.7),
                Ratio.ofRates("ballots / plain design, 64 connections", BALLOTS + 64, PLAIN + 64, 2.5),
                Ratio.ofRates("ballots / plain design, 256 connections", BALLOTS + 256, PLAIN + 256, 3.5),
                Ratio.ofRates("ballots / bare POST that stores nothing, 256 connections", BALLOTS + 256, BARE + 256, 0.4),
                Ratio.ofP99("p99 of ballots / p99 of the plain design, 64 connections", BALLOTS + 64, PLAIN + 64, 1),
                Ratio.ofMedians("results of 1,000,000 ballots / of 1,000, median latency", RESULTS_LARGE, RESULTS_SMALL,
                        1.1));
    }
}
