package org.pufa.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void membersStandInTheOrderOfTheirNamesWithoutSpaces() {
        var value = Map.of("b", List.of(1, 2L), "a", Map.of("z", true, "y", "中"), "B", "");

        assertThat(CanonicalJson.text(value)).isEqualTo("{\"B\":\"\",\"a\":{\"y\":\"中\",\"z\":true},\"b\":[1,2]}");
    }

    @Test
    void onlyWhatJsonRequiresIsEscaped() {
        assertThat(CanonicalJson.text("\"\\/\b\f\n\r\t\u0001é<")).isEqualTo(
                "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001é<\"");
    }

    @Test
    void aFractionCannotStandOnASheet() {
        assertThatThrownBy(() -> CanonicalJson.text(List.of(0.5))).isInstanceOf(IllegalArgumentException.class);
    }
}
