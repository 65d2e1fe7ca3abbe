package org.pufa.web;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SignedTokenTest {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=";

    private final SignedToken tokens = new SignedToken(WebFixture.KEY, "attempt");

    @Property(tries = 200)
    void whatWasSignedIsReadBack(@ForAll @Size(max = 200) byte[] payload) {
        assertThat(tokens.open(tokens.sign(payload))).contains(payload);
    }

    @Property(tries = 500)
    void aTokenWithAnyCharacterChangedIsRefused(@ForAll @Size(min = 1, max = 60) byte[] payload,
            @ForAll @IntRange(max = 200) int place, @ForAll @IntRange(max = 65) int letter) {
        var token = tokens.sign(payload);
        int at = place % token.length();
        char other = ALPHABET.charAt(letter);
        var changed = token.substring(0, at) + other + token.substring(at + 1);

        assertThat(tokens.open(changed).isPresent()).isEqualTo(changed.equals(token));
    }

    @Property(tries = 200)
    void aTokenCutOrLengthenedIsRefused(@ForAll @Size(min = 1, max = 60) byte[] payload,
            @ForAll @IntRange(max = 200) int length) {
        var token = tokens.sign(payload);

        assertThat(tokens.open(token.substring(0, length % token.length()))).isEmpty();
        assertThat(tokens.open(token + "A")).isEmpty();
        assertThat(tokens.open(token + "=")).isEmpty();
    }

    @Test
    void everyOtherSpellingOfTheLastCharactersIsRefused() {
        var token = tokens.sign(new byte[] {1});

        for (char letter : ALPHABET.toCharArray()) {
            var last = token.substring(0, token.length() - 1) + letter;
            var payload = token.charAt(0) + String.valueOf(letter) + token.substring(2);
            assertThat(tokens.open(last).isPresent()).isEqualTo(last.equals(token));
            assertThat(tokens.open(payload).isPresent()).isEqualTo(payload.equals(token));
        }
    }

    @Test
    void aTokenOfAnotherPurposeOrKeyIsRefused() {
        var token = tokens.sign("paper".getBytes());
        var otherKey = WebFixture.KEY.clone();
        otherKey[0]++;

        assertThat(new SignedToken(WebFixture.KEY, "device").open(token)).isEmpty();
        assertThat(new SignedToken(otherKey, "attempt").open(token)).isEmpty();
    }

    @Test
    void whatIsNoTokenIsRefused() {
        assertThat(tokens.open(null)).isEmpty();
        assertThat(tokens.open("")).isEmpty();
        assertThat(tokens.open(".".repeat(23))).isEmpty();
        assertThat(tokens.open("x".repeat(100_000))).isEmpty();
        assertThat(tokens.open("凭证".repeat(20))).isEmpty();
    }
}
