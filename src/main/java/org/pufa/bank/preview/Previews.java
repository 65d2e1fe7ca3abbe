package org.pufa.bank.preview;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pufa.audit.AuditLog;
import org.pufa.bank.Album;
import org.pufa.bank.Bank;
import org.pufa.bank.Picture;
import org.pufa.bank.Question.Option;
import org.pufa.bank.intake.Harvest;
import org.pufa.bank.intake.Item;
import org.pufa.bank.intake.Judge;
import org.pufa.bank.intake.PictureCheck;
import org.pufa.bank.intake.PlacedPicture;
import org.pufa.bank.intake.Progress;
import org.pufa.bank.intake.RawQuestion;
import org.pufa.bank.intake.Reason;
import org.pufa.bank.intake.SourceFile;
import org.pufa.bank.law.LawShelf;
import org.pufa.bank.law.Laws;
import org.pufa.db.Tx;
import org.pufa.kernel.Problem;

/** Reads files, keeps what they hold until it is confirmed, and then writes it into a bank in one transaction. */
public final class Previews {

    /** Why pictures of an item are missing. */
    private static final Set<String> LOST = Stream.of("missing", "large", "pixels", "sort", "unknown", "broken", "too-many",
            "aside", "drawing", "named", "web", "element").map(key -> "bank.intake.picture." + key)
            .collect(Collectors.toUnmodifiableSet());

    private final Vertx vertx;
    private final BiFunction<SourceFile, Progress, Harvest> intake;
    private final Judge judge = new Judge();
    private final Laws laws;
    private final AuditLog audit;
    private final Clock clock;
    private final PreviewStore store = new PreviewStore();
    private final SaveStore saving = new SaveStore();

    /** @param intake reads a file of any format and judges its items; may take long, so never on an event loop */
    public Previews(Vertx vertx, BiFunction<SourceFile, Progress, Harvest> intake, Laws laws, AuditLog audit,
            Clock clock) {
        this.vertx = Objects.requireNonNull(vertx);
        this.intake = Objects.requireNonNull(intake);
        this.laws = Objects.requireNonNull(laws);
        this.audit = Objects.requireNonNull(audit);
        this.clock = Objects.requireNonNull(clock);
    }

    /** What a file holds; nothing is kept yet. */
    public Future<Harvest> read(SourceFile file) {
        return read(file, new Progress());
    }

    /** The same, telling how far it has come. */
    public Future<Harvest> read(SourceFile file, Progress progress) {
        return vertx.executeBlocking(() -> intake.apply(file, progress), false);
    }

    /**
     * What a file holds, held against laws and banks, ready to be kept.
     *
     * @param notes what concerns the file as a whole
     * @param album the pictures that items name
     */
    public record Appraised(String format, List<Reason> notes, List<PreviewItem> items, Album album) {

        public Appraised {
            notes = List.copyOf(notes);
            items = List.copyOf(items);
        }
    }

    /**
     * @param law short name of the law that citations mean where they name none; may be ""
     * @param version of that law which the file says it rests on, where we know no other; may be ""
     * @param unit in whose banks twins are looked for; nothing for all banks
     */
    public Future<Appraised> appraise(Tx tx, Harvest harvest, String law, String version, Optional<String> unit) {
        return laws.shelf(tx).compose(shelf -> store.known(tx, unit).compose(known -> vertx.executeBlocking(() ->
                appraised(harvest, new Appraisal(shelf, law, version), known), false)));
    }

    private static Appraised appraised(Harvest harvest, Appraisal appraisal, List<Twins.Known> known) {
        var items = harvest.items().stream().map(item -> appraisal.of(item, false)).toList();
        return new Appraised(harvest.format(), harvest.notes(), TwinSearch.among(items, known), harvest.album());
    }

    /** Keeps it under the id of its upload, for as long as that is kept. */
    public Future<Void> keep(Tx tx, UUID upload, Appraised appraised) {
        return keep(tx, upload, appraised, new Progress());
    }

    /** The same, telling how far it has come. */
    Future<Void> keep(Tx tx, UUID upload, Appraised appraised, Progress progress) {
        return store.add(tx, upload, appraised, progress);
    }

    /** What is known of a file as a whole. */
    public record Overview(String format, List<Reason> notes, Counts counts) {
    }

