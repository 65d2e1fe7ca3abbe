package org.pufa.campaign.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class LineDiffTest {

    @Property(tries = 200)
    void takingAwayOneSideLeavesTheOther(@ForAll List<@CharRange(from = 'a', to = 'c') Character> before,
            @ForAll List<@CharRange(from = 'a', to = 'c') Character> now) {
        var old = String.join("\n", before.stream().map(String::valueOf).toList());
        var current = String.join("\n", now.stream().map(String::valueOf).toList());

        var lines = LineDiff.of(old, current).lines();

        assertThat(lines.stream().filter(line -> !line.mark().equals("+")).map(LineDiff.Line::text))
                .containsExactlyElementsOf(old.lines().toList());
        assertThat(lines.stream().filter(line -> !line.mark().equals("-")).map(LineDiff.Line::text))
                .containsExactlyElementsOf(current.lines().toList());
    }

    @Test
    void onlyWhatDiffersIsAChange() {
        var diff = LineDiff.of("a\npass: 60\nc", "a\npass: 80\nc");

        assertThat(diff.changed()).isTrue();
        assertThat(diff.changes()).extracting(line -> line.mark() + line.text())
                .containsExactly("-pass: 60", "+pass: 80");
    }
}
