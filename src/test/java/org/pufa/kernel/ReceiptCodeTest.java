package org.pufa.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptCodeTest {

    private static final long LARGEST = (1L << ReceiptCode.BITS) - 1;

    @Property
    void whatIsWrittenReadsBackTheSame(@ForAll @LongRange(min = 0, max = LARGEST) long value) {
        var code = new ReceiptCode(value);

        assertThat(ReceiptCode.parse(code.toString())).contains(code);
        assertThat(ReceiptCode.parse(code.spaced())).contains(code);
        assertThat(ReceiptCode.parse(code.spaced().toLowerCase().replace(' ', '-'))).contains(code);
        assertThat(code.toString()).hasSize(12);
    }

    @Test
    void lettersThatLookLikeDigitsReadAsDigits() {
        assertThat(ReceiptCode.parse("OoIiLl000000")).contains(new ReceiptCode(0b00000_00000_00001_00001_00001_00001L
                << 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PF7K3M9Q2XT", "PF7K3M9Q2XTD0", "PF7K3M9Q2XTU", "PF7K3M9Q2XT!", "凭证凭证凭证凭证凭证凭证"})
    void whatIsNoReceiptIsRefused(String text) {
        assertThat(ReceiptCode.parse(text)).isEmpty();
    }

    @Test
    void aNumberOfMoreBitsIsNoReceipt() {
        assertThatThrownBy(() -> new ReceiptCode(LARGEST + 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