    /** Fails with GONE when nothing is kept for that upload. */
    public Future<Overview> overview(Tx tx, UUID upload) {
        return store.find(tx, upload).compose(found -> {
            var noted = found.orElseThrow(() -> Problem.of(Problem.Sort.GONE, "staff.upload"));
            return store.counts(tx, upload).map(counts -> new Overview(noted.format(), noted.notes(), counts));
        });
    }

    /** Some of the items, refused ones first, then those with a warning. */
    public Future<List<PreviewItem>> items(Tx tx, UUID upload, Shown shown, int from, int most) {
        return store.items(tx, upload, shown, from, most);
    }

    /** A picture of a file. Fails with NOT_FOUND. */
    public Future<Picture> picture(Tx tx, UUID upload, String hash) {
        return store.picture(tx, upload, hash)
                .map(found -> found.orElseThrow(() -> Problem.notFound("bank.picture.unknown")));
    }

    /** Leaves an item out, or takes it in again. Fails with NOT_FOUND when it cannot be taken at all. */
    public Future<Void> leaveOut(Tx tx, UUID upload, int number, boolean out) {
        return store.leave(tx, upload, number, out).map(done -> {
            if (!done) {
                throw Problem.notFound("bank.preview.no-item", number);
            }
            return null;
        });
    }

    /** Judges an item again as it was mended; the lines of the file stay beside it. Fails with NOT_FOUND. */
    public Future<PreviewItem> mend(Tx tx, UUID upload, int number, Mended mended, Optional<String> unit) {
        return store.item(tx, upload, number)
                .map(found -> found.orElseThrow(() -> Problem.notFound("bank.preview.no-item", number)))
                .compose(item -> laws.shelf(tx).compose(shelf -> store.known(tx, unit).map(known ->
                        judged(item, mended, shelf, known))))
                .compose(judged -> store.replace(tx, upload, judged).map(judged));
    }

    private PreviewItem judged(PreviewItem item, Mended mended, LawShelf shelf, List<Twins.Known> known) {
        Item judged = PictureCheck.illustrated(judge.judge(item.number(), raw(item, mended)),
                PlacedPicture.of(item.draft().pictures(), mended.pictures()));
        var alone = new Appraisal(shelf, "", "").of(judged, true);
        var twin = TwinSearch.among(List.of(alone), known).get(0);
        return new PreviewItem(twin.number(), twin.line(), twin.state(), false, true, twin.draft(), twin.source(),
                twin.reasons(), twin.twin());
    }

    private static RawQuestion raw(PreviewItem item, Mended mended) {
        var options = new ArrayList<Option>();
        mended.options().forEach(text -> options.add(new Option(Character.toString((char) ('A' + options.size())),
                text)));
        return new RawQuestion(item.line(), mended.type(), mended.stem(), options, mended.answer(),
                mended.explanation(), mended.citation(), mended.quote(), mended.difficulty(), mended.topic(),
                item.draft().code(), item.source(), List.of(), lost(item));
    }

    /** A picture that could not be kept does not come back when words are mended, so it goes on being told. */
    private static List<Reason> lost(PreviewItem item) {
        return item.reasons().stream().filter(reason -> LOST.contains(reason.key()))
                .map(reason -> new Reason(Reason.Level.WARNING, reason.key(), reason.args())).toList();
    }

    /**
     * Writes every item that can be taken and is not left out into the bank, which is made where it does not exist. New
     * questions are drafts; an item under the number of a question of that bank becomes its next revision, and makes
     * it a draft again.
     *
     * @param actor user name, for the revisions and the audit log
     * @param reason for the history of changed questions
     */
    public Future<Saved> save(Tx tx, UUID upload, Bank bank, String actor, String reason) {
        return overview(tx, upload)
                .compose(kept -> saving.save(tx, upload, bank, actor, reason, clock.instant()).map(fates -> new Saved(
                        count(fates, "new"), count(fates, "changed"), count(fates, "unchanged"),
                        count(fates, "retired")))
                        .compose(saved -> audit.record(tx, actor, "bank.import", bank.code(), details(kept, saved))
                                .map(saved)));
    }

    private static int count(Map<String, Integer> fates, String fate) {
        return Optional.ofNullable(fates.get(fate)).orElse(0);
    }

    private static Map<String, Object> details(Overview kept, Saved saved) {
        return Map.of("format", kept.format(), "added", saved.added(), "changed", saved.changed(), "unchanged",
                saved.unchanged(), "retired", saved.retired(), "read", kept.counts().read(), "refused",
                kept.counts().refused(), "left", kept.counts().left());
    }
}
