package org.pufa.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pufa.kernel.Problem;

class ParsedLogTest {

    private static final ParsedLog LOG = Chains.log(Chains.chain(0, 0, 4, "a"), Chains.chain(0, 2, 3, "a"),
            Chains.chain(1, 0, 2, "a"));
    private static final String TEXT = Chains.text(LOG);

    @Test
    void whatWasExportedIsReadBack() {
        var read = Chains.read(TEXT);

        assertThat(Chains.text(read)).isEqualTo(TEXT);
        assertThat(read.commitments()).isEqualTo(LOG.commitments());
        assertThat(LogDiff.of(LOG, read).isPrefix()).isTrue();
        assertThat(Chains.read("").chains()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("damages")
    void whatIsNotALogIsRefusedWithItsLine(String from, String to, String key, List<Object> args) {
        int second = TEXT.indexOf('\n') + 1;
        String damaged = TEXT.substring(0, second) + TEXT.substring(second).replaceFirst(from, to);

        assertThat(damaged).isNotEqualTo(TEXT);
        assertProblem(damaged, key, args.toArray());
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                damage("\\{\"campaign\".*", "", "ledger.log.notJson", 2L),
                damage("\\{\"campaign\"", "[\"campaign\"", "ledger.log.notJson", 2L),
                damage("\\{\"campaign\"", "[".repeat(5_000), "ledger.log.notJson", 2L),
                damage("\"campaign\":7", "\"campaign\":0", "ledger.log.wrong", 2L, "campaign"),
                damage("\"campaign\":7", "\"campaign\":8", "ledger.log.campaigns", 2L),
                damage("\"log\":0", "\"log\":2", "ledger.log.wrong", 2L, "log"),
                damage("\"lane\":0", "\"lane\":\"0\"", "ledger.log.wrong", 2L, "lane"),
                damage("\"lane\":0", "\"lane\":40000", "ledger.log.wrong", 2L, "lane"),
                damage("\"height\":2", "\"height\":1", "ledger.log.order", 2L),
                damage("\"height\":2", "\"height\":2.0", "ledger.log.wrong", 2L, "height"),
                damage("\"height\":2", "\"height\":99999999999999999999", "ledger.log.wrong", 2L, "height"),
                damage("\"height\":2,", "", "ledger.log.wrong", 2L, "height"),
                damage("\"root\":\"..", "\"root\":\"", "ledger.log.wrong", 2L, "root"),
                damage("\"root\":\"..", "\"root\":\"zz", "ledger.log.wrong", 2L, "root"),
                damage("\"count\":2", "\"count\":3", "ledger.log.wrong", 2L, "leaves"),
                damage("\"count\":2", "\"count\":2000000000", "ledger.log.wrong", 2L, "count"),
                damage("\"leaves\":\\[\"", "\"leaves\":[7,\"", "ledger.log.wrong", 2L, "leaves"),
                damage("2026-11-23T", "2026-13-23T", "ledger.log.wrong", 2L, "sealedAt"),
                damage("2026-11-23T02:00:01Z", "2026-11-23T10:00:01+08:00", "ledger.log.notCanonical", 2L),
                damage("\"hash\":\"[0-9a-f]*\"", "\"hash\":null", "ledger.log.wrong", 2L, "hash"),
                damage("\"log\":0", "\"log\":0,\"more\":1", "ledger.log.notCanonical", 2L),
                damage("\"log\":0", "\"log\":0,\"log\":0", "ledger.log.notCanonical", 2L),
                damage("\"log\":0", "\"log\": 0", "ledger.log.notCanonical", 2L));
    }

    private static Arguments damage(String from, String to, String key, Object... args) {
        return Arguments.of(from, to, key, List.of(args));
    }

    @Test
    void aCutAnEndlessOrAnUndecodableFileIsRefused() {
        assertProblem(TEXT.substring(0, TEXT.length() - 1), "ledger.log.cut", 9L);
        assertProblem("x".repeat(LogLine.LONGEST + 1), "ledger.log.tooLong", 1L, LogLine.LONGEST);
        assertThatThrownBy(() -> ParsedLog.read(new ByteArrayInputStream(new byte[] {'{', (byte) 0xff, '\n'})))
                .isInstanceOf(Problem.class).hasMessage("ledger.log.notJson");
    }

    @Test
    void linesThatWereSwappedAreRefused() {
        var lines = TEXT.split("\n");
        String swapped = TEXT.replace(lines[1], "@").replace(lines[2], lines[1]).replace("@", lines[2]);

        assertProblem(swapped, "ledger.log.order", 3L);
    }

    @Property(tries = 300)
    void anyByteThatChangesIsNoticed(@ForAll int seed) {
        var random = new Random(seed);
        var text = new StringBuilder(TEXT);
        int place = random.nextInt(text.length());
        char other = "0123456789abcdef{}[]\":,TZ\n".charAt(random.nextInt(26));
        if (text.charAt(place) == other) {
            return;
        }
        text.setCharAt(place, other);

        assertThat(isRefusedOrFound(text.toString())).as("byte %d is now %s", place, other).isTrue();
    }

    private static boolean isRefusedOrFound(String text) {
        try {
            return !LogDiff.of(LOG, Chains.read(text)).isPrefix();
        } catch (Problem refused) {
            return refused.sort() == Problem.Sort.MALFORMED;
        }
    }

    private static void assertProblem(String text, String key, Object... args) {
        assertThatThrownBy(() -> Chains.read(text)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.sort()).isEqualTo(Problem.Sort.MALFORMED);
            assertThat(problem.key()).isEqualTo(key);
            assertThat(problem.args()).containsExactly(args);
        });
    }
}
