package org.pufa.learn.pages;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pufa.bank.QuestionRow;
import org.pufa.bank.law.LawShelf;
import org.pufa.bank.law.Laws;
import org.pufa.db.Tx;
import org.pufa.i18n.Format;
import org.pufa.i18n.Lang;
import org.pufa.i18n.LocalText;
import org.pufa.learn.Cite;
import org.pufa.learn.LearnWords;
import org.pufa.learn.LessonCheck;
import org.pufa.learn.LessonText;
import org.pufa.learn.markdown.Rendered;
import org.pufa.web.Markup;

/** Makes what a page shows of its text, with the words of the law and the questions as they are now. */
public final class LessonView {

    /**
     * Model of {@code learn/lesson} and {@code learn/leaflet}.
     *
     * @param audience whom it is for, or ""
     * @param day when it was published, or ""
     * @param address whole address, for leaflets
     * @param campaigns beside which it is offered and that take entries
     */
    public record LessonPage(String title, String sort, LocalText name, LocalText summary, String audience, String day,
            Markup body, List<LawWords> laws, List<Practice> practice, List<Beside> campaigns, String leaflet,
            String address, Optional<Code> code, boolean small) {
    }

    /** An article. @param words line by line; none where no text is at hand */
    public record LawWords(String citation, String version, List<String> words) {
    }

    /** A campaign to take part in. */
    public record Beside(LocalText title, String url) {
    }

    /** A QR code. @param path as the {@code d} of an SVG path @param size of its view box */
    public record Code(String path, int size) {
    }

    private final LearnWords words;
    private final Laws laws;
    private final LessonCheck check;

    public LessonView(LearnWords words, Laws laws, LessonCheck check) {
        this.words = words;
        this.laws = laws;
        this.check = check;
    }

    /** @param at when it was published, if it was */
    public Future<LessonPage> page(Tx tx, Lang lang, LessonText text, List<Cite> cited, Rendered body,
            Optional<Instant> at) {
        return laws(tx, cited).compose(shown -> check.practice(tx, text.questionRefs()).map(rows -> new LessonPage(
                text.title(), words.sort(lang, text.sort()), LocalText.of(text.title()), LocalText.of(text.summary()),
                String.join("、", text.audiences()),
                at.map(time -> words.say(lang, "page.updated", Format.fullDay(lang, org.pufa.kernel.Days.of(time)))).orElse(""), body.html(),
                shown, practice(lang, rows), List.of(), "", "", Optional.empty(), false)));
    }

    private List<Practice> practice(Lang lang, List<QuestionRow> rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(i -> Practice.of(words, lang, i + 1, rows.get(i).question())).toList();
    }

    /** The words that were read when the page was reviewed; where there were none, those that were loaded since. */
    private Future<List<LawWords>> laws(Tx tx, List<Cite> cited) {
        var missing = cited.stream().filter(cite -> cite.quote().isEmpty()).map(cite -> cite.citation().law())
                .distinct().toList();
        return (missing.isEmpty() ? Future.succeededFuture(Optional.<LawShelf>empty())
                : shelf(tx, missing).map(Optional::of)).map(shelf -> cited.stream().map(cite -> {
                    String quote = cite.quote().isEmpty() ? shelf.orElseThrow().words(cite.citation()) : cite.quote();
                    return new LawWords(cite.citation().toString(), cite.citation().version(), quote.lines().toList());
                }).toList());
    }

    /** Only the texts of these laws. */
    private Future<LawShelf> shelf(Tx tx, List<String> names) {
        return laws.all(tx).compose(all -> laws.versions(tx).compose(versions -> {
            var wanted = versions.stream().filter(one -> one.inForce() && one.withText() && names.contains(one.law()))
                    .toList();
            Future<Map<Long, List<org.pufa.bank.law.Article>>> texts =
                    Future.succeededFuture(new java.util.HashMap<>());
            for (var version : new ArrayList<>(wanted)) {
                texts = texts.compose(known -> laws.articles(tx, version.id()).map(articles -> {
                    known.put(version.id(), articles);
                    return known;
                }));
            }
            return texts.map(read -> new LawShelf(all, versions, read));
        }));
    }
}
