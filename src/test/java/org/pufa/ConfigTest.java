package org.pufa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {

    @Test
    void nothingNeedsToBeSet() {
        var config = Config.from(Map.of("HOME", "/somewhere"));

        assertThat(config.port()).isEqualTo(8080);
        assertThat(config.host()).isEqualTo("127.0.0.1");
        assertThat(config.databaseUrl()).isEmpty();
        assertThat(config.samples()).isTrue();
        assertThat(config.secondPerson()).isTrue();
    }

    @Test
    void everyWrongSettingIsNamedInOneGo() {
        var wrong = Map.of("PUFA_PORT", "70000", "PUFA_SAMPLES", "yes", "PUFA_PUBLIC_URL", "pufa.example", "PUFA_HSOT",
                "x", "PUFA_LOG_FORMAT", "xml");

        assertThatThrownBy(() -> Config.from(wrong)).isInstanceOf(Config.Refused.class)
                .hasMessageContainingAll("PUFA_PORT", "PUFA_SAMPLES", "PUFA_PUBLIC_URL", "PUFA_HSOT", "PUFA_LOG_FORMAT");
    }

    @Test
    void theEnvironmentWinsOverTheFile(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("pufa.properties"), "PUFA_PORT=9001\nPUFA_HOST=0.0.0.0\n");

        var config = Config.from(Map.of("PUFA_CONFIG", file.toString(), "PUFA_PORT", "9002"));

        assertThat(config.port()).isEqualTo(9002);
        assertThat(config.host()).isEqualTo("0.0.0.0");
    }

    @Test
    void noSecretIsPrinted() {
        var secret = "ab".repeat(32);
        var config = Config.from(Map.of("PUFA_SECRET", secret, "PUFA_DATABASE_URL",
                "postgresql://pufa:hunter2@127.0.0.1:1/pufa"));

        assertThat(config.toString()).doesNotContain(secret, "hunter2").contains("external");
    }

    @Test
    void anIdentityProviderIsNamedByItsAddressAndOurNameThere() {
        var config = Config.from(Map.of("PUFA_OIDC_ISSUER", "https://id.example.gov.cn/realms/hrss/",
                "PUFA_OIDC_CLIENT_ID", "pufa", "PUFA_OIDC_CLIENT_SECRET", "hunter2", "PUFA_OIDC_CLAIM", "email"));

        var provider = config.openId().orElseThrow();
        assertThat(provider.issuer()).hasToString("https://id.example.gov.cn/realms/hrss");
        assertThat(provider.claim().code()).isEqualTo("email");
        assertThat(config + " " + provider).doesNotContain("hunter2");
        assertThat(Config.from(Map.of()).openId()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"http://id.example.gov.cn,pufa,email", "https://id.example.gov.cn?x=1,pufa,email", "id,pufa,email",
        "https://id.example.gov.cn,'',email", "'',pufa,email", "https://id.example.gov.cn,pufa,sub"})
    void anIdentityProviderThatCannotBeUsedIsRefused(String issuer, String client, String claim) {
        var wrong = Map.of("PUFA_OIDC_ISSUER", issuer, "PUFA_OIDC_CLIENT_ID", client, "PUFA_OIDC_CLAIM", claim);

        assertThatThrownBy(() -> Config.from(wrong)).isInstanceOf(Config.Refused.class)
                .hasMessageContaining("PUFA_OIDC_");
    }

    @Test
    void theReadmeTellsOfEverySettingAndItsDefault() throws IOException {
        var rows = new HashMap<String, String>();
        for (String line : Files.readAllLines(Path.of("README.md"))) {
            if (line.startsWith("| `PUFA_")) {
                var cells = line.split("\\|");
                rows.put(cells[1].strip().replace("`", ""), cells[2].strip());
            }
        }

        assertThat(rows.keySet()).containsExactlyInAnyOrderElementsOf(
                Arrays.stream(Setting.values()).map(Setting::variable).toList());
        for (Setting setting : Setting.values()) {
            assertThat(rows.get(setting.variable())).as(setting.variable())
                    .isEqualTo(setting.standard().isEmpty() ? "–" : setting.standard());
        }
    }
}
