package org.pufa.bank.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pufa.bank.BankDraft;
import org.pufa.bank.BankExport;
import org.pufa.bank.BankFile;
import org.pufa.bank.Question;
import org.pufa.bank.QuestionType;
import org.pufa.bank.intake.Item;
import org.pufa.bank.intake.Judge;
import org.pufa.bank.intake.SourceFile;

/** The bank that comes with the platform goes through every format and comes back as it was. */
class WholeBankTest {

    private static BankDraft bank;

    @BeforeAll
    static void readBank() throws IOException {
        try (var files = Files.list(Path.of("question-bank/labor-contract-law"))) {
            bank = new BankYaml().read(files.sorted().map(WholeBankTest::file).toList()).drafts().get(0);
        }
    }

    private static BankFile file(Path path) {
        try {
            return new BankFile(path.getFileName().toString(), Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<BankExport> exports() {
        return Exports.all();
    }

    @ParameterizedTest
    @MethodSource("exports")
    void everyQuestionComesBackThroughReaderAndJudge(BankExport export) {
        boolean singleOnly = export.format().equals("aiken");
        var expected = bank.questions().stream()
                .filter(question -> !singleOnly || question.type() == QuestionType.SINGLE).toList();

        var exported = export.write(bank.bank(), bank.questions());
        var file = new SourceFile("bank." + export.extension(), exported.content());
        var reader = Formats.readers().stream().filter(each -> each.recognises(file)).findFirst().orElseThrow();
        var read = ReadBack.read(reader, file);

        assertThat(reader.format()).isEqualTo(export.format());
        assertThat(exported.leftOut()).hasSize(bank.questions().size() - expected.size());
        assertThat(read).hasSameSizeAs(expected);
        for (int i = 0; i < read.size(); i++) {
            var item = new Judge().judge(i + 1, read.get(i));
            assertThat(item.state()).as(expected.get(i).id()).isNotEqualTo(Item.State.REFUSED);
            assertThat(said(item)).isEqualTo(said(expected.get(i)));
            if (export.keeps().containsAll(BankExport.Part.WORDS)) {
                assertThat(beside(item)).isEqualTo(beside(expected.get(i)));
            }
        }
    }

    private static List<Object> said(Item item) {
        return List.of(item.type().orElseThrow(), item.stem(), item.options(), item.answer());
    }

    private static List<Object> said(Question question) {
        return List.of(question.type(), question.stem(), question.options(), question.answer());
    }

    private static List<Object> beside(Item item) {
        var raw = item.raw();
        return List.of(raw.code(), raw.topic(), raw.difficulty(), raw.citation(), raw.quote(), raw.explanation());
    }

    private static List<Object> beside(Question question) {
        return List.of(question.id(), question.topic(), Integer.toString(question.difficulty()),
                question.citation().toString(), question.quote(), question.explanation());
    }

    @Test
    void theYamlIsWhatTheBankIsLoadedFrom() {
        var exported = Exports.of("yaml").orElseThrow().write(bank.bank(), bank.questions());
        var reading = new BankYaml().read(List.of(new BankFile("bank.yaml",
                new String(exported.content(), StandardCharsets.UTF_8))));

        assertThat(reading.mistakes()).isEmpty();
        assertThat(reading.drafts()).containsExactly(bank);
    }
}
