package org.pufa.bank.law;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pufa.bank.Citation;
import org.pufa.bank.Question;

/** All laws as they are known at one moment; judges citations without asking the database again. Immutable. */
public final class LawShelf {

    private static final String COUNTRY = "中华人民共和国";

    private final Map<String, Law> byName = new HashMap<>();
    private final Map<String, List<LawVersion>> versions;
    private final Map<Long, Map<ArticleNumber, Article>> texts = new HashMap<>();

    /** @param texts articles by the id of their version, where staff have loaded them */
    public LawShelf(List<Law> laws, List<LawVersion> versions, Map<Long, List<Article>> texts) {
        laws.forEach(law -> {
            byName.put(law.name(), law);
            byName.put(law.title(), law);
            byName.putIfAbsent(law.title().replace(COUNTRY, ""), law);
        });
        this.versions = versions.stream().collect(Collectors.groupingBy(LawVersion::law));
        texts.forEach((version, articles) -> {
            var numbered = new TreeMap<ArticleNumber, Article>();
            articles.forEach(article -> numbered.put(article.number(), article));
            this.texts.put(version, numbered);
        });
    }

    /** The law of that short name or full title. */
    public Optional<Law> law(String name) {
        String bare = name.strip();
        return Optional.ofNullable(byName.getOrDefault(bare, byName.get(bare.replace(COUNTRY, ""))));
    }

    /** The law at the end of a name that was written without 《》, where other words may stand before it. */
    private Optional<Law> lawEnding(String words) {
        for (int from = 0; from < words.length(); from++) {
            var found = law(words.substring(from));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The version that is in force; nothing for an unknown law or one that is repealed. */
    public Optional<LawVersion> inForce(String law) {
        return versions.getOrDefault(law, List.of()).stream().filter(LawVersion::inForce).findFirst();
    }

    /** The article that a citation means, where its text is loaded. */
    public Optional<Article> article(Citation citation) {
        return citation.isNone() ? Optional.empty() : version(citation)
                .map(version -> texts.getOrDefault(version.id(), Map.of()).get(place(citation).article()));
    }

    /** The words that a citation means, word for word: its paragraph with all items; "" where no text is loaded. */
    public String words(Citation citation) {
        return article(citation).map(article -> String.join("\n",
                article.linesOf(place(citation).paragraph()))).orElse("");
    }

    private Optional<LawVersion> version(Citation citation) {
        return versions.getOrDefault(citation.law(), List.of()).stream()
                .filter(version -> version.isNamed(citation.version())).findFirst();
    }

    private static Cited place(Citation citation) {
        return CitationText.read(citation.article()).get(0);
    }

    /**
     * A citation as it was understood.
     *
     * @param citation of the first place that the text names, in the version in force; {@link Citation#NONE} when it
     *     names none
     * @param others places that the text names besides
     */
    public record Understood(Citation citation, List<Citation> others) {

        public Understood {
            Objects.requireNonNull(citation);
            others = List.copyOf(others);
        }
    }

    /** @param otherwise short name of the law that is meant where the text names none; may be "" */
    public Understood understand(String text, String otherwise) {
        var citations = new ArrayList<Citation>();
        for (Cited cited : CitationText.read(text)) {
            String name = cited.law().isEmpty() ? otherwise
                    : lawEnding(cited.law()).map(Law::name).orElse(cited.law());
            citations.add(new Citation(name, inForce(name).map(LawVersion::label).orElse(""), cited.place()));
        }
        return citations.isEmpty() ? new Understood(Citation.NONE, List.of())
                : new Understood(citations.get(0), citations.subList(1, citations.size()));
    }

    /** Everything that does not hold between a question and what it cites; empty when nothing speaks against it. */
    public List<Finding> check(Question question) {
        var citation = question.citation();
        if (citation.isNone()) {
            return List.of(Finding.fault("bank.law.none"));
        }
        var findings = new ArrayList<>(standing(citation));
        article(citation).ifPresent(article -> {
            checkQuote(question.quote(), article, findings);
            findings.addAll(Numbers.doubts(question, article));
        });
        return findings;
    }

    /** Everything that does not hold of a place that is cited by itself, without a question; empty when it stands. */
    public List<Finding> check(Citation citation) {
        return citation.isNone() ? List.of(Finding.fault("bank.law.none")) : standing(citation);
    }

    private List<Finding> standing(Citation citation) {
        if (law(citation.law()).isEmpty()) {
            return List.of(Finding.fault("bank.law.unknown", citation.law()));
        }
        var named = version(citation);
        if (named.isEmpty()) {
            return List.of(Finding.fault("bank.law.version-unknown", citation.law(), citation.version()));
        }
        if (!named.get().inForce()) {
            return List.of(Finding.fault("bank.law.version-past", citation.law(), citation.version(),
                    inForce(citation.law()).map(LawVersion::label).orElse("-")));
        }
        return number(named.get(), place(citation));
    }

    private List<Finding> number(LawVersion version, Cited cited) {
        if (cited.article().number() > version.articles()) {
            return List.of(Finding.fault("bank.law.article-beyond", cited.article().toString(), version.law(),
                    version.articles()));
        }
        if (!texts.containsKey(version.id())) {
            return cited.article().inserted() == 0 ? List.of()
                    : List.of(Finding.doubt("bank.law.inserted-unseen", cited.article().toString()));
        }
        var article = texts.get(version.id()).get(cited.article());
        if (article == null) {
            return List.of(Finding.fault("bank.law.article-missing", cited.article().toString(), version.law()));
        }
        return within(article, cited);
    }

    private static List<Finding> within(Article article, Cited cited) {
        if (cited.paragraph() > article.paragraphs()) {
            return List.of(Finding.fault("bank.law.paragraph-missing", cited.place(), article.paragraphs()));
        }
        if (cited.item() > article.items(cited.paragraph())) {
            return List.of(Finding.fault("bank.law.item-missing", cited.place(), article.items(cited.paragraph())));
        }
        return List.of();
    }

    private static void checkQuote(String quote, Article article, List<Finding> findings) {
        if (!quote.isBlank() && !bare(article.text()).contains(bare(quote))) {
            findings.add(Finding.fault("bank.law.quote-differs", article.number().toString()));
        }
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\\u3000]", "");
    }

    /** All laws, by name. */
    public List<Law> laws() {
        return byName.values().stream().distinct().sorted(java.util.Comparator.comparing(Law::name)).toList();
    }
}
