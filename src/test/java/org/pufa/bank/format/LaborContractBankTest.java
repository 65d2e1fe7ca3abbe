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

/** The bank that comes with the platform. */
class LaborContractBankTest {

    private final BankReading reading = new BankYaml().read(files());

    @Test
    void itsFilesHoldNoMistake() {
        assertThat(reading.mistakes()).isEmpty();
        assertThat(reading.drafts()).singleElement()
                .satisfies(draft -> assertThat(draft.questions()).hasSizeGreaterThanOrEqualTo(60));
    }

    @Test
    void rightAnswersStandInEveryPositionAboutEquallyOften() {
        var letters = of(QuestionType.SINGLE).stream().map(question -> question.answer().get(0))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(letters.keySet()).contains("A", "B", "C", "D");
        assertThat(letters.values()).allMatch(count -> count < 0.35 * of(QuestionType.SINGLE).size());
    }

    @Test
    void theLongestOptionIsNotTheBestGuess() {
        var singles = of(QuestionType.SINGLE);
        long longest = singles.stream().filter(LaborContractBankTest::rightIsLongest).count();

        assertThat(longest).isLessThan(Math.round(0.4 * singles.size()));
    }

    @Test
    void statementsAreRightAboutAsOftenAsWrong() {
        var judgements = of(QuestionType.JUDGE);
        long right = judgements.stream().filter(question -> question.answer().contains("对")).count();

        assertThat((double) right / judgements.size()).isBetween(0.35, 0.65);
    }

    private static boolean rightIsLongest(Question question) {
        int right = question.option(question.answer().get(0)).text().length();
        return question.options().stream().filter(option -> option.text().length() >= right).count() == 1;
    }

    private List<Question> of(QuestionType type) {
        return reading.drafts().get(0).questions().stream().filter(question -> question.type() == type).toList();
    }

    private static List<BankFile> files() {
        try (var paths = Files.list(Path.of("question-bank/labor-contract-law"))) {
            return paths.sorted().map(LaborContractBankTest::file).toList();
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
