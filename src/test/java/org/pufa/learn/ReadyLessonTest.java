package org.pufa.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pufa.bank.law.CitationText;
import org.pufa.bank.law.LawsYaml;
import org.pufa.learn.markdown.SafeMarkdown;
import org.pufa.yaml.Mistake;

class ReadyLessonTest {

    static List<Path> packaged() throws IOException {
        try (var files = Files.list(Path.of("question-bank/learn"))) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
        }
    }

    private static ReadyLesson.Reading read(String content) {
        return ReadyLesson.read("learn/unpaid-wages.md", content);
    }

    @ParameterizedTest
    @MethodSource("packaged")
    void everyPackagedPageCanBeReadAndCitesArticlesThatThereAreInTheVersionInForce(Path file) throws IOException {
        var reading = ReadyLesson.read(file.getFileName().toString(), Files.readString(file));
        var laws = LawsYaml.read("laws.yaml", Files.readString(Path.of("question-bank/laws.yaml"))).entries();

        assertThat(reading.mistakes()).isEmpty();
        var lesson = reading.lesson().orElseThrow();
        assertThat(lesson.cited()).isNotEmpty().allSatisfy(cite -> {
            var law = laws.stream().filter(one -> one.law().name().equals(cite.citation().law())).findFirst().orElseThrow();
            assertThat(law.version().label()).isEqualTo(cite.citation().version());
            assertThat(CitationText.read(cite.citation().article()).get(0).article().number())
                    .isLessThanOrEqualTo(law.version().articles());
            assertThat(cite.quote()).isNotBlank();
        });
        var rendered = new SafeMarkdown().render(lesson.text().body(), lesson.text().shownPictures());
        assertThat(rendered.missing()).isEmpty();
        assertThat(rendered.refused()).isEmpty();
        assertThat(rendered.html().html()).doesNotContain("**");
    }

    @Test
    void thereIsAPageOfEachSort() throws IOException {
        var sorts = packaged().stream().map(file -> {
            try {
                return ReadyLesson.read(file.getFileName().toString(), Files.readString(file)).lesson().orElseThrow()
                        .text().sort();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }).toList();

        assertThat(sorts).contains(LessonSort.values());
    }

    @Test
    void aFileWithoutFieldsIsRefused() {
        assertThat(read("只有正文").mistakes()).isNotEmpty();
        assertThat(read("只有正文").lesson()).isEmpty();
    }

    @Test
    void everyMistakeOfAFileIsNamed() {
        var reading = read("""
                ---
                sort: poem
                title: "标题"
                colour: red
                cites:
                  - law: 劳动合同法
                    version: "2012"
                    article: 85条
                    quote: 原文
                ---
                正文
                """);

        assertThat(reading.lesson()).isEmpty();
        assertThat(reading.mistakes()).extracting(Mistake::field).contains("sort", "summary", "colour", "cites[1].article");
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        var reading = read("---\nsort: guide\ntitle: 标题\nsummary: 摘要\n---\n" + "长".repeat(SafeMarkdown.LONGEST + 1));

        assertThat(reading.mistakes()).extracting(Mistake::key).contains("learn.ready.body");
    }
}
