package org.pufa.bank.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pufa.bank.BankFile;
import org.pufa.bank.BankReading;
import org.pufa.bank.Question;
import org.pufa.bank.QuestionType;

/** The banks that come with the platform. */
class ReadyBanksTest {

    private static final BankReading READING = new BankYaml().read(files());

    @Test
    void theirFilesHoldNoMistake() {
        assertThat(READING.mistakes()).isEmpty();
        assertThat(READING.drafts()).hasSize(16);
        assertThat(READING.drafts().stream().mapToInt(draft -> draft.questions().size()).sum())
                .isGreaterThanOrEqualTo(500);
    }

    @Test
    void noTwoQuestionsAskTheSame() {
        var stems = all().stream().map(question -> question.stem().replaceAll("[^\\p{L}\\p{N}]", "")).toList();

        assertThat(stems).doesNotHaveDuplicates();
        assertThat(all().stream().map(Question::id)).doesNotHaveDuplicates();
    }

    @Test
    void rightAnswersStandInEveryPositionAboutEquallyOften() {
        var letters = of(QuestionType.SINGLE).stream().map(question -> question.answer().get(0))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(letters.keySet()).contains("A", "B", "C", "D");
        assertThat(letters.values()).allMatch(count -> count < 0.3 * of(QuestionType.SINGLE).size());
    }

    @Test
    void theLongestOptionIsNotTheBestGuess() {
        var singles = of(QuestionType.SINGLE);
        long longest = singles.stream().filter(ReadyBanksTest::rightIsLongest).count();

        assertThat((double) longest / singles.size()).isBetween(0.1, 0.25);
    }

    @Test
    void statementsAreRightAboutAsOftenAsWrong() {
        var judgements = of(QuestionType.JUDGE);
        long right = judgements.stream().filter(question -> question.answer().contains("对")).count();

        assertThat((double) right / judgements.size()).isBetween(0.4, 0.6);
    }

    private static boolean rightIsLongest(Question question) {
        int right = question.option(question.answer().get(0)).text().length();
        return question.options().stream().filter(option -> option.text().length() >= right).count() == 1;
    }

    private List<Question> of(QuestionType type) {
        return all().stream().filter(question -> question.type() == type).toList();
    }

    private static List<Question> all() {
        return READING.drafts().stream().flatMap(draft -> draft.questions().stream()).toList();
    }

    private static List<BankFile> files() {
        try (var paths = Files.walk(Path.of("question-bank"), 2)) {
            return paths.filter(path -> path.toString().endsWith(".yaml") && path.getNameCount() == 3
                    && !path.startsWith("question-bank/campaigns")).sorted().map(ReadyBanksTest::file).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BankFile file(Path path) {
        try {
            return new BankFile(path.getFileName().toString(), Files.readString(path));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
