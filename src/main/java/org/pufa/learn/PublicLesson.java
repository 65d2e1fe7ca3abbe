package org.pufa.learn;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.pufa.bank.law.CitationText;
import org.pufa.campaign.StudyShelf;
import org.pufa.i18n.LocalText;
import org.pufa.kernel.Slug;
import org.pufa.learn.markdown.Rendered;

/**
 * A page as citizens read it, ready in memory.
 *
 * @param at when this revision was published
 */
public record PublicLesson(long id, Slug slug, int revision, LessonText text, List<Cite> cited, Rendered body,
        Instant at, String searched) {

    public PublicLesson {
        Objects.requireNonNull(slug);
        Objects.requireNonNull(text);
        cited = List.copyOf(cited);
        Objects.requireNonNull(body);
        Objects.requireNonNull(at);
    }

    static PublicLesson of(Lesson lesson, Rendered body, Instant at) {
        var text = lesson.latest().text();
        var cited = lesson.latest().cited();
        String words = String.join("\n", text.title(), text.summary(), text.audience(), body.plain(),
                cited.stream().map(cite -> cite.citation().toString()).collect(Collectors.joining("\n")));
        return new PublicLesson(lesson.id(), lesson.slug(), lesson.latest().number(), text, cited, body, at,
                searched(words));
    }

    private static String searched(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** The address under which citizens read it. */
    public String url() {
        return "/learn/" + slug;
    }

    /** Short names of the laws it cites. */
    public Set<String> laws() {
        return cited.stream().map(cite -> cite.citation().law()).collect(Collectors.toCollection(
                java.util.LinkedHashSet::new));
    }

    /** Whether all of these words, with spaces between them, stand anywhere in it. */
    public boolean holds(String words) {
        return Arrays.stream(searched(words).split("\\s+")).allMatch(searched::contains);
    }

    /** Whether it rests on that article, be it on another of its paragraphs. */
    boolean isAbout(StudyShelf.Place place) {
        var articles = CitationText.read(place.article());
        return !articles.isEmpty() && cited.stream().map(Cite::citation).anyMatch(citation ->
                citation.law().equals(place.law()) && CitationText.read(citation.article()).stream()
                        .anyMatch(own -> own.article().equals(articles.get(0).article())));
    }

    StudyShelf.Reading reading() {
        return new StudyShelf.Reading(LocalText.of(text.title()), LocalText.of(text.summary()), url());
    }
}
