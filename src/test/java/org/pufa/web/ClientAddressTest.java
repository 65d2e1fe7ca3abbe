package org.pufa.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

    private static final String DIRECT = "10.0.0.9";

    @Test
    void behindOneProxyTheLastEntryCounts() {
        assertThat(forwarded(1, "1.2.3.4, 203.0.113.7")).isEqualTo("203.0.113.7");
    }

    @Test
    void behindTwoProxiesTheLastButOneCounts() {
        assertThat(forwarded(2, "6.6.6.6, 203.0.113.7, 10.0.0.2")).isEqualTo("203.0.113.7");
        assertThat(forwarded(2, "6.6.6.6, 203.0.113.7", "10.0.0.2")).isEqualTo("203.0.113.7");
    }

    @Test
    void tooFewEntriesOrNonsenseMeanTheDirectPeer() {
        assertThat(forwarded(2, "203.0.113.7")).isEqualTo(DIRECT);
        assertThat(forwarded(1, "<script>")).isEqualTo(DIRECT);
        assertThat(forwarded(1, "")).isEqualTo(DIRECT);
        assertThat(ClientAddress.forwarded(List.of(), 1, DIRECT)).isEqualTo(DIRECT);
    }

    @Test
    void portsAndBracketsAreTakenOff() {
        assertThat(forwarded(1, "203.0.113.7:5123")).isEqualTo("203.0.113.7");
        assertThat(forwarded(1, "[2001:db8::1]:5123")).isEqualTo("2001:db8::1");
        assertThat(forwarded(1, "2001:db8::1")).isEqualTo("2001:db8::1");
    }

    private static String forwarded(int hops, String... headers) {
        return ClientAddress.forwarded(List.of(headers), hops, DIRECT);
    }
}
