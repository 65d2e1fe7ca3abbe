package org.pufa.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pufa.kernel.Problem;
import org.pufa.support.Browser;
import org.pufa.support.Console;
import org.pufa.support.TestDatabase;
import org.pufa.web.Request;
import org.pufa.web.Routes;
import org.pufa.web.View;

/** What becomes of doors whose feature forgot the audit log. */
class TracesInGeneralTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    private static Console console;
    private static Browser admin;

    /** Doors that keep quiet about what they do, and one that tells. */
    private record Forgetful(Console with) implements Routes {

        @Override
        public void mount(Router router) {
            var doors = with.staff.doors();
            doors.post(router, "/console/quiet", Permission.ENTER, request -> Future.succeededFuture(View.seeOther("/")));
            doors.post(router, "/console/refusing", Permission.ENTER, request ->
                    Future.failedFuture(Problem.conflict("staff.taken", "x")));
            doors.get(router, "/console/file", Permission.ENTER, request ->
                    Future.succeededFuture(View.attachment("text/plain", "all.txt", Buffer.buffer("x"))));
            doors.get(router, "/console/sight", Permission.ENTER, request ->
                    Future.succeededFuture(View.bytes("text/plain", Buffer.buffer("x"))));
            doors.post(router, "/console/telling", Permission.ENTER, this::tell);
        }

        private Future<View> tell(Request request) {
            return with.database.inTx(tx -> with.audit.record(tx, SignedIn.of(request).actor(), "unit.add", "x",
                    Map.of())).map(recorded -> View.seeOther("/"));
        }
    }

    @BeforeAll
    static void open() {
        console = new Console(DATABASE, with -> List.of(new Forgetful(with)));
        console.account("wangmin", "admin");
        admin = console.signedIn("wangmin");
        admin.get("/console/account");
    }

    @BeforeEach
    void later() {
        console.clock.advance(Duration.ofMinutes(11));
        admin.get("/console/account");
        console.clock.advance(Duration.ofSeconds(1));
    }

    private static List<String> after(Runnable act) {
        long before = newest();
        act.run();
        return console.database.read(tx -> tx.list("""
                select action || ' ' || actor || ' ' || subject from audit_event where seq > $1 order by seq""",
                row -> row.getString(0), before)).await();
    }

    private static long newest() {
        return console.database.read(tx -> tx.get("select seq from audit_head", row -> row.getLong(0))).await();
    }

    @Test
    void aFormThatWasAcceptedIsRecordedInGeneralWords() {
        assertThat(after(() -> admin.post("/console/quiet"))).containsExactly("console.send wangmin /console/quiet");
    }

    @Test
    void aFormThatWasRefusedIsNot() {
        assertThat(after(() -> admin.post("/console/refusing"))).isEmpty();
    }

    @Test
    void aFileThatWasTakenIsRecordedEachTimeAndAPageIsNot() {
        for (int i = 0; i < 2; i++) {
            assertThat(after(() -> admin.get("/console/file"))).containsExactly("console.take wangmin /console/file");
            console.clock.advance(Duration.ofSeconds(1));
        }
        assertThat(after(() -> admin.get("/console/sight"))).isEmpty();
    }

    @Test
    void whatTheFeatureRecordedIsNotRecordedTwice() {
        assertThat(after(() -> admin.post("/console/telling"))).containsExactly("unit.add wangmin x");
    }

    @Test
    void aPageThatSavesItselfAgainAndAgainIsOneEventEachTenMinutes() {
        assertThat(after(() -> {
            for (int i = 0; i < 3; i++) {
                admin.post("/console/quiet");
                console.clock.advance(Duration.ofSeconds(20));
            }
            console.clock.advance(Duration.ofMinutes(11));
            admin.post("/console/quiet");
        })).hasSize(2);
    }
}
