package org.pufa.bank.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pufa.bank.format.aiken.AikenReader;
import org.pufa.bank.format.csv.CsvReader;
import org.pufa.bank.format.csv.CsvWriter;
import org.pufa.bank.format.gift.GiftReader;
import org.pufa.bank.format.gift.GiftWriter;
import org.pufa.bank.format.keyed.JsonReader;
import org.pufa.bank.format.keyed.JsonWriter;
import org.pufa.bank.format.keyed.YamlReader;
import org.pufa.bank.format.keyed.YamlWriter;
import org.pufa.bank.format.moodle.MoodleReader;
import org.pufa.bank.format.moodle.MoodleWriter;
import org.pufa.bank.format.xlsx.XlsxReader;
import org.pufa.bank.format.xlsx.XlsxWriter;
import org.pufa.bank.intake.Intake;
import org.pufa.bank.intake.Judge;
import org.pufa.bank.intake.QuestionReader;
import org.pufa.bank.intake.SourceFile;
import org.pufa.bank.intake.UnreadableFile;

/** No file, however broken, makes a reader do anything but read it or refuse it. */
class FuzzTest {

    private static final int TRIES = 60;
    private static final int LARGE = 60_000;
    private static final List<String> HOSTILE = List.of("[", "{", "(", "\"", "'", "<a>", "<", "&", "&amp;", "- ", "? ", "{=",
            "~", "\\", "::a::", "A) ", "ANSWER: ", "\n", "\t", ",", "a:\n ", "*a ", "&a ", "[{", "{\"a\":", "<!--", "题", "。",
            "{=a ~b}\n\n", "\"\n", "A.", "x\n\n", "<question type=\"essay\">", "questions:\n", "#", "####", "//\n", "\u0001",
            "  ", " - a:\n", "%", "\\n");

    static List<QuestionReader> readers() {
        return List.of(new XlsxReader(), new CsvReader(), new GiftReader(), new AikenReader(), new MoodleReader(),
                new YamlReader(), new JsonReader());
    }

    private static List<byte[]> fixtures(QuestionReader reader) {
        var questions = Nasty.questions().sampleStream().limit(3).flatMap(List::stream).toList();
        var writers = Map.of("xlsx", new XlsxWriter(), "csv", new CsvWriter(), "gift", new GiftWriter(), "moodle",
                new MoodleWriter(), "yaml", new YamlWriter(), "json", new JsonWriter());
        var fixtures = new ArrayList<byte[]>();
        if (writers.containsKey(reader.format())) {
            fixtures.add(writers.get(reader.format()).write(Nasty.BANK, questions).content());
        }
        List.of("shapes.gift", "shapes.aiken.txt", "shapes.moodle.xml", "shapes.csv", "shapes.yaml")
                .forEach(name -> fixtures.add(Shapes.file(name).content()));
        return fixtures;
    }

    @ParameterizedTest
    @MethodSource("readers")
    void damagedFilesAreReadOrRefused(QuestionReader reader) {
        var random = new Random(20_260_101);
        var fixtures = fixtures(reader);
        for (int i = 0; i < TRIES; i++) {
            readOrRefused(reader, damaged(fixtures.get(i % fixtures.size()), random));
        }
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        int hits = 1 + random.nextInt(20);
        for (int i = 0; i < hits; i++) {
            int at = random.nextInt(bytes.length);
            if (random.nextInt(3) == 0) {
                System.arraycopy(whole, random.nextInt(whole.length - 1), bytes, at, 1);
            } else {
                bytes[at] = (byte) random.nextInt(256);
            }
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    @ParameterizedTest
    @MethodSource("readers")
    void bytesWithoutSenseAreReadOrRefused(QuestionReader reader) {
        var random = new Random(42);
        for (int i = 0; i < TRIES; i++) {
            byte[] bytes = new byte[random.nextInt(2000)];
            random.nextBytes(bytes);
            readOrRefused(reader, bytes);
        }
    }

    @ParameterizedTest
    @MethodSource("readers")
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void oneSignOverAndOverIsReadOrRefused(QuestionReader reader) {
        for (String piece : HOSTILE) {
            readOrRefused(reader, piece.repeat(LARGE / piece.getBytes(StandardCharsets.UTF_8).length)
                    .getBytes(StandardCharsets.UTF_8));
            readOrRefused(reader, (start(reader) + piece.repeat(LARGE / piece.getBytes(StandardCharsets.UTF_8).length / 2)).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Enough of the format to be taken for it. */
    private static String start(QuestionReader reader) {
        return switch (reader.format()) {
            case "csv" -> "题干,答案,选项A,选项B\n";
            case "gift" -> "::a::b {=c ~d}\n\nq {=";
            case "aiken" -> "q\nA) a\nB) b\nANSWER: A\n\nq\nA) ";
            case "moodle" -> "<quiz><question type=\"multichoice\"><questiontext><text>";
            case "yaml" -> "bank: b\nquestions:\n  - stem: ";
            case "json" -> "{\"questions\": [{\"stem\": ";
            default -> "PK";
        };
    }

    private static void readOrRefused(QuestionReader reader, byte[] content) {
        var file = new SourceFile("questions", content);
        reader.recognises(file);
        var judge = new Judge();
        try {
            var read = reader.read(file);
            read.subList(0, Math.min(read.size(), Intake.MOST_ITEMS)).forEach(raw -> judge.judge(1, raw));
        } catch (UnreadableFile e) {
            assertThat(e.reason().key()).startsWith("bank.intake.");
        } catch (RuntimeException e) {
            throw new AssertionError(reader.format() + " fell over " + shown(content), e);
        }
    }

    private static String shown(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        return text.length() + " signs: " + text.substring(0, Math.min(200, text.length()));
    }
}
