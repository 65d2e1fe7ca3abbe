package org.pufa.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pufa.bank.Citation;
import org.pufa.kernel.Slug;
import org.pufa.learn.markdown.SafeMarkdown;
import org.pufa.yaml.Mistake;
import org.pufa.yaml.YamlFile;
import org.pufa.yaml.YamlMap;

/**
 * A page that comes with the platform: a Markdown file that begins with its fields in YAML between two lines of
 * {@code ---}. The keys are described in {@code question-bank/README.md}.
 *
 * @param cited the articles with their words
 */
public record ReadyLesson(Slug slug, LessonText text, List<Cite> cited) {

    private static final String FENCE = "---\n";
    private static final int LONGEST_QUOTE = 3000;

    public ReadyLesson {
        Objects.requireNonNull(slug);
        Objects.requireNonNull(text);
        cited = List.copyOf(cited);
    }

    /** The page that a file holds, or the mistakes in it; never both. */
    public record Reading(Optional<ReadyLesson> lesson, List<Mistake> mistakes) {
    }

    /** @param name of the file; its last part without {@code .md} is the address of the page */
    public static Reading read(String name, String content) {
        int end = content.indexOf("\n" + FENCE, FENCE.length() - 1);
        boolean fenced = content.startsWith(FENCE) && end > 0;
        var file = YamlFile.read(name, fenced ? content.substring(FENCE.length(), end + 1) : "");
        String body = fenced ? content.substring(end + 1 + FENCE.length()).strip() : "";
        var slug = Slug.parse(name.replaceAll(".*/", "").replaceAll("\\.md$", ""));
        var lesson = file.root().flatMap(root -> slug.map(found -> read(root, found, body)));
        return file.mistakes().isEmpty() ? new Reading(lesson, List.of())
                : new Reading(Optional.empty(), file.mistakes());
    }

    private static ReadyLesson read(YamlMap in, Slug slug, String body) {
        var sort = LessonSort.parse(in.choice("sort", List.of("case", "article", "guide", "contact")))
                .orElse(LessonSort.GUIDE);
        String title = in.text("title", LessonText.LONGEST_TITLE);
        String summary = in.text("summary", LessonText.LONGEST_SUMMARY);
        String audience = in.optionalText("audience", LessonText.LONGEST_AUDIENCE).orElse("");
        var cited = in.has("cites") ? cites(in) : List.<Cite>of();
        var questions = in.has("questions") ? in.texts("questions", LessonText.LONGEST_LINES) : List.<String>of();
        var campaigns = in.has("campaigns") ? in.texts("campaigns", LessonText.LONGEST_LINES) : List.<String>of();
        in.noOthers();
        if (body.isEmpty() || body.length() > SafeMarkdown.LONGEST) {
            in.mistake("title", "learn.ready.body", SafeMarkdown.LONGEST);
        }
        return new ReadyLesson(slug, new LessonText(sort, title, summary, body, String.join("\n", cited.stream()
                .map(cite -> cite.citation().toString()).toList()), String.join("\n", questions), audience, campaigns,
                List.of()), cited);
    }

    private static List<Cite> cites(YamlMap in) {
        var cited = new ArrayList<Cite>();
        for (YamlMap one : in.maps("cites", 0, LessonText.MOST_CITES)) {
            String law = one.text("law", LessonText.LONGEST_TITLE);
            String version = one.text("version", LessonText.LONGEST_SUMMARY);
            String article = one.text("article", LessonText.LONGEST_TITLE);
            String quote = one.text("quote", LONGEST_QUOTE);
            one.noOthers();
            if (Citation.isArticle(article)) {
                cited.add(new Cite(new Citation(law, version, article), quote.strip()));
            } else {
                one.mistake("article", "learn.ready.article", article);
            }
        }
        return cited;
    }
}
