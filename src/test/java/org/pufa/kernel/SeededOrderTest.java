package org.pufa.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SeededOrderTest {

    @Property
    void theSameSeedGivesTheSameOrderOfTheSameThings(@ForAll @Size(32) byte[] seed,
            @ForAll @IntRange(min = 0, max = 60) int size) {
        var things = IntStream.range(0, size).boxed().toList();

        var order = new SeededOrder(seed).shuffled(things);

        assertThat(order).containsExactlyInAnyOrderElementsOf(things)
                .isEqualTo(new SeededOrder(seed).shuffled(things));
    }

    @Test
    void everyPlaceIsAsLikelyAsAnyOther() {
        var counts = new int[4][4];
        for (int i = 0; i < 8000; i++) {
            var order = new SeededOrder(Sha256.of("seed " + i)).shuffled(List.of(0, 1, 2, 3));
            for (int place = 0; place < 4; place++) {
                counts[order.get(place)][place]++;
            }
        }

        // 2000 are expected in each cell; six standard deviations are 232
        assertThat(Stream.of(counts).flatMapToInt(IntStream::of)).allMatch(count -> Math.abs(count - 2000) < 232);
    }

    @Test
    void numbersBelowABoundAreNotBiased() {
        var order = new SeededOrder(Sha256.of("bias"));
        var counts = new int[3];
        for (int i = 0; i < 9000; i++) {
            counts[order.below(3)]++;
        }

        assertThat(IntStream.of(counts)).allMatch(count -> Math.abs(count - 3000) < 270);
    }

    @Test
    void moreThanThereIsCannotBeDrawn() {
        assertThatThrownBy(() -> new SeededOrder(Sha256.of("x")).drawn(List.of(1), 2))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
