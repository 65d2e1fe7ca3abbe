package org.pufa.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ColourTest {

    @Test
    void contrastsAreThoseOfTheDefinition() {
        assertThat(new Colour(0, 0, 0).contrastWithWhite()).isCloseTo(21, within(0.01));
        assertThat(new Colour(255, 255, 255).contrastWithWhite()).isCloseTo(1, within(0.01));
        assertThat(new Colour(0x76, 0x76, 0x76).contrastWithWhite()).isCloseTo(4.54, within(0.01));
        assertThat(new Colour(255, 0, 0).contrastWithWhite()).isCloseTo(4.0, within(0.01));
    }

    @Test
    void aColourIsReadWithAndWithoutItsSign() {
        assertThat(Colour.parse("#A52a1c")).hasValueSatisfying(colour -> assertThat(colour).hasToString("#a52a1c"));
        assertThat(Colour.parse("a52a1c")).isPresent();
        assertThat(Colour.parse("red")).isEmpty();
        assertThat(Colour.parse("#fff")).isEmpty();
        assertThat(Colour.parse("#a52a1c;}")).isEmpty();
    }

    @Property
    void aDarkenedColourCanBeReadAndADarkOneStays(@ForAll @IntRange(max = 255) int red,
            @ForAll @IntRange(max = 255) int green, @ForAll @IntRange(max = 255) int blue) {
        var colour = new Colour(red, green, blue);
        var darker = colour.darkenedTo(Colour.EASILY_READABLE);

        assertThat(darker.contrastWithWhite()).isGreaterThanOrEqualTo(Colour.EASILY_READABLE);
        assertThat(darker.equals(colour)).isEqualTo(colour.contrastWithWhite() >= Colour.EASILY_READABLE);
    }
}
