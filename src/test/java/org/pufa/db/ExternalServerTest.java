package org.pufa.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.support.TestDatabase;

class ExternalServerTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.empty();

    @Test
    void takesAServerThatAnswersAndLeavesItRunning() {
        var server = DatabaseServer.external(database.url());

        server.stop();

        assertThat(DatabaseServer.external(server.url()).url()).isEqualTo(database.url());
        assertThat(server.toString()).doesNotContain(":" + address().password().value() + "@");
    }

    @Test
    void encryptsWhenItCanUnlessToldOtherwise() {
        var vertx = Vertx.vertx();
        var pool = Database.connect(vertx, database.url().replace("sslmode=disable", "sslmode=prefer"), 1);

        assertThat(pool.read(tx -> tx.get("select 1", row -> row.getInteger(0))).await()).isEqualTo(1);

        pool.close().await();
        vertx.close().await();
    }

    @Test
    void saysThatThePasswordIsWrong() {
        var wrong = database.url().replace(":" + address().password().value() + "@", ":wrong@");

        assertRefused(wrong, "refuses user '" + address().user() + "' with this password");
    }

    @Test
    void saysThatTheDatabaseDoesNotExist() {
        assertRefused(address().withDatabase("nowhere").text(), "nowhere does not exist");
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        assertRefused("postgresql://ana:secret@127.0.0.1:" + free + "/d", "127.0.0.1:" + free + "/d cannot be reached");
    }

    @Test
    void saysThatTheServerIsTooOld() {
        assertThatThrownBy(() -> ExternalServer.reach(database.url(), 990_000)).isInstanceOf(StartFailure.class)
                .hasMessageContaining("version 99 or newer is needed");
    }

    private static void assertRefused(String url, String why) {
        assertThatThrownBy(() -> DatabaseServer.external(url)).isInstanceOf(StartFailure.class)
                .hasMessageContaining(why).hasMessageNotContaining("secret");
    }

    private static DatabaseUrl address() {
        return DatabaseUrl.parse(database.url());
    }
}
