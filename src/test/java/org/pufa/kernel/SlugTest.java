package org.pufa.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SlugTest {

    @Property
    void aSlugIsWordsOfLowerCaseLettersAndDigitsJoinedBySingleHyphens(@ForAll("nearlySlugs") String text) {
        boolean right = text.matches("[a-z0-9]+(-[a-z0-9]+)*") && text.length() >= 3 && text.length() <= 60;

        assertThat(Slug.parse(text).isPresent()).isEqualTo(right);
    }

    @Provide
    Arbitrary<String> nearlySlugs() {
        return Arbitraries.strings().withChars('a', 'z', '0', '9', '-').withChars("aA_ é`{/:").ofMaxLength(8)
                .edgeCases(cases -> cases.add("", "---", "a--b", "a-b", "x".repeat(60), "x".repeat(61)));
    }
}
