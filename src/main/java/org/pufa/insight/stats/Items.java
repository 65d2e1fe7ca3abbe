package org.pufa.insight.stats;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pufa.campaign.Campaign;
import org.pufa.campaign.Graded;
import org.pufa.campaign.Graded.Given;
import org.pufa.db.Database;
import org.pufa.db.Tx;
import org.pufa.i18n.LocalText;
import org.pufa.ledger.EntryList;
import org.pufa.ledger.Tallies;

/** Analyses the questions of campaigns that grade their sheets. */
public final class Items {

    /** More papers change no index that is printed, and going over fewer leaves the page quick. */
    private static final int DRAWN = 50_000;

    private final Database database;
    private final Clock clock;

    public Items(Database database, Clock clock) {
        this.database = Objects.requireNonNull(database);
        this.clock = Objects.requireNonNull(clock);
    }

    /** What is known of each question. @param picks how often each option was picked, question by question */
    public record Analysis(List<FigureTable> tables, List<Options> picks) {
    }

    /** The options of a question. @param code of the question */
    public record Options(String code, LocalText stem, String href, long answered, List<Option> options) {
    }

    /** @param n answers that hold it */
    public record Option(String letter, LocalText text, boolean right, long n) {
    }

    /** Whether anything can be said of its questions. */
    public static boolean canAnalyse(Campaign campaign) {
        return campaign.content().graded().isPresent();
    }

    /** All of one instant. @throws java.util.NoSuchElementException for a campaign that grades nothing */
    public Future<Analysis> of(Campaign campaign) {
        return database.inSnapshot(tx -> of(tx, campaign));
    }

    /** The same in a snapshot of the caller's. */
    public Future<Analysis> of(Tx tx, Campaign campaign) {
        return read(tx, campaign).map(read -> new Analysis(read.tables.all(), read.items.stream()
                .sorted(ItemCount.hardest()).map(Items::options).toList()));
    }

    Future<ItemTables> tables(Tx tx, Campaign campaign) {
        return read(tx, campaign).map(Read::tables);
    }

    private record Read(List<ItemCount> items, ItemTables tables) {
    }

    private Future<Read> read(Tx tx, Campaign campaign) {
        Graded graded = campaign.content().graded().orElseThrow();
        var pass = new Pass(graded);
        return Tallies.of(tx, campaign.id()).compose(tallies -> EntryList.sample(tx, campaign.id(),
                campaign.book().linked(), DRAWN, chunk -> {
                    chunk.forEach(sheet -> pass.add(graded.given(sheet.body())));
                    return Future.succeededFuture();
                }).map(passed -> {
                    var items = graded.questions().stream().map(question -> ItemCount.of(graded, tallies, question,
                            pass.joint(question.id()))).toList();
                    return new Read(items, new ItemTables(campaign, items, clock.instant(), pass.papers,
                            tallies.participations()));
                }));
    }

    private static Options options(ItemCount item) {
        return new Options(item.question().code(), item.question().stem(), item.question().href(), item.answered(),
                item.picks().stream().map(pick -> new Option(pick.option().letter(), pick.option().text(),
                        pick.option().right(), pick.n())).toList());
    }

    /** Goes once over papers. */
    private static final class Pass {

        private final Graded graded;
        private final Map<String, Integer> points = new HashMap<>();
        private final Map<String, JointScores> joints = new HashMap<>();
        private long papers;

        Pass(Graded graded) {
            this.graded = graded;
            graded.questions().forEach(question -> points.put(question.id(), question.points()));
        }

        /** A question that is not known any more counts for nothing. */
        void add(List<Given> paper) {
            var scores = new ArrayList<Double>();
            double total = 0;
            for (Given given : paper) {
                double score = graded.share(given.question(), given.picked()) * points.getOrDefault(given.question(), 0);
                scores.add(score);
                total += score;
            }
            for (int i = 0; i < paper.size(); i++) {
                joint(paper.get(i).question()).add(scores.get(i), total - scores.get(i));
            }
            papers++;
        }

        JointScores joint(String question) {
            return joints.computeIfAbsent(question, key -> new JointScores());
        }
    }
}
